import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import type { TermsCalculator } from '../../../modules/contracts';
import { statement } from '../../../modules/database';
import { enforce, formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import { momentOf, whoOf } from '../command-support/moments';
import { PLUGIN } from '../ids';
import { loanTerms } from '../interest';
import { ASSUMED_DAILY_RATE } from '../lenders/certificate';
import { TariffEntity } from './tariff.entity';

const tariffOn = statement<{ dailyRate: string }>(
  'by_pledge_tariff_on',
  'select daily_rate as "dailyRate" from by_pledge.tariff where effective_from <= $1 order by effective_from desc limit 1',
);

/** Per cent a day for loans that begin on a day: what the lender set last, the assumption while it set nothing. */
export async function dailyRateOn(context: CommandContext, on: string): Promise<string> {
  enforce(cite('by-pledge/1.1/p3/rate-on-date'));
  const [tariff] = await context.transaction.query(tariffOn, [on]);
  return new Decimal(tariff?.dailyRate ?? ASSUMED_DAILY_RATE).toFixed();
}

/** Sum, days and parts of a loan; the rate, days and parts that were accepted stand when the money is provided. */
export const byPledgeTerms: TermsCalculator = {
  async compute(context, application, { amount, termDays, accepted }, startOn) {
    const dailyRate = accepted?.dailyRate ?? (await dailyRateOn(context, startOn.toString()));
    return loanTerms({ amount, termDays, dailyRate, currency: application.currency }, startOn, accepted);
  },
};

export interface SetRate {
  readonly effectiveFrom: string;
  /** Per cent a day. */
  readonly dailyRate: Decimal | string;
}

const MOST = 100;

/** Sets the rate of new loans from a day on, not before today; what was agreed stands. */
export const setRate = defineCommand<SetRate, CommandResult>({
  name: 'byPledgeSetRate',
  plugin: PLUGIN,
  emits: [],
  async run({ effectiveFrom, dailyRate }, context) {
    const rate = new Decimal(dailyRate);
    const sound = rate.isFinite() && rate.gt(0) && rate.lte(MOST) && rate.decimalPlaces() <= 6;
    if (!sound) throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'dailyRate'], { field: 'dailyRate' })]);
    if (effectiveFrom < context.today.toString())
      throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'effectiveFrom'], { field: 'effectiveFrom' })]);
    await context.transaction.insert(TariffEntity, {
      lenderId: context.lender.id,
      effectiveFrom,
      dailyRate: rate.toFixed(),
      setBy: whoOf(context),
      setAt: momentOf(context),
    });
    context.audit({ effectiveFrom });
    return {};
  },
});
