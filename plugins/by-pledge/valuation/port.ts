import {
  AnswerReader,
  createPartnerClient,
  PartnerCallError,
  type PartnerClient,
  partnerSettingNames,
  readPartnerSettings,
  SUM,
} from '../../../modules/partner-calls';
import { type Adapter, Decimal, definePort } from '../../../schema/base';

/** What is asked of a module that values vehicles; nothing about the owner. */
export interface AnalyticsRequest {
  /** Our id; a repeat is the same request. */
  readonly id: string;
  readonly vin: string;
  readonly name: string;
  readonly manufacturedIn: number | null;
}

export interface AnalyticsResult {
  readonly module: string;
  /** Decimal string, BYN. */
  readonly value: string;
  /** Number by which the report can be found again. */
  readonly report: string;
}

/** A vehicle analytics module. Calls go out of transactions. */
export interface VehicleAnalytics {
  /** `null`: the module knows no such vehicle. Throws where no usable answer came. */
  value(request: AnalyticsRequest): Promise<AnalyticsResult | null>;
}

export const vehicleAnalyticsPort = definePort<VehicleAnalytics>('by-pledge.vehicle-analytics');

const PARTNER = 'vehicle analytics';
const SETTINGS = 'BY_PLEDGE_ANALYTICS';
const NOT_FOUND = 404;
/** From this status on an answer tells of no value. */
const FIRST_REFUSING = 400;

/** Asks a module over HTTPS (assumed protocol: `POST /v1/valuations`, signed calls as of every partner). */
export const httpAnalytics = (client: PartnerClient): VehicleAnalytics => ({
  async value({ id, vin, name, manufacturedIn }) {
    const answer = await client.post('/v1/valuations', { id, vin, name, manufacturedIn, currency: 'BYN' }, id);
    if (answer.status === NOT_FOUND) return null;
    if (answer.status >= FIRST_REFUSING) throw new PartnerCallError(PARTNER, `PARTNER_STATUS_${answer.status}`);
    const reader = new AnswerReader(PARTNER, answer.body);
    reader.same('id', id);
    return { module: reader.text('module'), value: reader.text('value', SUM), report: reader.text('report') };
  },
});

/** Settings: `BY_PLEDGE_ANALYTICS_URL`, `BY_PLEDGE_ANALYTICS_KEY`. */
export const analyticsAdapter: Adapter<VehicleAnalytics> = {
  port: vehicleAnalyticsPort,
  name: 'vehicle-analytics',
  simulated: false,
  needs: partnerSettingNames(SETTINGS),
  create({ settings, onStop }) {
    const client = createPartnerClient({ partner: PARTNER, ...readPartnerSettings(settings, SETTINGS) });
    onStop?.(() => client.close());
    return httpAnalytics(client);
  },
};

/** BYN for a new car, the year that counts as new, what is left of a value after a year, and to what it is rounded. */
const NEW = 40_000;
const NEW_IN = 2026;
const YEARLY = '0.88';
const STEP = 100;

/** Values every vehicle by its year alone: a sum that falls by the same share each year. */
export function simulatedAnalytics(): VehicleAnalytics {
  return {
    async value({ id, manufacturedIn }) {
      if (manufacturedIn === null) return null;
      const years = Math.max(0, NEW_IN - manufacturedIn);
      const value = new Decimal(YEARLY).pow(years).mul(NEW).div(STEP).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).mul(STEP);
      return { module: 'sandbox', value: value.toFixed(2), report: `sandbox-${id}` };
    },
  };
}

export const analyticsSimulator: Adapter<VehicleAnalytics> = {
  port: vehicleAnalyticsPort,
  name: 'vehicle-analytics-simulator',
  simulated: true,
  create: simulatedAnalytics,
};
