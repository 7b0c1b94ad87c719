import { Temporal } from 'temporal-polyfill';
import { lastMomentOf } from '../../../modules/calendar';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { listLoader, statement, uuidv7 } from '../../../modules/database';
import { cancelDeadlines, DEADLINE_EVENTS, meetDeadline, startDeadline } from '../../../modules/deadlines';
import { enforce, type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { startPolicyTerm } from '../agreement/sign.commands';
import { cite } from '../cite';
import { judge, rulesToday } from '../command-support/judging';
import { momentOf, whoOf } from '../command-support/moments';
import { PLUGIN, POLICY_DELIVERY, POLICY_DUE, POLICY_RENEWAL, PREMIUM_PROOF } from '../ids';
import { inventoriesByPledge } from '../inventory/inventory.record';
import { type PledgeResult, reopen } from '../inventory/save-inventory.command';
import { inForce, lockPledge, type PledgeRecord, requireConsent, requireInForce, tellChange } from '../pledge';
import { rules } from '../rules';
import { POLICY } from '../validators/insurance';
import { PolicyEntity } from './policy.entity';
import { PremiumProofEntity } from './premium-proof.entity';
import { recordedRate } from './rates';

export interface PolicyRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly number: string;
  readonly insurer: string;
  readonly beneficiary: string;
  readonly sumInsured: string;
  readonly currency: string;
  readonly sumByn: string;
  readonly deductible: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly paidThrough: string;
  readonly followsId: string | null;
  readonly consentId: string | null;
  readonly deviations: readonly string[];
  readonly isLate: boolean;
  readonly endedOn: string | null;
}

/** Policies of pledges, the earliest to end first. */
export const policiesByPledge = listLoader(
  statement<PolicyRecord>(
    'by_pledge_policies',
    `select id, pledge_id as "pledgeId", number, insurer, beneficiary, sum_insured as "sumInsured", currency, sum_byn as "sumByn", deductible,
       valid_from::text as "validFrom", valid_to::text as "validTo", paid_through::text as "paidThrough", follows_id as "followsId",
       consent_id as "consentId", deviations, is_late as "isLate", ended_on::text as "endedOn"
     from by_pledge.policy where pledge_id = any($1) order by valid_to, id`,
  ),
  (row) => row.pledgeId,
);

const setDemanded = statement<never>(
  'by_pledge_set_insurance_demanded',
  'update by_pledge.pledge set insurance_demanded_at = $2 where id = $1',
);
const setPaidThrough = statement<never>('by_pledge_policy_set_paid', 'update by_pledge.policy set paid_through = $2 where id = $1');
const setBeneficiary = statement<never>(
  'by_pledge_policy_set_beneficiary',
  'update by_pledge.policy set beneficiary = $2, consent_id = $3 where id = $1',
);

/** The lender demands insurance; without a demand no policy is needed. A running agreement's clock starts with the demand. */
export const demandInsurance = defineCommand<{ readonly pledgeId: string }, PledgeResult>({
  name: 'byPledgeDemandInsurance',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged', 'ByPledgeStatusChanged', 'DocumentStatusChanged', ...DEADLINE_EVENTS],
  async run({ pledgeId }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    if (pledge.insuranceDemandedAt) return { pledgeId };
    const open = await reopen(context, pledge);
    await context.transaction.query(setDemanded, [pledgeId, momentOf(context)]);
    if (inForce.includes(open.status)) await startPolicyTerm(context, open);
    tellChange(context, open, 'INSURANCE_DEMANDED', context.today.toString(), enforce(cite('by-pledge/2.5')));
    return { pledgeId };
  },
});

export interface FilePolicy {
  readonly pledgeId: string;
  readonly number: string;
  readonly insurer: string;
  /** Country of the insurer's licence, ISO 3166-1 alpha-2. */
  readonly licence: string;
  readonly product: string;
  readonly risks: readonly string[];
  readonly beneficiary: 'PLEDGEE' | 'PLEDGOR' | 'OTHER';
  readonly sumInsured: Decimal | string;
  readonly currency: string;
  readonly deductible: Decimal | string;
  readonly concludedOn: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly paidThrough: string;
  readonly channel: 'EMAIL' | 'CABINET' | 'OFFICE';
  /** The lender's written consent to what deviates. */
  readonly consentId: string | null;
}

/**
 * Files a policy: what it must hold is judged, what deviates needs a consent that names it, and the next one follows without a gap.
 * A policy that comes late is kept, with a warning.
 */
