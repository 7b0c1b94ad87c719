import { defineCommand, Refusal } from '../../../modules/commands';
import { formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { judge } from '../command-support/judging';
import { momentOf, whoOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { PLUGIN } from '../ids';
import { photosByPledge } from '../inventory/inventory.record';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { lockPledge, tellChange } from '../pledge';
import { VALUATION } from '../validators/formation';
import type { AnalyticsResult } from './port';
import { ValuationEntity } from './valuation.entity';

export interface RecordValuation {
  readonly pledgeId: string;
  /** BYN. */
  readonly value: Decimal | string;
  /** What the analytics module answered, where it was asked. */
  readonly analytics: AnalyticsResult | null;
}

/** An officer values the item by its photographs: what was looked at, how, by whom and when is kept. */
export const recordValuation = defineCommand<RecordValuation, PledgeResult>({
  name: 'byPledgeRecordValuation',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, value, analytics }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const photos = (await context.transaction.query(photosByPledge.statement, [[pledgeId]])).map(({ fileId }) => fileId);
    judge(context, VALUATION, { photos: [photos.length, 'UPLOADS'] });
    const sum = new Decimal(value);
    if (!sum.isFinite() || !sum.gt(0) || sum.decimalPlaces() > 2)
      throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'value'], { field: 'value' })]);
    const id = newId(context);
    await context.transaction.insert(ValuationEntity, {
      ...pledgeRow(context, pledge, id),
      inventoryVersion: pledge.inventoryVersion,
      method: analytics ? 'VISUAL_BY_PHOTO+VEHICLE_ANALYTICS' : 'VISUAL_BY_PHOTO',
      value: sum.toFixed(2),
      photos,
      analyticsModule: analytics?.module ?? null,
      analyticsValue: analytics?.value ?? null,
      analyticsReport: analytics?.report ?? null,
      valuedBy: whoOf(context),
      valuedAt: momentOf(context),
    });
    tellChange(context, pledge, 'VALUATION', id, 'by-pledge/1.5/valuation');
    return { pledgeId };
  },
});
