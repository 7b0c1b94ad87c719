import type { Temporal } from 'temporal-polyfill';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { accrueToday, type ContractRecord, debtOf, readCourse } from '../../../modules/contracts';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { addendaByPledge } from '../addenda/addendum.record';
import { cite } from '../cite';
import { refuse, rulesOfPledge } from '../command-support/judging';
import { pastDay } from '../command-support/moments';
import { positiveSum } from '../command-support/sums';
import { PLUGIN } from '../ids';
import type { ConsentSubject } from '../pledge';
import { consentsByPledge, lockPledgeWithContract, type PledgeRecord } from '../pledge';
import { enforcementEvents } from '../pledge/course-events';
import { rules } from '../rules';
import { type DutyResult, openDuty } from './demand-duty.command';
import { type DutyRecord, lockDutyRow, pledgeOfDuty } from './duty.record';
import { restoreOptions } from './duty-kinds';
import { changeDuty, settleClock } from './duty-terms';

export interface MeetDuty {
  readonly dutyId: string;
  /** The day on which it was done, ISO 8601. */
  readonly on: string;
  /** By which of the ways that the clause leaves open. */
  readonly outcome?: string | null;
  /** Number of the document that proves it: a report, an addendum, a new version of the inventory, a payment. */
  readonly document?: string | null;
  /** BYN: of a valuation, what the valuer found; of a repayment, what was paid. */
  readonly amount?: string | null;
  /** Who valued the item; for VALUATION. */
  readonly valuer?: string | null;
}

/** Records that a duty was done; late where its last day had passed. What the clause asks for beside it is checked. */
export const meetDuty = defineCommand<MeetDuty, DutyResult>({
  name: 'byPledgeMeetDuty',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run(input, context) {
    const [found] = await context.transaction.query(pledgeOfDuty, [input.dutyId]);
    if (!found) throw new Refusal([formFinding('BY_PLEDGE_DUTY_NOT_OPEN', ['input', 'dutyId'], { status: null })]);
    const { pledge, contract } = await lockPledgeWithContract(context, found.pledgeId);
    const [duty] = await context.transaction.query(lockDutyRow, [input.dutyId]);
    const on = pastDay(context, input.on, 'on');
    const outcome = await judge(context, { pledge, contract, duty: duty! }, input, on);
    const isLate = duty!.dueOn !== null && on.toString() > duty!.dueOn;
    await changeDuty(context, pledge, duty!, isLate ? 'MET_LATE' : 'MET', { on: on.toString(), outcome });
    await settleClock(context, duty!, on);
    if (duty!.kind !== 'VALUATION') return { dutyId: input.dutyId };
    return { dutyId: (await requireAddendum(context, pledge, input)) ?? input.dutyId };
  },
});

/** What each kind of duty asks for when it is done; answers how it was met. */
async function judge(
  context: CommandContext,
  { pledge, contract, duty }: { readonly pledge: PledgeRecord; readonly contract: ContractRecord; readonly duty: DutyRecord },
  input: MeetDuty,
  on: Temporal.PlainDate,
): Promise<string | null> {
  const resolved = rulesOfPledge(context, pledge);
  switch (duty.kind) {
    case 'RESTORATION': {
      const option = input.outcome ?? '';
      if (!(restoreOptions as readonly string[]).includes(option)) throw missing('outcome');
      const restorable = rules.read(resolved, 'restore.allowedFor')!.value.includes(duty.ground);
      const isConsented = option !== 'REPLACE' || (await hasConsent(context, pledge, 'REPLACEMENT', on, true));
      refuse(
        uphold(
          cite('by-pledge/3.1/е/replacement-consent'),
          (option !== 'RESTORE' || restorable) && isConsented,
          'BY_PLEDGE_CONSENT_MISSING',
          { subject: option, event: duty.ground, option },
        ),
      );
      if (option === 'REPAY') {
        enforce(cite('by-pledge/3.1/е/repay'));
        requireSum(input, duty.amount);
        await requirePaid(context, contract, { since: duty.startedOn!, until: on.toString(), sum: new Decimal(input.amount!) });
      } else requireDocument(input);
      return option;
    }
    case 'THREAT_REPLACEMENT':
      requireDocument(input);
      return 'REPLACE';
    case 'VALUATION':
      requireDocument(input);
      if (!input.valuer?.trim()) throw missing('valuer');
      positiveSum(input.amount ?? '', 'amount');
      return input.amount!;
    case 'VALUE_ADDENDUM':
      return concludedAddendum(context, pledge, duty.amount!);
    case 'DEFECT_REIMBURSEMENT':
      requireSum(input, duty.amount);
      return 'REPAID';
    case 'ALIENATION_OUTCOME': {
      const options = rules.read(resolved, 'alienation.options')!.value;
      const option = input.outcome ?? '';
      const isDone =
        (option === 'EARLY_REPAYMENT' && debtOf((await accrueToday(context, contract)).state).isZero()) ||
        (option === 'DEBT_TRANSFER' && (await hasConsent(context, pledge, 'DEBT_TRANSFER', on, true)) && pledge.debtorClientId !== null) ||
        (option === 'REPLACEMENT' && (await hasConsent(context, pledge, 'REPLACEMENT', on, true)) && Boolean(input.document));
      refuse(
        uphold(cite('by-pledge/3.1/к/p2'), options.includes(option) && isDone, 'BY_PLEDGE_ALIENATION_FOLLOWUP_OPEN', {
          option: option || null,
          allowed: options.join(', '),
        }),
      );
      return option;
    }
    default:
      return input.outcome ?? null;
  }
}

