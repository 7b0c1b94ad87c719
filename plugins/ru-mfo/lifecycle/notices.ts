import type { ApplicationRecord } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { lockDocument, verifiedCanonical } from '../../../modules/documents';
import { notify } from '../../../modules/notifications';
import { readLoanApplication } from '../application/loan-application.record';
import { dutyOf, perform } from '../lenders';
import { rules } from '../rule-set';
import { rulesToday } from './resolve';

/** Tells a decision in the cabinet always, and by e-mail and short message where there is such a contact. */
export async function tellDecision(context: CommandContext, application: ApplicationRecord, text: string): Promise<void> {
  const resolved = rulesToday(context);
  const apart = application.status === 'REFUSED' ? rules.read(resolved, 'notice.refusal.anyOf') : null;
  const ways = apart ?? rules.read(resolved, 'notice.decision.anyOf');
  if (!ways) return;
  const clause = perform(context.lender.code, 'decision.told')[0] ?? ways.citations[0]?.clause;
  const client = await readClient(context, application.clientId);
  const message = { clientId: application.clientId, applicationId: application.id, kind: 'DECISION', text, clause };
  await notify(context, { ...message, channel: 'CABINET' });
  if (ways.value.includes('EMAIL') && client.emailVerifiedAt) await notify(context, { ...message, channel: 'EMAIL' });
  if (ways.value.includes('SMS') && client.phoneVerifiedAt) await notify(context, { ...message, channel: 'SMS' });
}

/** Tells the client that the offered terms can no longer be accepted, and what to do. */
export async function tellOfferOver(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const [clause] = perform(context.lender.code, 'offer.over');
  const { clientId, id: applicationId, number } = application;
  const text = `Срок предложения по заявлению № ${number} истёк, принять его уже нельзя. Чтобы получить новое предложение, подайте заявление ещё раз.`;
  const message = { clientId, applicationId, kind: 'OFFER_OVER', text, ...(clause ? { clause } : {}) };
  await notify(context, { ...message, channel: 'CABINET' });
  const client = await readClient(context, clientId);
  if (client.phoneVerifiedAt) await notify(context, { ...message, channel: 'SMS' });
}

/** Sends the accepted terms to the registered mailbox: the text that was signed, its hash and the signature's identifier. */
export async function mailTerms(context: CommandContext, application: ApplicationRecord): Promise<void> {
  if (dutyOf(context.lender.code, 'acceptance.emailed').length === 0) return;
  const [clause] = perform(context.lender.code, 'acceptance.emailed');
  const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
  const document = await lockDocument(context, own!.termsDocumentId!);
  const text = await verifiedCanonical(context, document);
  if (text === null) throw new Error(`The terms of application ${application.id} are not those that were signed.`);
  const account = context.lender.details.account ?? context.lender.details.site ?? context.lender.name;
  await notify(context, {
    clientId: application.clientId,
    applicationId: application.id,
    kind: 'INDIVIDUAL_TERMS',
    channel: 'EMAIL',
    subject: `Индивидуальные условия № ${application.number}`,
    text: [
      `Вы приняли индивидуальные условия № ${application.number}. Документ и график платежей — в личном кабинете: ${account}.`,
      `Идентификатор подписи ${own!.signatureIdentifier}, SHA-256 ${document.sha256}. Текст условий:`,
      text,
    ].join('\n\n'),
    clause,
  });
}
