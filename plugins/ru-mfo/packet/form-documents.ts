import type { ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { type DocumentRecord, formDocument } from '../../../modules/documents';
import { formFinding } from '../../../modules/rules';
import type { PayoutMethod } from '../application/loan-application.entity';
import { readLoanApplication } from '../application/loan-application.record';
import { PLUGIN } from '../ids';
import { lenderData } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { readRegistration } from '../registration/registration.record';
import { borrowerOf } from './borrower';
import { type PacketDocumentData, packetTemplate } from './documents';

/** How the money is wanted, as it stands in documents. */
export const payoutWords: Readonly<Record<PayoutMethod, string>> = {
  BANK_ACCOUNT: 'Переводом на банковский счёт заёмщика, указанный в заявлении',
  PAYMENT_CARD: 'Переводом на платёжную карту заёмщика, указанную в заявлении',
};

/** Values for the documents of an application's packet. @throws Refusal RU_MFO_SIGNATURE_AGREEMENT_MISSING */
export async function packetData(context: CommandContext, application: ApplicationRecord): Promise<PacketDocumentData> {
  const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
  const [registration] = await context.transaction.query(readRegistration, [[application.clientId]]);
  if (!registration?.signatureAgreementVersion)
    throw new Refusal([formFinding('RU_MFO_SIGNATURE_AGREEMENT_MISSING', ['input', 'applicationId'])]);
  return {
    number: application.number,
    formedOn: context.today.toString(),
    lender: { legalName: context.lender.legalName, details: context.lender.details },
    borrower: await borrowerOf(context, application.clientId),
    amount: application.amount,
    termDays: application.termDays,
    payout: own?.payoutMethod ? payoutWords[own.payoutMethod] : '—',
    agreementVersion: registration.signatureAgreementVersion,
    rules: editionTitle(context),
  };
}

/** Forms and publishes the documents of these kinds, in this order; kinds without a template are formed by whoever owns them. */
export async function formPacketDocuments(
  context: CommandContext,
  application: ApplicationRecord,
  kinds: readonly string[],
): Promise<readonly DocumentRecord[]> {
  const values = await packetData(context, application);
  const formed: DocumentRecord[] = [];
  for (const kind of kinds) {
    const template = packetTemplate(kind);
    if (!template) continue;
    formed.push(
      await formDocument(context, {
        plugin: PLUGIN,
        template,
        values,
        clientId: application.clientId,
        applicationId: application.id,
        editionId: rulesToday(context).edition?.id ?? null,
        form: 'ELECTRONIC_FORM',
        publish: true,
      }),
    );
  }
  return formed;
}

/** What the edition in force today is called. */
function editionTitle(context: CommandContext): string {
  const today = context.today.toString();
  const entry = lenderData(context.lender.code)?.editions.timeline.find(({ from, to }) => from <= today && (to === null || today < to));
  return (entry?.kind === 'EDITION' && entry.options.title) || `редакция, действующая ${today}`;
}