/** A valuation below the agreed value asks for an addendum that changes it; the valuer is paid by the pledgor, nothing is booked. */
async function requireAddendum(context: CommandContext, pledge: PledgeRecord, { amount }: MeetDuty): Promise<string | null> {
  const value = new Decimal(amount!);
  const holds = uphold(cite('by-pledge/3.1/и'), value.gte(pledge.pledgeValue!), 'BY_PLEDGE_ADDENDUM_MISSING');
  if (!holds) return null;
  return openDuty(context, pledge, {
    kind: 'VALUE_ADDENDUM',
    ground: 'VALUATION_BELOW_PLEDGE_VALUE',
    noticeId: null,
    amount: value.toFixed(2),
    dueOn: null,
    status: 'OPEN',
  });
}

/** The addendum in force that sets the value; answers its id. It meets the duty by itself when it is concluded after the valuation. */
async function concludedAddendum(context: CommandContext, pledge: PledgeRecord, value: string): Promise<string> {
  const addenda = await context.transaction.query(addendaByPledge.statement, [[pledge.id]]);
  const found = addenda.find(
    ({ status, kind, changes }) => status === 'ACCEPTED' && kind === 'VALUE' && new Decimal(changes.pledgeValue!).eq(value),
  );
  refuse(uphold(cite('by-pledge/3.1/и'), found !== undefined, 'BY_PLEDGE_ADDENDUM_MISSING', { status: 'OPEN' }));
  return found!.id;
}

/** What is said to be repaid must have come in on the loan since the event. @throws Refusal BY_PLEDGE_DUTY_TERM_MISSING */
async function requirePaid(
  context: CommandContext,
  contract: ContractRecord,
  { since, until, sum }: { readonly since: string; readonly until: string; readonly sum: Decimal },
): Promise<void> {
  const { payments } = await readCourse(context, contract);
  const came = payments.filter(({ on }) => on >= since && on <= until).reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  if (came.lt(sum)) throw missing(`payment ≥ ${sum.toFixed(2)}`);
}

/** Whether the lender consented in writing before a day; on the day itself where that is soon enough. */
export async function hasConsent(
  context: CommandContext,
  pledge: PledgeRecord,
  subject: ConsentSubject,
  on: Temporal.PlainDate,
  isSameDayEnough = false,
): Promise<boolean> {
  const consents = await context.transaction.query(consentsByPledge.statement, [[pledge.id]]);
  const day = on.toString();
  return consents.some(
    (consent) =>
      consent.subject === subject &&
      consent.givenBy === 'PLEDGEE' &&
      (consent.givenOn < day || (isSameDayEnough && consent.givenOn === day)),
  );
}

function requireDocument({ document }: MeetDuty): void {
  if (!document?.trim()) throw missing('document');
}

/** What was paid reaches what was asked for. */
function requireSum({ amount }: MeetDuty, asked: string | null): void {
  const paid = positiveSum(amount ?? '', 'amount');
  if (asked !== null && paid.lt(asked)) throw missing(`amount ≥ ${asked}`);
}

const missing = (field: string) => new Refusal([formFinding('BY_PLEDGE_DUTY_TERM_MISSING', ['input'], { missing: field })]);
