import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { voidDocument } from '../../../modules/documents';
import { enforce, formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';
import { judge } from '../command-support/judging';
import { momentOf, whoOf } from '../command-support/moments';
import { seal } from '../command-support/seal';
import { PLUGIN } from '../ids';
import { changePledgeStatus, lockPledge, type PledgeRecord, tellChange } from '../pledge';
import { INVENTORY } from '../validators/formation';
import { InventoryEntity, type PropertyType } from './inventory.entity';
import { setInventory } from './inventory.record';

export interface InventoryRows {
  readonly propertyType: PropertyType;
  /** Rows 1 to 7; sums as decimals in BYN. */
  readonly propertyName: string;
  readonly vin: string;
  /** Why there is no standard number; an officer's only. */
  readonly vinException: string | null;
  readonly manufacturedIn: number | null;
  readonly plate: string | null;
  readonly storageAddress: string | null;
  readonly pledgeValue: Decimal | string | null;
  readonly sumInsured: Decimal | string | null;
}

export interface SaveInventory extends InventoryRows {
  readonly pledgeId: string;
}

export interface PledgeResult extends CommandResult {
  readonly pledgeId?: string;
}

const TEXT = /^[^\p{C}]{1,300}$/u;
const MOST = new Decimal('9999999999999999.99');

/** Saves a version of the inventory; an agreement that was formed from an earlier one has to be formed anew. */
export const saveInventory = defineCommand<SaveInventory, PledgeResult>({
  name: 'byPledgeSaveInventory',
  plugin: PLUGIN,
  emits: ['ByPledgeChanged', 'ByPledgeStatusChanged', 'DocumentStatusChanged'],
  async run({ pledgeId, ...rows }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    requireOpen(pledge);
    const draft = await reopen(context, pledge);
    const findings = await writeInventory(context, draft, rows, 'INVENTORY');
    return { pledgeId, findings };
  },
});

/** @throws Refusal BY_PLEDGE_ADDENDUM_MISSING: what is in force is changed by an addendum only */
export function requireOpen({ status }: PledgeRecord): void {
  if (status === 'DRAFT' || status === 'FORMED') return;
  const clause = enforce(cite('by-pledge/5.3'));
  throw new Refusal([{ ...formFinding('BY_PLEDGE_ADDENDUM_MISSING', ['input', 'pledgeId'], { status }), clauses: [clause] }]);
}

/** Takes formed documents back: they no longer say what stands. */
export async function reopen(context: CommandContext, pledge: PledgeRecord): Promise<PledgeRecord> {
  if (pledge.status !== 'FORMED') return pledge;
  for (const id of [pledge.agreementDocumentId, pledge.inventoryDocumentId, pledge.scheduleDocumentId])
    if (id) await voidDocument(context, id);
  return changePledgeStatus(context, pledge, 'DRAFT');
}

/** Writes the next version and tells of it; answers the warnings. The pledge is locked. @throws Refusal of the rules of an inventory */
export async function writeInventory(context: CommandContext, pledge: PledgeRecord, given: InventoryRows, ground: string) {
  const rows = tidy(context, given);
  const findings = judge(context, INVENTORY, {
    propertyType: [rows.propertyType, 'FORM'],
    filledRows: [filledRows(rows), 'FORM'],
    vin: [rows.vin, 'FORM'],
    vinException: [rows.vinException, 'OFFICER'],
    manufacturedIn: [rows.manufacturedIn ?? 0, 'FORM'],
    pledgeYear: [context.today.year, 'CLOCK'],
  });
  enforce(cite('by-pledge/A1'));
  const version = pledge.inventoryVersion + 1;
  const { plate, storageAddress, ...plain } = rows;
  const id = `${pledge.id}/${version}`;
  await context.transaction.insert(InventoryEntity, {
    lenderId: context.lender.id,
    pledgeId: pledge.id,
    version,
    clientId: pledge.clientId,
    ...plain,
    plateEnc: plate === null ? null : seal(context, 'inventory', id, 'plate', plate),
    storageAddressEnc: storageAddress === null ? null : seal(context, 'inventory', id, 'storage_address', storageAddress),
    ground,
    recordedBy: whoOf(context),
    recordedAt: momentOf(context),
  });
  await context.transaction.query(setInventory, [pledge.id, version, plain.pledgeValue]);
  if (plate !== null) enforce(cite('by-pledge/A1/row4'));
  if (storageAddress !== null) enforce(cite('by-pledge/A1/row5'));
  tellChange(context, pledge, 'INVENTORY', String(version), 'by-pledge/A1');
  return findings;
}

function tidy({ caller }: CommandContext, rows: InventoryRows) {
  const text = (field: string, value: string | null) => {
    const trimmed = value?.normalize('NFC').trim() || null;
    if (trimmed && !TEXT.test(trimmed)) throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', field], { field })]);
    return trimmed;
  };
  const sum = (field: string, value: Decimal | string | null) => {
    if (value === null) return null;
    const decimal = new Decimal(value);
    const sound = decimal.isFinite() && decimal.gt(0) && decimal.decimalPlaces() <= 2 && decimal.lte(MOST);
    if (!sound) throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', field], { field })]);
    return decimal.toFixed(2);
  };
  // An exception is recorded by the lender's people; a pledgor's own word for it counts nothing.
  if (rows.vinException && caller.kind === 'CLIENT')
    throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'vinException'], { field: 'vinException' })]);
  return {
    propertyType: rows.propertyType,
    propertyName: text('propertyName', rows.propertyName) ?? '',
    vin: text('vin', rows.vin) ?? '',
    vinException: text('vinException', rows.vinException),
    manufacturedIn: rows.manufacturedIn,
    plate: text('plate', rows.plate),
    storageAddress: text('storageAddress', rows.storageAddress),
    pledgeValue: sum('pledgeValue', rows.pledgeValue),
    sumInsured: sum('sumInsured', rows.sumInsured),
  };
}

/** Rows that are filled in, as rules name them. */
export function filledRows(rows: {
  readonly propertyName: string;
  readonly vin: string;
  readonly manufacturedIn: number | null;
  readonly plate?: string | null;
  readonly plateEnc?: Buffer | null;
  readonly storageAddress?: string | null;
  readonly storageAddressEnc?: Buffer | null;
  readonly pledgeValue: string | null;
  readonly sumInsured: string | null;
}): string[] {
  const held = [
    rows.propertyName,
    rows.vin,
    rows.manufacturedIn,
    rows.plate ?? rows.plateEnc,
    rows.storageAddress ?? rows.storageAddressEnc,
    rows.pledgeValue,
    rows.sumInsured,
  ];
  return held.flatMap((value, i) => (value ? [`ROW${i + 1}`] : []));
}