export const filePolicy = defineCommand<FilePolicy, PledgeResult & { readonly policyId?: string }>({
  name: 'byPledgeFilePolicy',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged', ...DEADLINE_EVENTS],
  async run(input, context) {
    const { pledge } = await lockPledge(context, input.pledgeId);
    requireInForce(pledge);
    const { concludedOn, validFrom, validTo, paidThrough } = input;
    if (!(concludedOn <= context.today.toString() && validFrom <= validTo && paidThrough <= validTo && paidThrough >= validFrom))
      throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'validTo'], { field: 'validTo' })]);
    const consent = input.consentId
      ? await requireConsent(context, pledge, input.consentId, 'INSURANCE_DEVIATION', cite('by-pledge/2.5/г/change'))
      : null;
    const deviations = consent?.scope.split(/[\s,;]+/).filter(Boolean) ?? [];
    if (consent) enforce(cite('by-pledge/2.5/г/change'));
    const rate = input.currency === 'BYN' ? null : await requireRate(context, input.currency, concludedOn);
    const sumInsured = new Decimal(input.sumInsured);
    const sumByn = (rate ? sumInsured.mul(rate) : sumInsured).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
    const inventory = (await context.transaction.query(inventoriesByPledge.statement, [[pledge.id]])).at(-1);
    const deviates = judgeDeviation(input, consent !== null);
    judge(context, POLICY, {
      insurer: [input.licence, 'POLICY'],
      policyProduct: [input.product, 'POLICY'],
      policyRisks: [input.risks, 'POLICY'],
      beneficiary: [input.beneficiary, 'POLICY'],
      sumInsured: [sumByn, 'POLICY'],
      sumRequired: [new Decimal(inventory?.sumInsured ?? 0), 'INVENTORY'],
      deductible: [new Decimal(input.deductible), 'POLICY'],
      policyCurrency: [input.currency, 'POLICY'],
      deviations: [deviations, 'CONSENT'],
    });
    if (deviates) throw new Refusal([deviates]);
    const policies = await context.transaction.query(policiesByPledge.statement, [[pledge.id]]);
    const previous = policies.filter((one) => one.endedOn === null).at(-1) ?? null;
    const warnings = previous ? renewalFindings(context, previous, input) : await firstFindings(context, pledge);
    if (warnings.some(({ severity }) => severity === 'BLOCKING')) throw new Refusal(warnings);
    const policyId = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(PolicyEntity, {
      lenderId: context.lender.id,
      id: policyId,
      pledgeId: pledge.id,
      clientId: pledge.clientId,
      number: input.number.trim(),
      insurer: input.insurer.trim(),
      licence: input.licence,
      product: input.product,
      risks: [...input.risks],
      beneficiary: input.beneficiary,
      sumInsured: sumInsured.toFixed(2),
      currency: input.currency,
      deductible: new Decimal(input.deductible).toFixed(2),
      rate: rate?.toFixed(6) ?? null,
      sumByn: sumByn.toFixed(2),
      concludedOn,
      validFrom,
      validTo,
      paidThrough,
      followsId: previous?.id ?? null,
      consentId: consent?.id ?? null,
      deviations,
      receivedOn: context.today.toString(),
      channel: input.channel,
      isLate: warnings.length > 0,
      filedBy: whoOf(context),
      filedAt: momentOf(context),
    });
    await waitForNext(context, pledge, policyId, input);
    tellChange(context, pledge, 'POLICY', policyId, 'by-pledge/2.5');
    return { pledgeId: pledge.id, policyId, findings: warnings };
  },
});

/** A deviation that no consent was even named for is the lender's to allow, whatever the single rule says of it. */
function judgeDeviation({ deductible, beneficiary }: FilePolicy, consented: boolean): Finding | null {
  const deviates = !new Decimal(deductible).isZero() || beneficiary !== 'PLEDGEE';
  return uphold(cite('by-pledge/2.5/г/change'), !deviates || consented, 'BY_PLEDGE_CONSENT_MISSING', { subject: 'INSURANCE_DEVIATION' });
}

async function requireRate(context: CommandContext, currency: string, on: string): Promise<Decimal> {
  const rate = await recordedRate(context, currency, on);
  enforce(cite('by-pledge/2.5/г/conversion'));
  if (rate) return rate;
  throw new Refusal([findingOf('BY_PLEDGE_RATE_UNKNOWN', cite('by-pledge/2.5/г/conversion'), { currency, on })]);
}

/** The first policy: met by today, or late. */
async function firstFindings(context: CommandContext, pledge: PledgeRecord): Promise<readonly Finding[]> {
  const met = await meetDeadline(context, { kind: POLICY_DUE, subject: { type: 'ByPledgePledge', id: pledge.id } });
  enforce(cite('by-pledge/3.1/л/p1'));
  const demandedOn = pledge.insuranceDemandedAt && dayIn(context, pledge.insuranceDemandedAt);
  const within = rules.read(rulesToday(context), 'policy.within');
  const signedOn = dayIn(context, pledge.concludedAt!);
  const last = demandedOn && within && later(signedOn, demandedOn).add({ days: within.value });
  if (!last || (met !== 'LATE' && Temporal.PlainDate.compare(context.today, last) <= 0)) return [];
  return [late('BY_PLEDGE_POLICY_OVERDUE', 'by-pledge/3.1/л/p1', last)];
}

