import { type ApplicationRecord, applicationById, lifecycleEvents, lockApplication, startApplication } from '../../../modules/applications';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import type { Decimal } from '../../../schema/base';
import { type AccountRecord, lockAccount } from '../accounts/account.record';
import { cite } from '../cite';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { LEASING, PLUGIN } from '../ids';
import { momentOf, refuse, rulesToday } from '../judge';
import { requireOperation } from '../operations/require-operation';
import { rolesIn } from '../participants/participant.record';
import { rules } from '../rules';
import { autoValues, type DealFacts } from './auto-values';
import { tellStep } from './change';
import { LeasingDocumentEntity } from './document.entity';
import { type LeasingDocumentRecord, leasingDocumentsByApplication } from './document.record';
import { fieldSpecs } from './field-specs';
import { type FilledField, sealFilling } from './filled-fields';
import { type DealRole, type DocumentKind, kindRules } from './kinds';
import { serviceOf } from './service-of';

export interface CreateDocument {
  readonly kind: DocumentKind;
  /** The deal; with a questionnaire none opens a new application. */
  readonly applicationId: string | null;
  /** What is asked for, where a questionnaire opens an application. */
  readonly request: { readonly amount: { readonly amount: Decimal; readonly currency: string }; readonly termDays: number } | null;
}

export interface DocumentResult extends CommandResult {
  readonly documentId?: string;
}

const KIND = ['input', 'kind'] as const;

/**
 * A client begins a document of its own (agreement, 3.10): what the lender knows is filled in, to be confirmed. A questionnaire
 * opens the application, after identification and not before (4.5).
 */
export const createDocument = defineCommand<CreateDocument, DocumentResult>({
  name: 'byLeasingCreateDocument',
  plugin: PLUGIN,
  emits: [...lifecycleEvents, ...ACCOUNT_EVENTS, 'ByLeasingDocumentStep'],
  async run({ kind, applicationId, request }, context) {
    const account = await lockAccount(context, ownClient(context));
    requireKind(context, account, kind);
    const refused = await requireOperation(context, account, { service: await serviceFor(context, account, applicationId, kind) });
    if (refused.length > 0) return { findings: refused };
    const opened = applicationId ?? (await openApplication(context, kind, request));
    const { role, deal } = await dealOf(context, account, opened, kind);
    const document = await insertDocument(context, { kind, account, role, applicationId: opened, contractId: null, deal });
    tellStep(context, document, 'CREATED', enforce(cite('by-leasing/3.9/p1')));
    return { documentId: document.id };
  },
});

/** The service that such a document is written by: a guarantor's or a seller's where the deal is another's. */
async function serviceFor(context: CommandContext, account: AccountRecord, applicationId: string | null, kind: DocumentKind) {
  const [standing] = applicationId ? await rolesIn(context, applicationId, account.clientId) : [];
  return serviceOf(kind, standing?.role ?? 'LESSEE');
}

/** @throws Refusal CLIENT_SESSION_REQUIRED */
export function ownClient({ caller }: CommandContext): string {
  if (caller.kind !== 'CLIENT' || !caller.clientId) throw new Refusal([formFinding('CLIENT_SESSION_REQUIRED', ['input'])]);
  return caller.clientId;
}

/** Which kinds a client of this kind may write. @throws Refusal BY_LEASING_DOCUMENT_KIND_NOT_ALLOWED */
function requireKind(context: CommandContext, { kind: client }: AccountRecord, kind: DocumentKind): void {
  const resolved = rulesToday(context);
  const refused = (clause: Parameters<typeof uphold>[0], holds: boolean): Finding | null =>
    uphold(clause, holds, 'BY_LEASING_DOCUMENT_KIND_NOT_ALLOWED', { kind, client }, { path: [...KIND] });
  const allows = (name: Parameters<typeof rules.read>[1], code: string) =>
    ((rules.read(resolved, name)?.value ?? []) as readonly string[]).includes(code);
  refuse(refused(cite('by-leasing/3.10/p2/kinds'), allows('documents.byClient', kind)));
  if (kind === 'FSZN_CONSENT') refuse(refused(cite('by-leasing/3.10/p2/fszn-consent'), allows('consent.fszn.for', client)));
  if (kind === 'PERSONAL_DATA_CONSENT')
    refuse(refused(cite('by-leasing/3.10/p2/personal-data-consent'), allows('consent.personalData.for', client)));
  if (kind === 'CREDIT_REPORT_CONSENT')
    refuse(refused(cite('by-leasing/3.10/p2/credit-report-consent'), allows('consent.creditReport.for', client)));
}

