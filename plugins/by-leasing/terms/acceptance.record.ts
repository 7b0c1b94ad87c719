import type { CommandContext } from '../../../modules/commands';
import { listLoader, statement, uuidv7 } from '../../../modules/database';
import { enforce, type Finding, uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { cite } from '../cite';
import { momentOf } from '../judge';
import { AcceptanceEntity, type AcceptanceMode, declarationCodes } from './acceptance.entity';
import { MarketingConsentEntity } from './marketing-consent.entity';
import { termsInForce } from './terms.record';

export interface AcceptanceRecord {
  readonly id: string;
  readonly clientId: string;
  readonly termsVersion: string;
  readonly policyVersion: string | null;
  readonly mode: AcceptanceMode;
  readonly consentMark: boolean;
  readonly ceremonyId: string | null;
  readonly declarations: readonly string[];
  readonly madeAt: Date;
}

const readAcceptances = statement<AcceptanceRecord>(
  'by_leasing_acceptances',
  `select id, client_id as "clientId", terms_version as "termsVersion", policy_version as "policyVersion", mode,
     consent_mark as "consentMark", ceremony_id as "ceremonyId", declarations, made_at as "madeAt"
   from by_leasing.acceptance where client_id = any($1) order by made_at desc, id desc`,
);

/** What clients said to the agreement, the latest first. */
export const acceptancesByClient = listLoader(readAcceptances, (row) => row.clientId);

const readMarketing = statement<{ clientId: string; value: boolean; givenAt: Date }>(
  'by_leasing_marketing',
  `select client_id as "clientId", value, given_at as "givenAt" from by_leasing.marketing_consent
   where client_id = any($1) order by given_at desc, id desc`,
);

/** The box of advertising as clients left it, the latest first. */
export const marketingByClient = listLoader(readMarketing, (row) => row.clientId);

export interface NewAcceptance {
  readonly mode: AcceptanceMode;
  readonly consentMark: boolean;
  readonly ceremonyId: string | null;
}

/** Keeps what a client says to the version in force now, with the evidence of how (простая письменная форма). */
export async function keepAcceptance(
  context: CommandContext,
  clientId: string,
  { mode, consentMark, ceremonyId }: NewAcceptance,
): Promise<void> {
  const { agreement, policy } = await termsInForce(context);
  if (mode !== 'DECLINED') {
    enforce(cite('by-leasing/3.2/p3'));
    enforce(cite('by-leasing/3.8'));
    for (const clause of [cite('by-leasing/10.1/b1'), cite('by-leasing/10.1/b2'), cite('by-leasing/10.1/b4')]) enforce(clause);
  }
  await context.transaction.insert(AcceptanceEntity, {
    lenderId: context.lender.id,
    id: uuidv7(context.now.epochMilliseconds),
    clientId,
    termsVersion: agreement.version,
    policyVersion: policy?.version ?? null,
    mode,
    consentMark,
    ceremonyId,
    declarations: mode === 'DECLINED' ? [] : [...declarationCodes],
    madeAt: momentOf(context),
  });
}

/** What stands in the way as long as a client has not accepted, or has declined, the agreement. */
export async function acceptanceFindings(context: CommandContext, { clientId }: Pick<AccountRecord, 'clientId'>): Promise<Finding[]> {
  const [last] = await context.transaction.query(readAcceptances, [[clientId]]);
  const { agreement } = await termsInForce(context);
  const facts = { version: agreement.version };
  return [
    uphold(cite('by-leasing/2.1'), last !== undefined, 'BY_LEASING_TERMS_NOT_ACCEPTED', facts),
    uphold(cite('by-leasing/3.4/disagreement'), last?.mode !== 'DECLINED', 'BY_LEASING_TERMS_DECLINED', facts),
  ].filter((finding) => finding !== null);
}

/** Use goes on under another version: that is consent, and is kept as such. Nothing happens where the last word was a refusal. */
export async function noteUse(context: CommandContext, { clientId }: Pick<AccountRecord, 'clientId'>): Promise<void> {
  const [last] = await context.transaction.query(readAcceptances, [[clientId]]);
  const { agreement } = await termsInForce(context);
  if (!last || last.mode === 'DECLINED') return;
  const same = last.termsVersion === agreement.version;
  uphold(cite('by-leasing/3.4/continued-use'), same, 'BY_LEASING_TERMS_NOT_ACCEPTED');
  if (!same) await keepAcceptance(context, clientId, { mode: 'IMPLIED_BY_USE', consentMark: false, ceremonyId: null });
}

/** Keeps the box of advertising apart from everything else. */
export async function keepMarketingConsent(context: CommandContext, clientId: string, value: boolean): Promise<void> {
  enforce(cite('by-leasing/4.3/p2/marketing-mark'));
  await context.transaction.insert(MarketingConsentEntity, {
    lenderId: context.lender.id,
    id: uuidv7(context.now.epochMilliseconds),
    clientId,
    value,
    givenAt: momentOf(context),
  });
}

/** Whether advertising may be sent to a client: the finding where it may not. */
export async function advertisingFinding(context: CommandContext, clientId: string): Promise<Finding | null> {
  const [last] = await context.transaction.query(readMarketing, [[clientId]]);
  return uphold(cite('by-leasing/4.3/p2/marketing-mark'), last?.value === true, 'BY_LEASING_MARKETING_CONSENT_ABSENT');
}
