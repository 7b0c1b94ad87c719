import { Temporal } from 'temporal-polyfill';
import { clientById } from '../../../modules/clients';
import { defineCommand, Refusal } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { rulesToday } from '../command-support/judging';
import { momentOf, whoOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { PLUGIN } from '../ids';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { lockPledge, PartyEntity, partiesByPledge, requireConsent, requireInForce, tellChange } from '../pledge';
import { rules } from '../rules';
import { PartyChangeEntity } from './party-change.entity';

const endParty = statement<never>(
  'by_pledge_end_party',
  "update by_pledge.party set until = $2 where pledge_id = $1 and role = 'PLEDGOR' and until is null",
);
const setDebtor = statement<never>('by_pledge_set_debtor', 'update by_pledge.pledge set debtor_client_id = $2 where id = $1');

export interface RegisterHeirs {
  readonly pledgeId: string;
  /** Clients of the lender who became owners. */
  readonly heirIds: readonly string[];
  /** The document of succession. */
  readonly basis: string;
}

/** Ownership passed to heirs: each becomes a joint co-pledgor for the whole claim, and the pledge goes on. */
export const registerHeirs = defineCommand<RegisterHeirs, PledgeResult>({
  name: 'byPledgeRegisterHeirs',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, heirIds, basis }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    requireInForce(pledge);
    const known = await context.transaction.query(clientById.statement, [heirIds]);
    const parties = await context.transaction.query(partiesByPledge.statement, [[pledgeId]]);
    const already = heirIds.some((id) => parties.some(({ clientId }) => clientId === id));
    const sound =
      heirIds.length > 0 && new Set(heirIds).size === heirIds.length && known.length === heirIds.length && !already && basis.trim() !== '';
    const refused = uphold(cite('by-pledge/5.13'), sound, 'BY_PLEDGE_PARTY_INVALID', {}, { path: ['input', 'heirIds'] });
    if (refused) throw new Refusal([refused]);
    await context.transaction.query(endParty, [pledgeId, momentOf(context)]);
    for (const partyClientId of heirIds)
      await context.transaction.insert(PartyEntity, {
        lenderId: context.lender.id,
        pledgeId,
        partyClientId,
        clientId: pledge.clientId,
        role: 'CO_PLEDGOR',
        basis: basis.trim().slice(0, 300),
        since: momentOf(context),
      });
    tellChange(context, pledge, 'HEIRS', String(heirIds.length), 'by-pledge/5.13');
    return { pledgeId };
  },
});

export interface TransferDebt {
  readonly pledgeId: string;
  readonly debtorId: string;
  readonly consentId: string | null;
}

/** The debt passes to somebody else with the lender's consent: the pledge stays in the state that it is in. */
export const transferDebt = defineCommand<TransferDebt, PledgeResult>({
  name: 'byPledgeTransferDebt',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, debtorId, consentId }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    requireInForce(pledge);
    const clause = cite('by-pledge/5.8');
    await requireConsent(context, pledge, consentId, 'DEBT_TRANSFER', clause);
    uphold(clause, true, 'BY_PLEDGE_CONSENT_MISSING');
    const [debtor] = await context.transaction.query(clientById.statement, [[debtorId]]);
    if (!debtor) throw new Refusal([formFinding('BY_PLEDGE_PARTY_INVALID', ['input', 'debtorId'])]);
    await context.transaction.query(setDebtor, [pledgeId, debtorId]);
    tellChange(context, pledge, 'DEBT_TRANSFERRED', consentId!, 'by-pledge/5.8');
    return { pledgeId };
  },
});

export interface NotifyChange {
  readonly pledgeId: string;
  readonly what: 'ADDRESS' | 'PHONE' | 'EMAIL' | 'OTHER';
  /** ISO 8601; when it changed. */
  readonly changedOn: string;
}

/** A party tells in writing that something changed: in time until the end of the next day, late after it, kept in both cases. */
export const notifyChange = defineCommand<NotifyChange, PledgeResult & { readonly isLate?: boolean }>({
  name: 'byPledgeNotifyChange',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, what, changedOn }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const notifiedOn = context.today.toString();
    if (changedOn > notifiedOn) throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'changedOn'], { field: 'changedOn' })]);
    const within = rules.read(rulesToday(context), 'addressChange.notice.within');
    const dueOn = Temporal.PlainDate.from(changedOn)
      .add({ days: within?.value ?? 0 })
      .toString();
    const late = uphold(
      cite('by-pledge/5.14'),
      within === null || notifiedOn <= dueOn,
      'BY_PLEDGE_NOTICE_LATE',
      { dueOn, notifiedOn },
      { severity: 'WARNING' },
    );
    const id = newId(context);
    await context.transaction.insert(PartyChangeEntity, {
      ...pledgeRow(context, pledge, id),
      party: context.caller.kind === 'CLIENT' ? 'PLEDGOR' : 'PLEDGEE',
      what,
      changedOn,
      dueOn,
      notifiedOn,
      isLate: late !== null,
      recordedBy: whoOf(context),
      recordedAt: momentOf(context),
    });
    tellChange(context, pledge, 'PARTY_CHANGED', id, enforce(cite('by-pledge/5.14')));
    return { pledgeId, isLate: late !== null, findings: late ? [late] : [] };
  },
});
