import type { ApplicationRecord } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { latestDecision } from '../../../modules/decisions';
import { formDocument } from '../../../modules/documents';
import type { PayoutMethod } from '../application/loan-application.entity';
import { readLoanApplication, setTermsDocument } from '../application/loan-application.record';
import { individualTerms } from '../documents/individual-terms';
import { tariffOn } from '../finance';
import { PLUGIN } from '../ids';
import { lenderData, perform } from '../lenders';

const payoutWords: Readonly<Record<PayoutMethod, string>> = {
  BANK_ACCOUNT: 'Переводом на банковский счёт заёмщика, указанный в заявлении',
  PAYMENT_CARD: 'Переводом на платёжную карту заёмщика, указанную в заявлении',
};

/** Forms the individual terms of the standing decision and publishes them: they can be read before they are accepted. */
export async function offerTerms(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const [decision] = await context.transaction.query(latestDecision, [application.id]);
  if (!decision?.terms) throw new Error(`Application ${application.id} is offered without terms.`);
  const client = await readClient(context, application.clientId);
  const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
  const { familyName, givenName, patronymic } = client.profile;
  const { terms } = decision;
  const changed = decision.kind === 'APPROVED_OTHER_TERMS';
  const tariff = tariffOn(lenderData(context.lender.code)?.tariffs ?? [], context.today)!;
  for (const duty of ['terms.formed', 'terms.lenderDetails', 'terms.schedule', 'terms.offer', 'terms.insuranceSeparable'] as const) {
    perform(context.lender.code, duty);
  }
  const document = await formDocument(context, {
    plugin: PLUGIN,
    template: individualTerms,
    values: {
      number: application.number,
      formedOn: context.today.toString(),
      lender: { legalName: context.lender.legalName, details: context.lender.details },
      borrower: {
        name: [familyName, givenName, patronymic].filter(Boolean).join(' '),
        phone: client.phone ?? '—',
        email: client.email ?? '—',
      },
      terms,
      payout: own?.payoutMethod ? payoutWords[own.payoutMethod] : '—',
      penalty: `${tariff.penaltyYearlyPercent} процентов годовых от непогашенной части основного долга`,
      changed: {
        amount: changed && terms.principal !== application.amount ? application.amount : null,
        termDays: changed && terms.termDays !== application.termDays ? application.termDays : null,
      },
    },
    clientId: application.clientId,
    applicationId: application.id,
    editionId: decision.editionId,
    form: 'ELECTRONIC_FORM',
    publish: true,
  });
  perform(context.lender.code, changed ? 'terms.publishedChanged' : 'terms.published');
  await context.transaction.query(setTermsDocument, [application.id, document.id]);
}
