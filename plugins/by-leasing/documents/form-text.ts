import type { CommandContext } from '../../../modules/commands';
import { formDocument, voidDocument } from '../../../modules/documents';
import { enforce } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { cite } from '../cite';
import { pathOf } from '../factors/step-up';
import { PLUGIN } from '../ids';
import { momentOf, rulesToday } from '../judge';
import { rules } from '../rules';
import { saveDocument, tellStep } from './change';
import type { LeasingDocumentRecord } from './document.record';
import { type FieldSpec, fieldSpecs } from './field-specs';
import type { Filling } from './filled-fields';
import { templateOf } from './templates';

/**
 * Fixes the text of a locked document: all its values in the order of its template, one string, SHA-256 (agreement, 7.6). A document
 * of the client is shown at once; one of the lender not before the lender has signed it.
 */
export async function formText(
  context: CommandContext,
  document: LeasingDocumentRecord,
  account: AccountRecord,
  filling: Filling,
): Promise<LeasingDocumentRecord> {
  const byLender = document.flow === 'LENDER_ORIGINATED';
  const path = pathOf(account);
  const resolved = rulesToday(context);
  rules.read(resolved, 'fingerprint.algorithm');
  enforce(cite('by-leasing/1/hashing'));
  enforce(cite('by-leasing/6.5'));
  if (document.coreDocumentId) await voidDocument(context, document.coreDocumentId);
  const core = await formDocument(context, {
    plugin: PLUGIN,
    template: templateOf(document.kind),
    values: {
      formedOn: context.today.toString(),
      lender: lenderLines(context),
      rows: printedRows(fieldSpecs(document.kind, account.kind), filling),
      payments: filling.payments ?? [],
    },
    clientId: document.clientId,
    ...(document.applicationId ? { applicationId: document.applicationId } : {}),
    ...(document.contractId ? { contractId: document.contractId } : {}),
    editionId: resolved.edition?.id ?? null,
    form: byLender || path === 'CERTIFICATE' ? 'DIGITALLY_SIGNED' : 'ELECTRONIC_FORM',
    publish: !byLender,
  });
  const formed = await saveDocument(context, {
    ...document,
    state: 'FORMED',
    path,
    coreDocumentId: core.id,
    sha256: core.sha256,
    formedAt: momentOf(context),
    summaryConfirmedAt: null,
  });
  tellStep(context, formed, 'FORMED', enforce(cite('by-leasing/3.9/p1')));
  return formed;
}

/** Values with the words under which they are printed; a choice by its words. */
const printedRows = (specs: readonly FieldSpec[], { fields }: Filling) => {
  const given = new Map(fields.map(({ name, value }) => [name, value]));
  return specs
    .filter(({ name }) => given.has(name))
    .map(({ name, label, options }) => ({ name, label, value: options?.[given.get(name)!] ?? given.get(name)! }));
};

function lenderLines({ lender }: CommandContext) {
  const { details = {} } = lender;
  return [
    { name: 'lender', label: 'Наименование', value: lender.legalName },
    ...(details.postalAddress ? [{ name: 'lenderAddress', label: 'Адрес', value: details.postalAddress }] : []),
  ];
}
