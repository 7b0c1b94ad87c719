import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { DEADLINE_EVENTS } from '../../../modules/deadlines';
import { enforce, type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import { judge } from '../command-support/judging';
import { momentOf, whoOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { PLUGIN } from '../ids';
import { inventoriesByPledge } from '../inventory/inventory.record';
import { type PledgeResult } from '../inventory/save-inventory.command';
import { lockPledge, requireConsent, requireInForce, tellChange } from '../pledge';
import { POLICY } from '../validators/insurance';
import { PolicyEntity } from './policy.entity';
import { policiesByPledge } from './policy.record';
import { firstFindings, renewalFindings, waitForNext } from './policy-terms';
import { recordedRate } from './rates';

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
    const policyId = newId(context);
    await context.transaction.insert(PolicyEntity, {
      ...pledgeRow(context, pledge, policyId),
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
