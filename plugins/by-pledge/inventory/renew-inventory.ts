import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { enforce } from '../../../modules/rules';
import { cite } from '../cite';
import { open } from '../command-support/seal';
import type { PledgeRecord } from '../pledge';
import { owesChange } from '../register/register-tasks';
import { inventoriesByPledge } from './inventory.record';
import { writeInventory } from './save-inventory.command';

/** Rows that change while a pledge is in force, by name; others are left as they are. */
export type InventoryChanges = Readonly<Partial<Record<string, string>>>;

const setValue = statement<never>('by_pledge_set_value', 'update by_pledge.pledge set pledge_value = $2 where id = $1');

/** The next version of the inventory with what changed; what the register holds of it is owed to the register. */
export async function renewInventory(
  context: CommandContext,
  pledge: PledgeRecord,
  changes: InventoryChanges,
  ground: string,
): Promise<void> {
  const current = (await context.transaction.query(inventoriesByPledge.statement, [[pledge.id]])).at(-1)!;
  const id = `${pledge.id}/${current.version}`;
  await writeInventory(
    context,
    pledge,
    {
      propertyType: current.propertyType,
      propertyName: changes.propertyName ?? current.propertyName,
      vin: changes.vin ?? current.vin,
      vinException: current.vinException,
      manufacturedIn: current.manufacturedIn,
      plate: changes.plate ?? open(context, 'inventory', id, 'plate', current.plateEnc),
      storageAddress: changes.storageAddress ?? open(context, 'inventory', id, 'storage_address', current.storageAddressEnc),
      pledgeValue: changes.pledgeValue ?? current.pledgeValue,
      sumInsured: current.sumInsured,
    },
    ground,
  );
  if (changes.plate) enforce(cite('by-pledge/A1/row4'));
  if (changes.storageAddress) enforce(cite('by-pledge/A1/row5'));
  if (changes.pledgeValue) await context.transaction.query(setValue, [pledge.id, changes.pledgeValue]);
  const held = (['plate', 'vin', 'pledgeValue', 'propertyName'] as const).filter((name) => changes[name] !== undefined);
  if (held.length > 0) await owesChange(context, pledge, held.join(',').toUpperCase(), context.today);
}
