import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { RuMfoApplicationPayload } from '../ru-mfo.resolver';
import { RuMfoWithdrawFromAddonInput } from './addons.inputs';
import { payloadOf } from './addons.resolver';
import { withdrawFromAddon } from './withdraw-addon.command';

@Resolver()
export class AddonWithdrawalResolver {
  @Mutation(() => RuMfoApplicationPayload, {
    description: 'Gives a paid service up within its term: its price goes to the debt, or back to the client (отказ от услуги).',
  })
  @Scoped('applications:write')
  async ruMfoWithdrawFromAddon(
    @Arg('input', () => RuMfoWithdrawFromAddonInput, { description: 'The written request.' }) input: RuMfoWithdrawFromAddonInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const { addonId, addressee, madeOn, reference, idempotencyKey } = input;
    const command = {
      addonId: rowIdOf('RuMfoAddon', addonId),
      addressee,
      madeOn: madeOn?.toString() ?? null,
      reference: reference ?? null,
    };
    return payloadOf(await context.execute(withdrawFromAddon, command, keyOf({ idempotencyKey })), context);
  }
}
