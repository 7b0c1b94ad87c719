import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { KEY_DESCRIPTION, keyOf, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { type Finding, FindingType } from '../rules';
import { pluginCards } from './extension-points';
import { PluginStateEnum } from './lender.type';
import { Plugin, readPluginStates, toPlugin } from './plugin.type';
import type { PluginState } from './plugin-state.entity';
import { setPluginState } from './set-plugin-state.command';

@InputType('SetPluginStateInput', { description: 'Which plugin of the lender of the request is to be in which state.' })
export class SetPluginStateInputType {
  @Field(() => String, { description: 'Code of the plugin, from `plugins`.' })
  plugin!: string;

  @Field(() => PluginStateEnum, { description: 'The state to set.' })
  state!: PluginState;

  @Field(() => String, { nullable: true, description: 'Why; goes to the record, names nobody. Needed when forced: 10 to 500 characters.' })
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Set DISABLED although work is open. Legal duties go on.' })
  force?: boolean | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('SetPluginStatePayload', { description: 'What became of a toggle.' })
export class SetPluginStatePayload {
  @Field(() => Plugin, { nullable: true, description: 'The plugin as it is now; null when the toggle was refused.' })
  plugin!: Plugin | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Resolver()
export class SetPluginStateResolver {
  @Mutation(() => SetPluginStatePayload, {
    description:
      'Sets a plugin’s state at the lender of the request. Its commit is the cut: what began before goes on, nothing new begins.',
  })
  @Scoped('plugins:write')
  async setPluginState(
    @Arg('input', () => SetPluginStateInputType, { description: 'Plugin, state and reason.' }) input: SetPluginStateInputType,
    @Ctx() context: GraphContext,
  ): Promise<SetPluginStatePayload> {
    const { plugin: pluginId, state, reason, force, idempotencyKey } = input;
    const result = await context.execute(
      setPluginState,
      { pluginId, state, reason: reason ?? null, force: force ?? false },
      keyOf({ idempotencyKey }),
    );
    return { plugin: result.pluginId ? await this.read(result.pluginId, context) : null, findings: result.findings ?? [] };
  }

  private async read(pluginId: string, context: GraphContext): Promise<Plugin | null> {
    const card = context.extensions.all(pluginCards).find(({ value }) => value.id === pluginId)?.value;
    const rows = await context.database.query(readPluginStates, [context.database.scope.lenderId]);
    return card
      ? toPlugin(
          card,
          rows.find((row) => row.pluginId === pluginId),
          context.locale,
        )
      : null;
  }
}