async function openApplication(context: CommandContext, kind: DocumentKind, request: CreateDocument['request']): Promise<string> {
  if (kind !== 'QUESTIONNAIRE' || !request) throw new Refusal([formFinding('BY_LEASING_DEAL_REQUIRED', ['input', 'applicationId'])]);
  enforce(cite('by-leasing/3.13.2'));
  const { amount, termDays } = request;
  const asked = { clientId: null, product: LEASING, amount, termDays, channel: 'PERSONAL_ACCOUNT' as const, extensions: {} };
  const { applicationId, findings = [] } = await startApplication.run(asked, context);
  if (!applicationId) throw new Refusal(findings);
  return applicationId;
}

/** In what part the client writes this kind for the deal, and what it may know of it. @throws Refusal */
async function dealOf(
  context: CommandContext,
  account: AccountRecord,
  applicationId: string,
  kind: DocumentKind,
): Promise<{ readonly role: DealRole; readonly deal: DealFacts }> {
  const { roles } = kindRules[kind];
  const [visible] = await context.transaction.query(applicationById.statement, [[applicationId]]);
  if (visible && roles.includes('LESSEE')) {
    const application = await lockApplication(context, applicationId);
    requireOpenDeal(application);
    return { role: 'LESSEE', deal: await dealFacts(context, application) };
  }
  const standing = visible ? [] : await rolesIn(context, applicationId, account.clientId);
  const found = standing.find(({ role }) => roles.includes(role));
  if (found) return { role: found.role, deal: { applicationNumber: found.applicationNumber } };
  if (standing.length === 0 && !visible) throw new Refusal([formFinding('APPLICATION_NOT_FOUND', ['input', 'applicationId'])]);
  throw new Refusal([
    findingOf(
      'BY_LEASING_DOCUMENT_KIND_NOT_ALLOWED',
      cite('by-leasing/3.10/p2/kinds'),
      { kind, client: account.kind },
      { path: [...KIND] },
    ),
  ]);
}

/** @throws Refusal BY_LEASING_DEAL_CLOSED when nothing more can come of the application */
export function requireOpenDeal({ status }: ApplicationRecord): void {
  if (['REFUSED', 'EXPIRED', 'WITHDRAWN'].includes(status))
    throw new Refusal([formFinding('BY_LEASING_DEAL_CLOSED', ['input', 'applicationId'], { status })]);
}

export async function dealFacts(context: CommandContext, application: ApplicationRecord): Promise<DealFacts> {
  const documents = await context.transaction.query(leasingDocumentsByApplication.statement, [[application.id]]);
  const read = documents
    .filter(({ kind, reviewedAt, state }) => kind === 'LEASING_MAIN_TERMS' && reviewedAt !== null && state !== 'VOID')
    .at(-1);
  const { number, amount, termDays } = application;
  return { applicationNumber: number, amount, termDays, mainTerms: read?.sha256 ?? null };
}

export interface NewDocument {
  readonly kind: DocumentKind;
  readonly account: AccountRecord;
  readonly role: DealRole;
  readonly applicationId: string;
  readonly contractId: string | null;
  readonly deal: DealFacts;
}

/** Writes a new draft with what the lender knows. */
export async function insertDocument(context: CommandContext, wanted: NewDocument): Promise<LeasingDocumentRecord> {
  const { kind, account, role, applicationId, contractId, deal } = wanted;
  const id = uuidv7(context.now.epochMilliseconds);
  const known = await autoValues(context, account, deal);
  const fields = fieldSpecs(kind, account.kind).flatMap(({ name, auto }): FilledField[] => {
    const value = auto && known[auto];
    return value ? [{ name, value, origin: 'AUTO_FILLED', confirmedAt: null }] : [];
  });
  enforce(cite('by-leasing/3.9/p2/own-input'));
  const row = {
    id,
    clientId: account.clientId,
    role,
    applicationId,
    contractId,
    kind,
    flow: kindRules[kind].flow,
    state: 'DRAFT' as const,
    path: null,
    fieldsEnc: sealFilling(context, id, { fields }),
    coreDocumentId: null,
    createdAt: momentOf(context),
    formedAt: null,
    offeredAt: null,
    reviewedAt: null,
    summaryConfirmedAt: null,
    signedAt: null,
    sentAt: null,
    copyCertifiedAt: null,
    copyCertifiedBy: null,
  };
  await context.transaction.insert(LeasingDocumentEntity, { lenderId: context.lender.id, ...row });
  return { ...row, sha256: null };
}
