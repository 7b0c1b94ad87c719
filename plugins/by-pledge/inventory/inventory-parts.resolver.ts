import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { traceRead } from '../../../modules/clients';
import type { GraphContext } from '../../../modules/commands';
import { Scoped, toGlobalId } from '../../../schema/base';
import { open } from '../command-support/seal';
import { byn } from '../command-support/sums';
import type { PledgeRecord } from '../pledge';
import { ByPledgePledge } from '../pledge/pledge.type';
import { inventoriesByPledge, photosByPledge } from './inventory.record';
import { ByPledgeInventory } from './inventory.type';

@Resolver(() => ByPledgePledge)
export class ByPledgePledgeInventoryResolver {
  @FieldResolver(() => ByPledgeInventory, {
    nullable: true,
    description: 'The newest version of the inventory; null while there is none (опись).',
  })
  async inventory(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<ByPledgeInventory | null> {
    return (await versionsOf(record, context)).at(-1) ?? null;
  }

  @FieldResolver(() => [ByPledgeInventory], { description: 'All versions of the inventory, the first one first (редакции описи).' })
  inventories(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<ByPledgeInventory[]> {
    return versionsOf(record, context);
  }

  @FieldResolver(() => [ID], { description: 'Ids of the files of the item’s photographs, the earliest first (фотографии).' })
  async photoIds(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<string[]> {
    return (await context.loaders.list(photosByPledge, record.id)).map(({ fileId }) => toGlobalId('File', fileId));
  }
}

/** What of the inventory says where somebody and their car are to be found. */
@Resolver(() => ByPledgeInventory)
export class ByPledgeInventoryResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Row 4, plate; reading it is traced (регистрационный знак).' })
  @Scoped('clients:personal')
  plate(@Root() inventory: ByPledgeInventory, @Ctx() context: GraphContext): Promise<string | null> {
    return sealed(inventory, context, 'plate', inventory.record.plateEnc);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Row 5, where it is kept while it is not driven; reading it is traced (место хранения).',
  })
  @Scoped('clients:personal')
  storageAddress(@Root() inventory: ByPledgeInventory, @Ctx() context: GraphContext): Promise<string | null> {
    return sealed(inventory, context, 'storage_address', inventory.record.storageAddressEnc);
  }
}

async function versionsOf({ id, clientId }: PledgeRecord, context: GraphContext): Promise<ByPledgeInventory[]> {
  return (await context.loaders.list(inventoriesByPledge, id)).map((record) => ({
    ...record,
    record,
    ownerRowId: clientId,
    pledgeValue: byn(record.pledgeValue),
    sumInsured: byn(record.sumInsured),
  }));
}

async function sealed({ record, ownerRowId }: ByPledgeInventory, context: GraphContext, column: string, value: Buffer | null) {
  const { lender, ports } = context;
  if (!lender || !value) return null;
  const text = open({ lender, ports }, 'inventory', `${record.pledgeId}/${record.version}`, column, value);
  return traceRead(context, ownerRowId, Promise.resolve(text));
}
