import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { sumFindings } from '../command-support/sums';
import { pledgePayload } from '../pledge/payload';
import { ByPledgePayload } from '../pledge/pledge.type';
import { addPhotos, recordVehicleCheck } from './evidence.commands';
import { ByPledgeAddPhotosInput, ByPledgeRecordVehicleCheckInput, ByPledgeSaveInventoryInput } from './inventory.inputs';
import { saveInventory } from './save-inventory.command';

@Resolver()
export class ByPledgeInventoryMutations {
  @Mutation(() => ByPledgePayload, { description: 'Saves a version of the inventory of the item (опись предмета залога).' })
  @Scoped('applications:write')
  async byPledgeSaveInventory(
    @Arg('input', () => ByPledgeSaveInventoryInput, { description: 'What is done.' }) input: ByPledgeSaveInventoryInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const wrong = sumFindings({ pledgeValue: input.pledgeValue, sumInsured: input.sumInsured });
    if (wrong.length > 0) return pledgePayload({ findings: wrong }, context);
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      propertyType: input.propertyType,
      propertyName: input.propertyName,
      vin: input.vin,
      vinException: input.vinException ?? null,
      manufacturedIn: input.manufacturedIn ?? null,
      plate: input.plate ?? null,
      storageAddress: input.storageAddress ?? null,
      pledgeValue: input.pledgeValue?.amount ?? null,
      sumInsured: input.sumInsured?.amount ?? null,
    };
    return pledgePayload(await context.execute(saveInventory, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Adds uploaded photographs of the item (фотографии).' })
  @Scoped('applications:write')
  async byPledgeAddPhotos(
    @Arg('input', () => ByPledgeAddPhotosInput, { description: 'What is done.' }) input: ByPledgeAddPhotosInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), fileIds: input.fileIds.map((id) => rowIdOf('File', id)) };
    return pledgePayload(await context.execute(addPhotos, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Records what was found out about the item: in the register, or at the authorities.' })
  @Scoped('applications:decide')
  async byPledgeRecordVehicleCheck(
    @Arg('input', () => ByPledgeRecordVehicleCheckInput, { description: 'What is done.' }) input: ByPledgeRecordVehicleCheckInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind,
      found: input.found,
      reference: input.reference ?? null,
    };
    return pledgePayload(await context.execute(recordVehicleCheck, command, keyOf(input)), context);
  }
}
