import { lockApplication } from '../../../modules/applications';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { contractById } from '../../../modules/contracts';
import { enforce, findingOf, formFinding, uphold } from '../../../modules/rules';
import { type AccountRecord, accountOf } from '../accounts/account.record';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { refuse, rulesToday } from '../judge';
import { rolesIn } from '../participants/participant.record';
import { rules } from '../rules';
import { saveDocument, tellStep } from './change';
import { type DocumentResult, dealFacts, insertDocument, requireOpenDeal } from './create.command';
import { fieldSpecs } from './field-specs';
import { type FilledField, isSoundPayment, type LeasePayment, missingOf, openFilling, sealFilling } from './filled-fields';
import { formText } from './form-text';
import { type DealRole, type DocumentKind, kindRules } from './kinds';

export interface FormLenderDocument {
  readonly kind: DocumentKind;
  readonly applicationId: string | null;
  /** With documents under a contract. */
  readonly contractId: string | null;
  /** Who is to sign it on the client's side; the applicant unless said. */
  readonly clientId: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** The schedule of lease payments, with the main terms and the contract. */
  readonly payments: readonly LeasePayment[];
}

/** Kinds that carry the schedule of lease payments. */
const scheduled: readonly DocumentKind[] = ['LEASING_MAIN_TERMS', 'LEASING_CONTRACT'];

/**
 * The lender forms a document in its own system (agreement, 3.11): before a contract for an approved application, or under a contract
 * in force (3.13.7). The client sees it only once an authorised officer has signed it.
 */
export const formLenderDocument = defineCommand<FormLenderDocument, DocumentResult>({
  name: 'byLeasingFormLenderDocument',
  plugin: PLUGIN,
  emits: ['ByLeasingDocumentStep', 'DocumentStatusChanged'],
  async run(input, context) {
    const { kind } = input;
    requireLenderKind(context, kind);
    const contract = await contractOf(context, input);
    const applicationId = contract?.applicationId ?? input.applicationId;
    if (!applicationId) throw new Refusal([formFinding('BY_LEASING_DEAL_REQUIRED', ['input', 'applicationId'])]);
    const application = await lockApplication(context, applicationId);
    if (!contract) requireOpenDeal(application);
    const { status } = application;
    // What was submitted is decided by somebody: nothing in the cabinet makes a deal by itself.
    if (scheduled.includes(kind))
      refuse(
        uphold(
          cite('by-leasing/11.4'),
          status === 'OFFERED',
          'BY_LEASING_DECISION_REQUIRED',
          { status },
          { path: ['input', 'applicationId'] },
        ),
      );
    const { account, role } = await signerOf(context, input, application.clientId, applicationId);
    const deal = { ...(await dealFacts(context, application)), ...(contract ? { contractNumber: contract.number } : {}) };
    const draft = await insertDocument(context, { kind, account, role, applicationId, contractId: contract?.id ?? null, deal });
    const specs = fieldSpecs(kind, account.kind);
    const held = new Map(openFilling(context, draft.id, draft.fieldsEnc).fields.map((field) => [field.name, field]));
    for (const { name, value } of input.fields) {
      if (!specs.some((spec) => spec.name === name))
        throw new Refusal([formFinding('BY_LEASING_FIELD_INVALID', ['input', 'fields', name], { field: name })]);
      held.set(name, { name, value: value.normalize('NFC').trim(), origin: 'LENDER', confirmedAt: null });
    }
    const fields = specs.flatMap(({ name }): FilledField[] => (held.has(name) ? [{ ...held.get(name)!, origin: 'LENDER' }] : []));
    const filling = { fields, ...(scheduled.includes(kind) ? { payments: input.payments } : {}) };
    const missing = [...missingOf(specs, filling), ...(scheduled.includes(kind) && !soundSchedule(input.payments) ? ['payments'] : [])];
    if (missing.length > 0)
      throw new Refusal([findingOf('BY_LEASING_DOCUMENT_INCOMPLETE', cite('by-leasing/3.11/p2'), { missing: missing.join(', ') })]);
    const filled = await saveDocument(context, { ...draft, fieldsEnc: sealFilling(context, draft.id, filling) });
    tellStep(context, filled, 'CREATED', enforce(cite('by-leasing/3.11/p2')));
    await formText(context, filled, account, filling);
    return { documentId: draft.id };
  },
});

/** At least one payment, each in its order, of sound sums. */
const soundSchedule = (payments: readonly LeasePayment[]): boolean =>
  payments.length > 0 && payments.every((one, i) => isSoundPayment(one) && (i === 0 || payments[i - 1]!.dueOn < one.dueOn));

function requireLenderKind(context: CommandContext, kind: DocumentKind): void {
  const resolved = rulesToday(context);
  const before = rules.read(resolved, 'documents.byLender');
  const under = rules.read(resolved, 'documents.underContract');
  const allowed = ([...(before?.value ?? []), ...(under?.value ?? [])] as readonly string[]).includes(kind);
  refuse(uphold(cite('by-leasing/3.11/p2'), allowed, 'BY_LEASING_DOCUMENT_KIND_NOT_ALLOWED', { kind }, { path: ['input', 'kind'] }));
}

/** The contract that a document of its performing belongs to; null for other kinds. @throws Refusal BY_LEASING_CONTRACT_NOT_FOUND */
async function contractOf(context: CommandContext, { kind, contractId }: FormLenderDocument) {
  if (!kindRules[kind].performing) return null;
  const [contract] = contractId ? await context.transaction.query(contractById.statement, [[contractId]]) : [];
  const standing = contract?.pluginId === PLUGIN && contract.status === 'ACTIVE' ? contract : null;
  refuse(
    uphold(cite('by-leasing/3.13.7'), standing !== null, 'BY_LEASING_CONTRACT_NOT_FOUND', { kind }, { path: ['input', 'contractId'] }),
  );
  return standing;
}

/** Who signs on the client's side, and in what part. @throws Refusal BY_LEASING_SIGNER_INVALID */
async function signerOf(
  context: CommandContext,
  { kind, clientId }: FormLenderDocument,
  applicantId: string,
  applicationId: string,
): Promise<{ readonly account: AccountRecord; readonly role: DealRole }> {
  const { roles } = kindRules[kind];
  const signer = clientId ?? applicantId;
  const standing: readonly { readonly role: DealRole }[] =
    signer === applicantId ? [{ role: 'LESSEE' }] : await rolesIn(context, applicationId, signer);
  const role = standing.map((one) => one.role).find((one) => roles.includes(one));
  const account = await accountOf(context, signer);
  if (!role || !account)
    throw new Refusal([formFinding('BY_LEASING_SIGNER_INVALID', ['input', 'clientId'], { kind, roles: roles.join(', ') })]);
  return { account, role };
}
