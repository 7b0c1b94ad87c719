import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { voidDocument } from '../../../modules/documents';
import { enforce, type Finding, formFinding, uphold } from '../../../modules/rules';
import { type AccountRecord, lockAccount } from '../accounts/account.record';
import { cite } from '../cite';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { PLUGIN } from '../ids';
import { momentOf, refuse } from '../judge';
import { requireOperation } from '../operations/require-operation';
import { DOCUMENT_PATH, lockOwnDocument, requireNext, requireUnsigned, saveDocument, tellStep } from './change';
import { type DocumentResult, ownClient } from './create.command';
import type { LeasingDocumentRecord } from './document.record';
import { type AutoSource, type FieldSpec, fieldSpecs, isSoundValue } from './field-specs';
import { type FilledField, type Filling, missingOf, openFilling, sealFilling, unconfirmedOf } from './filled-fields';
import { formText } from './form-text';
import { serviceOf } from './service-of';
import { truthFinding } from './truth';

export interface FillDocument {
  readonly documentId: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Names of values that were filled in for the client and that it marks as current. */
  readonly confirmed: readonly string[];
}

/** The client's document, with the account that writes it; locked. */
async function ownDraft(context: CommandContext, documentId: string): Promise<[LeasingDocumentRecord, AccountRecord]> {
  // The account first, then the document: every command of the client locks in this order.
  const account = await lockAccount(context, ownClient(context));
  const document = await lockOwnDocument(context, documentId);
  requireUnsigned(document);
  if (document.flow !== 'CLIENT_ORIGINATED' || !['DRAFT', 'FORMED'].includes(document.state))
    throw new Refusal([formFinding('BY_LEASING_DOCUMENT_STATE_INVALID', DOCUMENT_PATH, { from: document.state, to: 'DRAFT' })]);
  return [document, account];
}

const serviceUsed = ({ id, kind, role }: LeasingDocumentRecord) => ({ service: serviceOf(kind, role), reference: id });

/** The client types or chooses values, and marks as current what was filled in for it; every value keeps where it came from (3.9). */
export const fillDocument = defineCommand<FillDocument, DocumentResult>({
  name: 'byLeasingFillDocument',
  plugin: PLUGIN,
  emits: [...ACCOUNT_EVENTS, 'ByLeasingDocumentStep', 'DocumentStatusChanged'],
  async run({ documentId, fields, confirmed }, context) {
    const [document, account] = await ownDraft(context, documentId);
    const refused = await requireOperation(context, account, serviceUsed(document));
    if (refused.length > 0) return { findings: refused };
    const specs = fieldSpecs(document.kind, account.kind);
    const filling = openFilling(context, document.id, document.fieldsEnc);
    const filled = merge(context, specs, filling, fields, confirmed);
    // A text that was formed says something else by now.
    if (document.coreDocumentId) await voidDocument(context, document.coreDocumentId);
    const saved = await saveDocument(context, {
      ...document,
      state: 'DRAFT',
      coreDocumentId: null,
      formedAt: null,
      summaryConfirmedAt: null,
      fieldsEnc: sealFilling(context, document.id, { fields: filled }),
    });
    tellStep(context, saved, 'FILLED');
    return { documentId };
  },
});

/** What a document is about is not the client's to rewrite: the policy in force, the deal, the terms that it was shown. */
const FIXED: readonly AutoSource[] = ['POLICY_VERSION', 'APPLICATION_NUMBER', 'CONTRACT_NUMBER', 'MAIN_TERMS'];

function merge(
  context: CommandContext,
  specs: readonly FieldSpec[],
  { fields: before }: Filling,
  given: FillDocument['fields'],
  confirmed: readonly string[],
): readonly FilledField[] {
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  const held = new Map(before.map((field) => [field.name, field]));
  const faults: Finding[] = [];
  for (const { name, value } of given) {
    const spec = byName.get(name);
    const tidy = value.normalize('NFC').trim();
    const fixed = spec?.auto && FIXED.includes(spec.auto) && held.get(name)?.origin === 'AUTO_FILLED';
    const own = spec !== undefined && !fixed && isSoundValue(spec, tidy);
    const path = ['input', 'fields', name];
    const fault = uphold(cite('by-leasing/3.9/p2/own-input'), own, 'BY_LEASING_FIELD_INVALID', { field: name }, { path });
    if (fault) faults.push(fault);
    else held.set(name, { name, value: tidy, origin: spec!.type === 'CHOICE' ? 'CLIENT_CHOICE' : 'CLIENT_INPUT', confirmedAt: null });
  }
  for (const name of confirmed) {
    const field = held.get(name);
    if (field?.origin === 'AUTO_FILLED') held.set(name, { ...field, confirmedAt: context.now.toString() });
    else faults.push(formFinding('BY_LEASING_FIELD_INVALID', ['input', 'confirmed', name], { field: name }));
  }
  if (faults.length > 0) throw new Refusal(faults);
  return specs.flatMap(({ name }) => held.get(name) ?? []);
}

