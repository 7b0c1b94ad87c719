import { defineCommand, Refusal } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { fileById } from '../../../modules/documents';
import { formFinding } from '../../../modules/rules';
import { momentOf, whoOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { PLUGIN } from '../ids';
import { lockPledge, tellChange } from '../pledge';
import { inventoriesByPledge } from './inventory.record';
import type { PledgeResult } from './save-inventory.command';
import { VEHICLE_PHOTO } from './upload-purpose';
import { VehicleCheckEntity, type VehicleCheckKind } from './vehicle-check.entity';

const insertPhoto = statement<never>(
  'by_pledge_insert_photo',
  'insert into by_pledge.photo (lender_id, pledge_id, file_id, client_id, added_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
);

export interface AddPhotos {
  readonly pledgeId: string;
  readonly fileIds: readonly string[];
}

/** Adds photographs that were uploaded for this purpose; one that is there already is not added again. */
export const addPhotos = defineCommand<AddPhotos, PledgeResult>({
  name: 'byPledgeAddPhotos',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, fileIds }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const files = await context.transaction.query(fileById.statement, [fileIds]);
    const stored = new Set(files.filter(({ state, purpose }) => state === 'STORED' && purpose === VEHICLE_PHOTO).map(({ id }) => id));
    if (fileIds.length === 0 || fileIds.some((id) => !stored.has(id)))
      throw new Refusal([formFinding('BY_PLEDGE_PHOTO_INVALID', ['input', 'fileIds'], { purpose: VEHICLE_PHOTO })]);
    for (const id of fileIds)
      await context.transaction.query(insertPhoto, [context.lender.id, pledgeId, id, pledge.clientId, momentOf(context)]);
    tellChange(context, pledge, 'PHOTOS', String(fileIds.length));
    return { pledgeId };
  },
});

export interface RecordVehicleCheck {
  readonly pledgeId: string;
  readonly kind: VehicleCheckKind;
  readonly found: boolean;
  readonly reference: string | null;
}

/** An officer writes down what was found out about the item: in the register, or at the authorities. The latest of a kind counts. */
export const recordVehicleCheck = defineCommand<RecordVehicleCheck, PledgeResult>({
  name: 'byPledgeRecordVehicleCheck',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, kind, found, reference }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const vin = (await context.transaction.query(inventoriesByPledge.statement, [[pledgeId]])).at(-1)?.vin;
    if (!vin) throw new Refusal([formFinding('BY_PLEDGE_INVENTORY_INCOMPLETE', ['input', 'pledgeId'], { missing: 'ROW2' })]);
    const id = newId(context);
    await context.transaction.insert(VehicleCheckEntity, {
      ...pledgeRow(context, pledge, id),
      vin,
      kind,
      found,
      reference: reference?.trim().slice(0, 100) || null,
      checkedBy: whoOf(context),
      checkedAt: momentOf(context),
    });
    tellChange(context, pledge, kind, found ? 'FOUND' : 'NOT_FOUND');
    return { pledgeId };
  },
});
