import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, type Locale, Scoped } from '../../schema/base';
import { statement } from '../database';
import type { PluginCard } from './extension-points';
import { PluginStateEnum } from './lender.type';
import type { PluginState } from './plugin-state.entity';

@Scoped('plugins:read')
@ObjectType('Plugin', { description: 'An installed plugin and its state at the lender of the request (плагин).' })
export class Plugin {
  @Field(() => String, { description: 'Short name, as `setPluginState` takes it.' })
  code!: string;

  @Field(() => String, { description: 'Country of the law that it follows, ISO 3166-1 alpha-2.' })
  jurisdiction!: string;

  @Field(() => String, { description: 'What it is, in the caller’s language.' })
  title!: string;

  @Field(() => [String], { description: 'Acts that it rests on (правовое основание).' })
  legalBasis!: readonly string[];

  @Field(() => String, { description: 'Versions of the core that it works with, as a semantic-version range.' })
  coreRange!: string;

  @Field(() => [String], { description: 'Owners that it requires: a plugin is never further on than one that it requires.' })
  requires!: readonly string[];

  @Field(() => PluginStateEnum, { description: 'State at the lender; DISABLED where it was never used.' })
  state!: PluginState;

  @Field(() => Boolean, { description: 'Whether it was switched off although work was open.' })
  forced!: boolean;

  @Field(() => String, { nullable: true, description: 'Reason given for the last change.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Kind and subject of who changed it last.' })
  changedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was changed last.' })
  changedAt!: Date | null;
}

export interface PluginStateRow {
  readonly pluginId: string;
  readonly state: PluginState;
  readonly forced: boolean;
  readonly reason: string | null;
  readonly changedBy: string;
  readonly changedAt: Date;
}

export const readPluginStates = statement<PluginStateRow>(
  'plugin_states',
  `select plugin_id as "pluginId", state, forced, reason, changed_by as "changedBy", changed_at as "changedAt"
   from core.plugin_state where lender_id = $1`,
);

export function toPlugin(card: PluginCard, row: PluginStateRow | undefined, locale: Locale): Plugin {
  return {
    code: card.id,
    jurisdiction: card.jurisdiction,
    title: card.title[locale],
    legalBasis: card.legalBasis,
    coreRange: card.coreRange,
    requires: card.requires,
    state: row?.state ?? 'DISABLED',
    forced: row?.forced ?? false,
    reason: row?.reason ?? null,
    changedBy: row?.changedBy ?? null,
    changedAt: row?.changedAt ?? null,
  };
}