/** What stands in the way of signing a client's document as it is filled: values that are missing (3.10), marks that are missing (3.9). */
export function readiness(document: LeasingDocumentRecord, account: AccountRecord, filling: Filling): readonly (Finding | null)[] {
  const missing = missingOf(fieldSpecs(document.kind, account.kind), filling);
  const unconfirmed = unconfirmedOf(filling);
  const options = { path: [...DOCUMENT_PATH] };
  return [
    uphold(cite('by-leasing/3.10/p1'), missing.length === 0, 'BY_LEASING_DOCUMENT_INCOMPLETE', { missing: missing.join(', ') }, options),
    uphold(
      cite('by-leasing/3.9/p2/auto-fill'),
      unconfirmed.length === 0,
      'BY_LEASING_AUTOFILL_NOT_CONFIRMED',
      { fields: unconfirmed.join(', ') },
      options,
    ),
  ];
}

export interface DocumentStepInput {
  readonly documentId: string;
}

/** Fixes the text of a client's document once everything is filled and marked. */
export const formOwnDocument = defineCommand<DocumentStepInput, DocumentResult>({
  name: 'byLeasingFormDocument',
  plugin: PLUGIN,
  emits: [...ACCOUNT_EVENTS, 'ByLeasingDocumentStep', 'DocumentStatusChanged'],
  async run({ documentId }, context) {
    const [document, account] = await ownDraft(context, documentId);
    requireNext(document, 'FORMED');
    const refused = await requireOperation(context, account, serviceUsed(document));
    if (refused.length > 0) return { findings: refused };
    const filling = openFilling(context, document.id, document.fieldsEnc);
    refuse(...readiness(document, account, filling));
    const untrue = await truthFinding(context, document, account, filling);
    if (untrue) return { findings: [untrue] };
    await formText(context, document, account, filling);
    return { documentId };
  },
});

export interface ConfirmSummary {
  readonly documentId: string;
  /** Hexadecimal SHA-256 of the text whose summary was shown. */
  readonly sha256: string;
}

/** Before every signature the client is shown all values and confirms that it has checked them (9.2.5). */
export const confirmSummary = defineCommand<ConfirmSummary, DocumentResult>({
  name: 'byLeasingConfirmSummary',
  plugin: PLUGIN,
  emits: ['ByLeasingDocumentStep'],
  async run({ documentId, sha256 }, context) {
    const document = await lockOwnDocument(context, documentId);
    requireUnsigned(document);
    requireNext(document, 'SIGNED');
    if (document.sha256 !== sha256.toLowerCase()) throw new Refusal([formFinding('BY_LEASING_DOCUMENT_CHANGED', DOCUMENT_PATH)]);
    const saved = await saveDocument(context, { ...document, summaryConfirmedAt: momentOf(context) });
    tellStep(context, saved, 'SUMMARY_CONFIRMED', enforce(cite('by-leasing/9.2.5')));
    return { documentId };
  },
});

/** The client opens a lender's document for reading; without that it cannot be signed (3.11). Main terms ask for no more (3.13.6). */
export const reviewDocument = defineCommand<DocumentStepInput, DocumentResult>({
  name: 'byLeasingReviewDocument',
  plugin: PLUGIN,
  emits: ['ByLeasingDocumentStep'],
  async run({ documentId }, context) {
    const document = await lockOwnDocument(context, documentId);
    if (document.state !== 'OFFERED' || document.reviewedAt) return { documentId };
    const saved = await saveDocument(context, { ...document, reviewedAt: momentOf(context) });
    tellStep(context, saved, 'REVIEWED', enforce(cite('by-leasing/3.11/p1/client-signs')));
    if (document.kind === 'LEASING_MAIN_TERMS') enforce(cite('by-leasing/3.13.6'));
    return { documentId };
  },
});
