import { listLoader, statement } from '../../../modules/database';
import type { PropertyType } from './inventory.entity';
import type { VehicleCheckKind } from './vehicle-check.entity';

/** A version of the inventory; sums as decimal strings in BYN. */
export interface InventoryRecord {
  readonly pledgeId: string;
  readonly version: number;
  readonly propertyType: PropertyType;
  readonly propertyName: string;
  readonly vin: string;
  readonly vinException: string | null;
  readonly manufacturedIn: number | null;
  readonly plateEnc: Buffer | null;
  readonly storageAddressEnc: Buffer | null;
  readonly pledgeValue: string | null;
  readonly sumInsured: string | null;
  readonly ground: string;
  readonly recordedAt: Date;
}

/** All versions of pledges' inventories, the first one first. */
export const inventoriesByPledge = listLoader(
  statement<InventoryRecord>(
    'by_pledge_inventories',
    `select pledge_id as "pledgeId", version, property_type as "propertyType", property_name as "propertyName", vin,
       vin_exception as "vinException", manufactured_in as "manufacturedIn", plate_enc as "plateEnc",
       storage_address_enc as "storageAddressEnc", pledge_value as "pledgeValue", sum_insured as "sumInsured", ground,
       recorded_at as "recordedAt"
     from by_pledge.inventory where pledge_id = any($1) order by version`,
  ),
  (row) => row.pledgeId,
);

export const setInventory = statement<never>(
  'by_pledge_pledge_set_inventory',
  'update by_pledge.pledge set inventory_version = $2, pledge_value = $3 where id = $1',
);

/** Files of a pledge's photographs, the earliest first. */
export const photosByPledge = listLoader(
  statement<{ pledgeId: string; fileId: string; addedAt: Date }>(
    'by_pledge_photos',
    'select pledge_id as "pledgeId", file_id as "fileId", added_at as "addedAt" from by_pledge.photo where pledge_id = any($1) order by added_at, file_id',
  ),
  (row) => row.pledgeId,
);

/** Other pledges of an item that are in force. */
export const otherPledgesOf = statement<{ pledgeId: string }>(
  'by_pledge_other_pledges',
  'select pledge_id as "pledgeId" from by_pledge.pledged_item where vin = $1 and pledge_id <> $2 and released_at is null',
);

/** What was found out last about an item, by kind. */
export const latestChecks = statement<{ kind: VehicleCheckKind; found: boolean }>(
  'by_pledge_latest_checks',
  'select distinct on (kind) kind, found from by_pledge.vehicle_check where vin = $1 order by kind, checked_at desc, id desc',
);

export const releaseItem = statement<never>(
  'by_pledge_release_item',
  'update by_pledge.pledged_item set released_at = $2 where pledge_id = $1 and released_at is null',
);

/** Written once while the item is free; nothing is written, and nothing answered, when it is pledged already. */
export const takeItem = statement<{ pledgeId: string }>(
  'by_pledge_take_item',
  `insert into by_pledge.pledged_item (lender_id, pledge_id, client_id, vin, pledged_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing returning pledge_id as "pledgeId"`,
);
