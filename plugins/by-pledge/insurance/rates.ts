import type { CommandContext, CommandResult } from '../../../modules/commands';
import { defineCommand, Refusal } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { type Adapter, Decimal, definePort, SettingError } from '../../../schema/base';
import { momentOf, whoOf } from '../command-support/moments';
import { PLUGIN } from '../ids';

/** Official rate of a day: BYN for `scale` units. */
export interface OfficialRate {
  readonly scale: number;
  /** Decimal string, four places at most. */
  readonly rate: string;
}

/** The National Bank's official rates. Calls go out of transactions. */
export interface NationalBankRates {
  /** `null`: none is set for the currency on the day. Throws where no usable answer came. `on`: ISO 8601. */
  rateOn(currency: string, on: string): Promise<OfficialRate | null>;
}

export const nationalBankRatesPort = definePort<NationalBankRates>('by-pledge.national-bank-rates');

const RATE = /^\d{1,9}(?:\.\d{1,6})?$/;
const NOT_FOUND = 404;
const TIMEOUT_MILLISECONDS = 10_000;

type Fetch = (
  url: URL,
  options: { readonly signal: AbortSignal; readonly redirect: 'error' },
) => Promise<Pick<Response, 'status' | 'ok' | 'text'>>;

/** The public interface of the National Bank: `GET exrates/rates/{currency}?parammode=2&ondate={day}`. */
export const httpRates = (base: string, get: Fetch = fetch): NationalBankRates => ({
  async rateOn(currency, on) {
    const url = new URL(`${base.replace(/\/$/, '')}/exrates/rates/${encodeURIComponent(currency)}?parammode=2&ondate=${on}`);
    const answer = await get(url, { signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS), redirect: 'error' });
    if (answer.status === NOT_FOUND) return null;
    if (!answer.ok) throw new Error(`The National Bank answered with ${answer.status}.`);
    return readRate(await answer.text(), currency, on);
  },
});

/** Takes the rate from the answer's own digits: a binary fraction would not be the rate. */
export function readRate(text: string, currency: string, on: string): OfficialRate {
  const body = JSON.parse(text) as { Cur_Abbreviation?: unknown; Cur_Scale?: unknown; Date?: unknown };
  const rate = /"Cur_OfficialRate"\s*:\s*([\d.]+)/.exec(text)?.[1] ?? '';
  const scale = Number(body.Cur_Scale);
  const sound =
    body.Cur_Abbreviation === currency &&
    String(body.Date).slice(0, 10) === on &&
    Number.isSafeInteger(scale) &&
    scale > 0 &&
    RATE.test(rate);
  if (!sound) throw new Error('The National Bank’s answer is not as agreed.');
  return { scale, rate };
}

const URL_SETTING = 'BY_PLEDGE_NBRB_URL';

/** Settings: `BY_PLEDGE_NBRB_URL`, such as `https://api.nbrb.by/`. */
export const ratesAdapter: Adapter<NationalBankRates> = {
  port: nationalBankRatesPort,
  name: 'national-bank-rates',
  simulated: false,
  needs: [URL_SETTING],
  create({ settings }) {
    const url = URL.parse(settings[URL_SETTING] ?? '');
    if (url?.protocol !== 'https:' || url.username || url.password || url.search || url.hash)
      throw new SettingError(URL_SETTING, 'must be an address that begins with https://, without a user, a query or a fragment');
    return httpRates(url.href);
  },
};

/** Rates as they were printed once, whatever the day: enough for a sandbox without a net. */
const RECORDED: Readonly<Record<string, OfficialRate>> = {
  USD: { scale: 1, rate: '3.2450' },
  EUR: { scale: 1, rate: '3.5120' },
  CNY: { scale: 10, rate: '4.4800' },
};

export const ratesSimulator: Adapter<NationalBankRates> = {
  port: nationalBankRatesPort,
  name: 'national-bank-rates-simulator',
  simulated: true,
  create: () => ({ rateOn: async (currency) => RECORDED[currency] ?? null }),
};

const readRecorded = statement<OfficialRate>(
  'by_pledge_exchange_rate',
  'select scale, rate from by_pledge.exchange_rate where currency = $1 and on_day = $2',
);
const insertRate = statement<never>(
  'by_pledge_insert_exchange_rate',
  `insert into by_pledge.exchange_rate (lender_id, currency, on_day, scale, rate, source, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict do nothing`,
);

/** The rate of a day as it was recorded: BYN for one unit; null without a record. */
export async function recordedRate(context: Pick<CommandContext, 'transaction'>, currency: string, on: string): Promise<Decimal | null> {
  const [found] = await context.transaction.query(readRecorded, [currency, on]);
  return found ? new Decimal(found.rate).div(found.scale) : null;
}

export interface RecordRate extends OfficialRate {
  readonly currency: string;
  readonly on: string;
  /** `NBRB` where the port told it; who recorded it otherwise. */
  readonly source: 'NBRB' | 'BY_HAND';
}

const CURRENCY = /^[A-Z]{3}$/;

/** Keeps a rate of a day; the first record of a day stands. */
export const recordRate = defineCommand<RecordRate, CommandResult>({
  name: 'byPledgeRecordRate',
  plugin: PLUGIN,
  emits: [],
  async run({ currency, on, scale, rate, source }, context) {
    const invalid = [
      ...(CURRENCY.test(currency) ? [] : ['currency']),
      ...(RATE.test(rate) ? [] : ['rate']),
      ...(scale > 0 ? [] : ['scale']),
    ];
    if (invalid.length > 0) throw new Refusal(invalid.map((field) => formFinding('BY_PLEDGE_FIELD_INVALID', ['input', field], { field })));
    const by = source === 'NBRB' ? source : whoOf(context);
    await context.transaction.query(insertRate, [context.lender.id, currency, on, scale, rate, by, momentOf(context)]);
    context.audit({ currency, on });
    return {};
  },
});
