import { type CommandResult, defineCommand } from '../../../modules/commands';
import { uphold } from '../../../modules/rules';
import { lockAccount } from '../accounts/account.record';
import { cite } from '../cite';
import { ACCOUNT_EVENTS, tellAccount } from '../factors/security-event';
import { openHolds } from '../holds/hold.record';
import { PLUGIN } from '../ids';
import { refuse } from '../judge';
import { statusFindings } from '../operations/require-operation';
import { keepAcceptance, keepMarketingConsent } from './acceptance.record';
import { termsInForce } from './terms.record';

export interface AnsweredTerms extends CommandResult {
  readonly clientId?: string;
}

export interface AnswerTerms {
  readonly clientId: string;
  /** False: the client disagrees, and its operations stop until it agrees or leaves. */
  readonly accepted: boolean;
  /** The version that it read. */
  readonly termsVersion: string;
}

/** A client says to the agreement in force that it agrees, or that it does not. */
export const answerTerms = defineCommand<AnswerTerms, AnsweredTerms>({
  name: 'byLeasingAnswerTerms',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ clientId, accepted, termsVersion }, context) {
    const account = await lockAccount(context, clientId);
    refuse(...statusFindings(account, await openHolds(context, clientId)));
    const { version } = (await termsInForce(context)).agreement;
    const current = uphold(cite('by-leasing/3.2/p1'), version === termsVersion, 'BY_LEASING_TERMS_NOT_ACCEPTED', { version });
    refuse(current && { ...current, path: ['input', 'termsVersion'] });
    await keepAcceptance(context, clientId, { mode: accepted ? 'EXPLICIT' : 'DECLINED', consentMark: accepted, ceremonyId: null });
    tellAccount(context, account, accepted ? 'TERMS_ACCEPTED' : 'TERMS_DECLINED', version, cite('by-leasing/3.4/disagreement').clause);
    return { clientId };
  },
});

/** A client gives or takes back its consent to advertising; nothing else changes by it. */
export const setMarketingConsent = defineCommand<{ readonly clientId: string; readonly value: boolean }, AnsweredTerms>({
  name: 'byLeasingSetMarketingConsent',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ clientId, value }, context) {
    const account = await lockAccount(context, clientId);
    refuse(...statusFindings(account, await openHolds(context, clientId)));
    await keepMarketingConsent(context, clientId, value);
    tellAccount(context, account, 'MARKETING_CONSENT', String(value));
    return { clientId };
  },
});