const dayIn = ({ lender }: CommandContext, at: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(lender.zone).toPlainDate();
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b);
const late = (
  code: string,
  clause: 'by-pledge/3.1/л/p1' | 'by-pledge/3.1/л/p2/delivery' | 'by-pledge/3.1/л/p2/instalments',
  dueOn: Temporal.PlainDate,
) => findingOf(code, cite(clause), { dueOn: dueOn.toString() }, { severity: 'WARNING' });

/** The next policy begins at the latest on the day after the last day of the one before, and is given by the day after its end. */
function renewalFindings(context: CommandContext, previous: PolicyRecord, { validFrom }: FilePolicy): readonly Finding[] {
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
async function waitForNext(
  context: CommandContext,
  pledge: PledgeRecord,
  policyId: string,
  { validTo, paidThrough }: FilePolicy,
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

async function waitForPremium(context: CommandContext, pledge: PledgeRecord, policyId: string, paidThrough: string): Promise<void> {
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

export interface FilePremiumProof {
  readonly pledgeId: string;
  readonly policyId: string;
  /** Last day of the period that it pays. */
  readonly paidThrough: string;
  readonly channel: 'EMAIL' | 'CABINET' | 'OFFICE';
}

/** The payment document for the next period of a policy that is paid in instalments. */
export const filePremiumProof = defineCommand<FilePremiumProof, PledgeResult>({
  name: 'byPledgeFilePremiumProof',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged', ...DEADLINE_EVENTS],
  async run({ pledgeId, policyId, paidThrough, channel }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const policy = (await context.transaction.query(policiesByPledge.statement, [[pledgeId]])).find(({ id }) => id === policyId);
    if (!policy) throw new Refusal([formFinding('BY_PLEDGE_POLICY_NOT_FOUND', ['input', 'policyId'])]);
    if (paidThrough <= policy.paidThrough || paidThrough > policy.validTo)
      throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'paidThrough'], { field: 'paidThrough' })]);
    const within = rules.read(rulesToday(context), 'premium.proof.within');
    const dueOn = Temporal.PlainDate.from(policy.paidThrough).add({ days: within?.value ?? 0 });
    const isLate = within !== null && Temporal.PlainDate.compare(context.today, dueOn) > 0;
    await meetDeadline(context, { kind: PREMIUM_PROOF, subject: { type: 'ByPledgePolicy', id: policyId } });
    await context.transaction.insert(PremiumProofEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      policyId,
      pledgeId,
      clientId: pledge.clientId,
      paidThrough,
      receivedOn: context.today.toString(),
      channel,
      isLate,
      filedBy: whoOf(context),
      filedAt: momentOf(context),
    });
    await context.transaction.query(setPaidThrough, [policyId, paidThrough]);
    if (paidThrough < policy.validTo) await waitForPremium(context, pledge, policyId, paidThrough);
    tellChange(context, pledge, 'PREMIUM', policyId, 'by-pledge/3.1/л/p2/instalments');
    return { pledgeId, findings: isLate ? [late('BY_PLEDGE_PREMIUM_PROOF_OVERDUE', 'by-pledge/3.1/л/p2/instalments', dueOn)] : [] };
  },
});

export interface ChangeBeneficiary {
  readonly pledgeId: string;
  readonly policyId: string;
  readonly beneficiary: 'PLEDGEE' | 'PLEDGOR' | 'OTHER';
  readonly consentId: string | null;
}

/** Another beneficiary, with the lender's written consent on record only. */
export const changeBeneficiary = defineCommand<ChangeBeneficiary, PledgeResult>({
  name: 'byPledgeChangeBeneficiary',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, policyId, beneficiary, consentId }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const policy = (await context.transaction.query(policiesByPledge.statement, [[pledgeId]])).find(({ id }) => id === policyId);
    if (!policy) throw new Refusal([formFinding('BY_PLEDGE_POLICY_NOT_FOUND', ['input', 'policyId'])]);
    const clause = cite('by-pledge/2.5/а/change');
    const consent = await requireConsent(context, pledge, consentId, 'BENEFICIARY_CHANGE', clause);
    uphold(clause, true, 'BY_PLEDGE_CONSENT_MISSING');
    await context.transaction.query(setBeneficiary, [policyId, beneficiary, consent.id]);
    tellChange(context, pledge, 'BENEFICIARY', policyId, 'by-pledge/2.5/а/change');
    return { pledgeId };
  },
});

/** Nothing is insured for the lender any more: the clocks of insurance stop. */
export async function stopInsurance(context: CommandContext, pledge: PledgeRecord): Promise<void> {
  const subject = { type: 'ByPledgePledge', id: pledge.id };
  for (const kind of [POLICY_DUE, POLICY_RENEWAL, POLICY_DELIVERY]) await cancelDeadlines(context, { kind, subject });
  for (const { id } of await context.transaction.query(policiesByPledge.statement, [[pledge.id]]))
    await cancelDeadlines(context, { kind: PREMIUM_PROOF, subject: { type: 'ByPledgePolicy', id } });
}
