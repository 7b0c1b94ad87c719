import { Temporal } from 'temporal-polyfill';
import { lastMomentOf } from '../../../modules/calendar';
import { type CommandContext } from '../../../modules/commands';
import { cancelDeadlines, meetDeadline, startDeadline } from '../../../modules/deadlines';
import { enforce, type Finding, findingOf } from '../../../modules/rules';
import { cite } from '../cite';
import { rulesToday } from '../command-support/judging';
import { POLICY_DELIVERY, POLICY_DUE, POLICY_RENEWAL, PREMIUM_PROOF } from '../ids';
import { type PledgeRecord } from '../pledge';
import { rules } from '../rules';
import { type PolicyRecord, policiesByPledge } from './policy.record';

const dayIn = ({ lender }: CommandContext, at: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(lender.zone).toPlainDate();

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b);

/** That something about a policy came after its last day. */
export const late = (
  code: string,
  clause: 'by-pledge/3.1/л/p1' | 'by-pledge/3.1/л/p2/delivery' | 'by-pledge/3.1/л/p2/instalments',
  dueOn: Temporal.PlainDate,
) => findingOf(code, cite(clause), { dueOn: dueOn.toString() }, { severity: 'WARNING' });

/** The first policy: met by today, or late. */
export async function firstFindings(context: CommandContext, pledge: PledgeRecord): Promise<readonly Finding[]> {
  const met = await meetDeadline(context, { kind: POLICY_DUE, subject: { type: 'ByPledgePledge', id: pledge.id } });
  enforce(cite('by-pledge/3.1/л/p1'));
  const demandedOn = pledge.insuranceDemandedAt && dayIn(context, pledge.insuranceDemandedAt);
  const within = rules.read(rulesToday(context), 'policy.within');
  const signedOn = dayIn(context, pledge.concludedAt!);
  const last = demandedOn && within && later(signedOn, demandedOn).add({ days: within.value });
  if (!last || (met !== 'LATE' && Temporal.PlainDate.compare(context.today, last) <= 0)) return [];
  return [late('BY_PLEDGE_POLICY_OVERDUE', 'by-pledge/3.1/л/p1', last)];
}

/** The next policy begins at the latest on the day after the last day of the one before, and is given by the day after its end. */
export function renewalFindings(
  context: CommandContext,
  previous: PolicyRecord,
  { validFrom }: { readonly validFrom: string },
): readonly Finding[] {
  const resolved = rulesToday(context);
  const gap = rules.read(resolved, 'policy.gap.max');
  const delivery = rules.read(resolved, 'policy.delivery.within');
  const end = Temporal.PlainDate.from(previous.validTo);
  const needed = end.add({ days: 1 + (gap?.value ?? 0) });
  const gapped = gap && validFrom > needed.toString();
  const dueOn = delivery && end.add({ days: delivery.value });
  return [
    ...(gapped ? [findingOf('BY_PLEDGE_INSURANCE_GAP', gap.citations, { needed: needed.toString(), found: validFrom })] : []),
    ...(dueOn && Temporal.PlainDate.compare(context.today, dueOn) > 0
      ? [late('BY_PLEDGE_POLICY_OVERDUE', 'by-pledge/3.1/л/p2/delivery', dueOn)]
      : []),
  ];
}

/** What the pledgor owes after a policy: the next one, its delivery, and the next premium where it is paid in parts. */
export async function waitForNext(
  context: CommandContext,
  pledge: PledgeRecord,
  policyId: string,
  { validTo, paidThrough }: { readonly validTo: string; readonly paidThrough: string },
): Promise<void> {
  const subject = { type: 'ByPledgePledge', id: pledge.id };
  for (const kind of [POLICY_RENEWAL, POLICY_DELIVERY]) await meetDeadline(context, { kind, subject });
  const resolved = rulesToday(context);
  const end = Temporal.PlainDate.from(validTo);
  const gap = rules.read(resolved, 'policy.gap.max');
  const delivery = rules.read(resolved, 'policy.delivery.within');
  if (gap) await wait(context, pledge, POLICY_RENEWAL, subject, end.add({ days: 1 + gap.value }));
  if (delivery) await wait(context, pledge, POLICY_DELIVERY, subject, end.add({ days: delivery.value }));
  if (paidThrough < validTo) await waitForPremium(context, pledge, policyId, paidThrough);
}

/** The next premium is proved on the last paid day. */
export async function waitForPremium(context: CommandContext, pledge: PledgeRecord, policyId: string, paidThrough: string): Promise<void> {
  const within = rules.read(rulesToday(context), 'premium.proof.within');
  const last = Temporal.PlainDate.from(paidThrough).add({ days: within?.value ?? 0 });
  if (within) await wait(context, pledge, PREMIUM_PROOF, { type: 'ByPledgePolicy', id: policyId }, last);
}

const wait = (
  context: CommandContext,
  pledge: PledgeRecord,
  kind: string,
  subject: { type: string; id: string },
  last: Temporal.PlainDate,
) =>
  startDeadline(context, {
    kind,
    subject,
    application: { id: pledge.applicationId, clientId: pledge.clientId },
    dueAt: lastMomentOf(last, context.lender.zone),
  });

/** Nothing is insured for the lender any more: the clocks of insurance stop. */
export async function stopInsurance(context: CommandContext, pledge: PledgeRecord): Promise<void> {
  const subject = { type: 'ByPledgePledge', id: pledge.id };
  for (const kind of [POLICY_DUE, POLICY_RENEWAL, POLICY_DELIVERY]) await cancelDeadlines(context, { kind, subject });
  for (const { id } of await context.transaction.query(policiesByPledge.statement, [[pledge.id]]))
    await cancelDeadlines(context, { kind: PREMIUM_PROOF, subject: { type: 'ByPledgePolicy', id } });
}
