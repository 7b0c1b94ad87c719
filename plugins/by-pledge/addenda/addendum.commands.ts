import { Temporal } from 'temporal-polyfill';
import { readClient } from '../../../modules/clients';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { replaceSchedule } from '../../../modules/contracts';
import { statement } from '../../../modules/database';
import { DEADLINE_EVENTS } from '../../../modules/deadlines';
import { formDocument, markSigned } from '../../../modules/documents';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { requireAuthority } from '../authority/authority.commands';
import { cite } from '../cite';
import { momentOf, whoOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { tellCreditRegister } from '../credit-register/queue';
import { meetByAddendum } from '../duties/meet-by-addendum';
import { PLUGIN } from '../ids';
import { scheduleOf } from '../interest';
import { renewInventory } from '../inventory/renew-inventory';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { lockPledgeWithContract, notInForce, type PledgeRecord, tellChange } from '../pledge';
import { enforcementEvents } from '../pledge/course-events';
import { endPledge } from '../pledge/end-pledge';
import { AddendumEntity, type AddendumKind } from './addendum.entity';
import { type AddendumChanges, type AddendumRecord, addendaByPledge } from './addendum.record';
import { addendumTemplate } from './addendum.template';

const setAccepted = statement<never>(
  'by_pledge_addendum_accept',
  `update by_pledge.addendum set pledgor_accepted_at = $2, pledgee_accepted_at = $3, channel = coalesce($4, channel), status = $5 where id = $1`,
);

export interface ProposeAddendum {
  readonly pledgeId: string;
  readonly kind: AddendumKind;
  readonly changes: AddendumChanges;
  readonly reason: string;
  /** ISO 8601; today or later. */
  readonly effectiveOn: string;
}

const allowed: Readonly<Record<AddendumKind, readonly string[]>> = {
  VALUE: ['pledgeValue'],
  RATE: ['dailyRate'],
  ITEM: ['plate', 'storageAddress', 'vin', 'propertyName'],
  OTHER: ['terms'],
  TERMINATION: ['terms'],
};
const SUM = /^(?:0|[1-9]\d{0,14})\.\d{2}$/;
const RATE = /^\d{1,3}(?:\.\d{1,6})?$/;
const TEXT = /^[^\p{C}]{1,300}$/u;

/** Proposes a change of an agreement in force: the document is formed and published, nothing changes yet. Within a command. */
export async function draftAddendum(
  context: CommandContext,
  { application, pledge }: { readonly application: { readonly id: string }; readonly pledge: PledgeRecord },
  { kind, changes, reason, effectiveOn }: Omit<ProposeAddendum, 'pledgeId'>,
): Promise<string> {
  const invalid = [
    ...Object.entries(changes)
      .filter(([name, value]) => !allowed[kind].includes(name) || !formOf(name).test(value))
      .map(([name]) => name),
    ...(Object.keys(changes).length > 0 ? [] : ['changes']),
    ...(TEXT.test(reason.trim()) ? [] : ['reason']),
    ...(effectiveOn >= context.today.toString() ? [] : ['effectiveOn']),
  ];
  if (invalid.length > 0) throw new Refusal(invalid.map((field) => formFinding('BY_PLEDGE_FIELD_INVALID', ['input', field], { field })));
  const no = (await context.transaction.query(addendaByPledge.statement, [[pledge.id]])).length + 1;
  const document = await formDocument(context, {
    plugin: PLUGIN,
    template: addendumTemplate,
    values: { loan: pledge.loanNumber!, no, effectiveOn, reason: reason.trim(), changes },
    clientId: pledge.clientId,
    applicationId: application.id,
    form: 'ELECTRONIC_FORM',
    publish: true,
  });
  const id = newId(context);
  await context.transaction.insert(AddendumEntity, {
    ...pledgeRow(context, pledge, id),
    no,
    kind,
    status: 'PROPOSED',
    changes,
    reason: reason.trim(),
    documentId: document.id,
    effectiveOn,
    proposedBy: whoOf(context),
    proposedAt: momentOf(context),
  });
  tellChange(context, pledge, 'ADDENDUM_PROPOSED', id, enforce(cite('by-pledge/5.3')));
  return id;
}

const formOf = (name: string): RegExp => (name === 'pledgeValue' ? SUM : name === 'dailyRate' ? RATE : TEXT);

export const proposeAddendum = defineCommand<ProposeAddendum, PledgeResult & { readonly addendumId?: string }>({
  name: 'byPledgeProposeAddendum',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged', 'DocumentStatusChanged'],
  async run({ pledgeId, ...proposal }, context) {
    const { application, pledge } = await lockPledgeWithContract(context, pledgeId);
    const outside = notInForce(pledge, cite('by-pledge/5.1/start'));
    if (outside) throw new Refusal([outside]);
    return { pledgeId, addendumId: await draftAddendum(context, { application, pledge }, proposal) };
  },
});

export interface AcceptAddendum {
  readonly pledgeId: string;
  readonly addendumId: string;
  /** Where an officer books the pledgor's signed copy that came by e-mail: the address that it came from. */
  readonly from: string | null;
}

/**
 * A party accepts an addendum: the pledgor in the own session or by a signed copy sent from the address in the questionnaire,
 * for which no original is asked; the lender by its authorised signer. With both it takes effect.
 */
export const acceptAddendum = defineCommand<AcceptAddendum, PledgeResult>({
  name: 'byPledgeAcceptAddendum',
  plugin: PLUGIN,
  emits: [...new Set([...enforcementEvents, ...DEADLINE_EVENTS, 'DocumentStatusChanged'])],
  async run({ pledgeId, addendumId, from }, context) {
    const { pledge, contract } = await lockPledgeWithContract(context, pledgeId);
    const addendum = (await context.transaction.query(addendaByPledge.statement, [[pledgeId]])).find(({ id }) => id === addendumId);
    if (addendum?.status !== 'PROPOSED')
      throw new Refusal([formFinding('BY_PLEDGE_ADDENDUM_NOT_OPEN', ['input', 'addendumId'], { status: addendum?.status ?? null })]);
    const at = momentOf(context);
    const byPledgor = context.caller.kind === 'CLIENT' || from !== null;
    if (context.caller.kind !== 'CLIENT' && from !== null) await requireQuestionnaireAddress(context, pledge, from);
    if (!byPledgor) await requireAuthority(context, context.caller.subject);
    const pledgorAt = byPledgor ? (addendum.pledgorAcceptedAt ?? at) : addendum.pledgorAcceptedAt;
    const pledgeeAt = byPledgor ? addendum.pledgeeAcceptedAt : (addendum.pledgeeAcceptedAt ?? at);
    const both = pledgorAt !== null && pledgeeAt !== null;
    const channel = byPledgor ? (from === null ? 'CABINET' : 'EMAIL') : null;
    await context.transaction.query(setAccepted, [addendumId, pledgorAt, pledgeeAt, channel, both ? 'ACCEPTED' : 'PROPOSED']);
    tellChange(context, pledge, both ? 'ADDENDUM_ACCEPTED' : 'ADDENDUM_ACCEPTED_BY_ONE', addendumId, enforce(cite('by-pledge/5.3')));
    if (!both) return { pledgeId };
    await markSigned(context, addendum.documentId);
    await take(context, pledge, contract, addendum);
    return { pledgeId };
  },
});

/** A signed document that came from the questionnaire's address needs no original. */
async function requireQuestionnaireAddress(context: CommandContext, pledge: PledgeRecord, from: string): Promise<void> {
  const { email } = await readClient(context, pledge.clientId);
  const same = email !== null && from.trim().toLowerCase() === email.toLowerCase();
  const refused = uphold(cite('by-pledge/5.16'), same, 'BY_PLEDGE_ORIGINAL_NOT_ACCEPTED', {}, { path: ['input', 'from'] });
  if (refused) throw new Refusal([refused]);
}

async function take(
  context: CommandContext,
  pledge: PledgeRecord,
  contract: Awaited<ReturnType<typeof lockPledgeWithContract>>['contract'],
  { id, kind, changes, effectiveOn }: AddendumRecord,
): Promise<void> {
  const on = Temporal.PlainDate.from(effectiveOn);
  if (kind === 'TERMINATION') {
    await endPledge(context, pledge, { on, ground: 'ADDENDUM', basis: id, clause: 'by-pledge/5.3' });
    return;
  }
  if (kind === 'RATE') {
    const remaining = contract.terms.schedule.filter(({ dueOn }) => dueOn > effectiveOn);
    const principal = remaining.reduce((sum, row) => sum.plus(row.principal), new Decimal(0));
    const payments = remaining.map((row) => ({ on: Temporal.PlainDate.from(row.dueOn), principal: new Decimal(row.principal) }));
    const rows = scheduleOf({ principal, dailyRate: changes.dailyRate!, startOn: on.subtract({ days: 1 }), payments });
    const schedule = rows.map((row, i) => ({ ...row, no: remaining[i]!.no }));
    await replaceSchedule(context, contract, {
      terms: { ...contract.terms, dailyRate: changes.dailyRate!, schedule },
      from: on,
      cause: 'RATE_CHANGE',
      reference: id,
    });
  }
  if (kind === 'VALUE' || kind === 'ITEM') await renewInventory(context, pledge, changes, `ADDENDUM ${id}`);
  if (kind === 'VALUE') await meetByAddendum(context, pledge, { id, value: changes.pledgeValue! });
  await tellCreditRegister(context, { ...pledge, pledgeValue: changes.pledgeValue ?? pledge.pledgeValue }, 'CHANGED');
}
