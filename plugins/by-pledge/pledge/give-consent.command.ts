import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { type Citation, findingOf, formFinding } from '../../../modules/rules';
import { momentOf, whoOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { PLUGIN } from '../ids';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { ConsentEntity, type ConsentSubject } from './consent.entity';
import { lockPledge } from './lock-pledge';
import { type ConsentRecord, consentById, type PledgeRecord } from './pledge.record';
import { tellChange } from './pledge-events';

export interface GiveConsent {
  readonly pledgeId: string;
  readonly subject: ConsentSubject;
  /** What exactly is allowed; of an insurance deviation, the names of what may deviate, e.g. `DEDUCTIBLE`. */
  readonly scope: string;
}

export interface ConsentGiven extends PledgeResult {
  readonly consentId?: string;
}

const TEXT = /^[^\p{C}]{1,500}$/u;

/** A party gives a written consent: a client's session that of the pledgor, an officer's that of the lender. It counts from today. */
export const giveConsent = defineCommand<GiveConsent, ConsentGiven>({
  name: 'byPledgeGiveConsent',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, subject, scope }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const isPledgor = context.caller.kind === 'CLIENT';
    if (isPledgor && subject !== 'REGISTER_DISCLOSURE') throw new Refusal([formFinding('BY_PLEDGE_NOT_OWN', ['input', 'subject'])]);
    if (!TEXT.test(scope.trim())) throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'scope'], { field: 'scope' })]);
    const consentId = newId(context);
    await context.transaction.insert(ConsentEntity, {
      ...pledgeRow(context, pledge, consentId),
      subject,
      givenBy: isPledgor ? 'PLEDGOR' : 'PLEDGEE',
      scope: scope.normalize('NFC').trim(),
      givenOn: context.today.toString(),
      givenAt: momentOf(context),
      recordedBy: whoOf(context),
    });
    tellChange(context, pledge, 'CONSENT', consentId);
    return { pledgeId, consentId };
  },
});

/** The named consent of the lender to a subject. @throws Refusal BY_PLEDGE_CONSENT_MISSING with the clause that asks for it */
export async function requireConsent(
  context: CommandContext,
  pledge: PledgeRecord,
  consentId: string | null,
  subject: ConsentSubject,
  clause: Citation,
): Promise<ConsentRecord> {
  const [consent] = consentId ? await context.transaction.query(consentById.statement, [[consentId]]) : [];
  if (consent?.pledgeId === pledge.id && consent.subject === subject && consent.givenBy === 'PLEDGEE') return consent;
  throw new Refusal([findingOf('BY_PLEDGE_CONSENT_MISSING', clause, { subject }, { path: ['input', 'consentId'] })]);
}
