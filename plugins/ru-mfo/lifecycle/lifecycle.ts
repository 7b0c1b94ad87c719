import type { ApplicationLifecycle, ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { cancelContract, lockContractOfApplication } from '../../../modules/contracts';
import { cancelDeadlines, meetDeadline } from '../../../modules/deadlines';
import { voidDocument } from '../../../modules/documents';
import { isMoneyOut } from '../../../modules/payments';
import { uphold } from '../../../modules/rules';
import { joinedAddons } from '../addons/addon-terms';
import { voidInsuredTerms } from '../addons/insured-terms';
import { chargeAddon, declineAddons } from '../addons/join-addons';
import { giveBureauConsent, readLoanApplication } from '../application/loan-application.record';
import { keepStartInput, type StartInput } from '../application/start-input';
import { reportContract } from '../confidentiality/reporting';
import { ACCOUNT_CREDIT, CREDIT_LINE, MICROLOAN, OFFER_TERM, PRELIMINARY_DECISION, TRANSFER_TERM } from '../ids';
import { COOLING_OFF, startCoolingOff } from '../law/cooling-off';
import { warnOfDebtBurden } from '../law/debt-burden-warning';
import { burdenInputs } from '../law/law-facts';
import { dutyOf, perform } from '../lenders';
import { voidPackets } from '../packet/form-packet';
import { keepReception } from '../reception/keep-reception';
import { receiveApplication } from '../reception/receive-application';
import { approved, refusalText, refused, signed } from '../reception/stages';
import { beginApplication } from '../review/begin-application';
import { beginService } from '../service/begin-service';
import { keepCreditLine } from '../tranches/credit-line';
import { gatherFacts } from './facts';
import { mailTerms, tellDecision, tellOfferOver } from './notices';
import { offerTerms } from './offer';
import { datesOf } from './resolve';
import { startTerm } from './terms-of-days';

const subjectOf = ({ id }: ApplicationRecord) => ({ type: 'Application', id });

/** How this plugin's loans live: what happens beside each transition, in its transaction. */
export const lifecycle: ApplicationLifecycle = {
  products: [
    {
      code: MICROLOAN,
      title: { en: 'Consumer microloan', ru: 'Потребительский микрозайм', be: 'Спажывецкая мікрапазыка' },
    },
    {
      code: CREDIT_LINE,
      title: {
        en: 'Consumer microloan with a credit limit',
        ru: 'Потребительский микрозайм с лимитом кредитования',
        be: 'Спажывецкая мікрапазыка з лімітам крэдытавання',
      },
    },
  ],
  // Before the conclusion it would be concluded today; the conclusion itself falls on the day of the transfer.
  rulesOn: (_context, _application, _stage, on) => on,
  ruleDates: datesOf,
  gatherFacts,
  effects: {
    START: async (context, application, extension) => {
      await keepStartInput(context, application, extension as StartInput | undefined);
      await keepCreditLine(context, application, extension as StartInput | undefined);
      await beginApplication(context, application, extension as StartInput | undefined);
      await keepReception(context, application, (extension as StartInput | undefined) ?? {});
    },
    SUBMIT: async (context, application) => {
      // Sending the application is the consent to a credit report for it.
      await context.transaction.query(giveBureauConsent, [application.id, new Date(context.now.epochMilliseconds)]);
      perform(context.lender.code, 'application.sent');
      await startTerm(context, PRELIMINARY_DECISION, application);
      await receiveApplication(context, application);
    },
    OFFER: async (context, application) => {
      await offerTerms(context, application);
      const burden = await burdenInputs(context, application);
      if (burden) await warnOfDebtBurden(context, application, burden);
      await startTerm(context, OFFER_TERM, application);
      await meetDeadline(context, { kind: PRELIMINARY_DECISION, subject: subjectOf(application) });
      await approved(context, application);
      await tellDecision(
        context,
        application,
        `Заявление № ${application.number} одобрено. Прочитайте и примите индивидуальные условия в личном кабинете.`,
      );
    },
    REFUSE: async (context, application) => {
      perform(context.lender.code, 'refusal.law');
      await endOffer(context, application);
      await meetDeadline(context, { kind: PRELIMINARY_DECISION, subject: subjectOf(application) });
      await refused(context, application);
      await tellDecision(context, application, await refusalText(context, application));
    },
    SIGN: async (context, application) => {
      await meetDeadline(context, { kind: OFFER_TERM, subject: subjectOf(application) });
      await signed(context, application);
      await startTerm(context, TRANSFER_TERM, application);
      await startCoolingOff(context, application);
      await mailTerms(context, application);
    },
    CONCLUDE: async (context, application, _extension, at) => {
      for (const kind of [TRANSFER_TERM, ACCOUNT_CREDIT]) await meetDeadline(context, { kind, subject: subjectOf(application), at });
      for (const duty of ['payout.partner', 'terms.inAccount', 'schedule.inAccount'] as const) perform(context.lender.code, duty);
      for (const addon of await joinedAddons(context, application.id)) await chargeAddon(context, addon, 'LOAN');
      const contract = await lockContractOfApplication(context, application.id);
      if (contract) await reportContract(context, contract);
      await beginService(context, application, at);
    },
    WITHDRAW: async (context, application) => {
      if (await endOffer(context, application)) perform(context.lender.code, 'client.declines');
      await cancelDeadlines(context, { subject: subjectOf(application) });
    },
    EXPIRE: async (context, application) => {
      await tellOfferOver(context, application);
      await endOffer(context, application);
      await cancelDeadlines(context, { subject: subjectOf(application) });
    },
  },
};

/** Takes back what was offered and not yet provided. Answers whether accepted terms waited for their money. */
async function endOffer(context: CommandContext, application: ApplicationRecord): Promise<boolean> {
  const contract = await lockContractOfApplication(context, application.id);
  const waiting = contract?.status === 'AWAITING_TRANSFER';
  if (waiting) {
    // Money on its way cannot be called back: when it arrives it concludes the contract, and when it does not, all is open again.
    const stays = uphold(
      dutyOf(context.lender.code, 'client.declines'),
      !(await isMoneyOut(context, contract.id)),
      'RU_MFO_TRANSFER_UNDER_WAY',
    );
    if (stays) throw new Refusal([stays]);
    await cancelContract(context, contract);
  }
  for (const kind of [OFFER_TERM, TRANSFER_TERM, COOLING_OFF]) await cancelDeadlines(context, { subject: subjectOf(application), kind });
  const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
  if (own?.termsDocumentId && !own.acceptedAt) await voidDocument(context, own.termsDocumentId);
  await voidInsuredTerms(context, application.id);
  await voidPackets(context, { applicationId: application.id });
  await declineAddons(context, application.id);
  return waiting;
}
