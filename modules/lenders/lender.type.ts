import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { CurrencyCodeScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import type { Lender } from './lender';
import type { PluginState } from './plugin-state.entity';

/** States as a GraphQL enum. */
export const PluginStateEnum = { ENABLED: 'ENABLED', DRAINING: 'DRAINING', DISABLED: 'DISABLED' } as const;

registerEnumType(PluginStateEnum, {
  name: 'PluginState',
  description: 'Whether a lender uses an installed plugin.',
  valuesConfig: {
    ENABLED: { description: 'In use.' },
    DRAINING: { description: 'No new applications; open ones finish.' },
    DISABLED: { description: 'Invisible; data are kept, legal duties go on.' },
  },
});

@Scoped('parent')
@ObjectType('LenderDetail', { description: 'A fact about a lender that must stand in its documents.' })
export class LenderDetail {
  @Field(() => String, { description: 'What it is, such as a registration number or an address.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@Scoped('parent')
@ObjectType('LenderPlugin', { description: 'A plugin that a lender uses.' })
export class LenderPlugin {
  @Field(() => String, { description: 'Short name of the plugin, as in `plugins`.' })
  code!: string;

  @Field(() => PluginStateEnum, { description: 'Its state at the lender: ENABLED or DRAINING.' })
  state!: PluginState;
}

@Scoped('public')
@ObjectType('Lender', { implements: Node, description: 'A lender or lessor whose written rules apply (кредитор, лизингодатель).' })
export class LenderType extends Node {
  readonly __typename = 'Lender' as const;

  @Field(() => String, { description: 'Short name, as sent in the header `Lexgraph-Lender`.' })
  code!: string;

  @Field(() => String, { description: 'Name that the public knows.' })
  name!: string;

  @Field(() => String, { description: 'Full name in the register of legal entities.' })
  legalName!: string;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { description: 'IANA time zone in which its legal days run.' })
  zone!: string;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of its contracts.' })
  currency!: string;

  @Field(() => [LenderDetail], { description: 'Registration numbers, addresses and sites (реквизиты).' })
  details!: LenderDetail[];

  @Field(() => [LenderPlugin], { description: 'Plugins in use; disabled ones are not shown.' })
  plugins!: LenderPlugin[];
}

export function toLender(lender: Lender): LenderType {
  return {
    __typename: 'Lender',
    id: toGlobalId('Lender', lender.id),
    code: lender.code,
    name: lender.name,
    legalName: lender.legalName,
    country: lender.country,
    zone: lender.zone,
    currency: lender.currency,
    details: Object.entries(lender.details).map(([name, value]) => ({ name, value })),
    plugins: [...lender.plugins].filter(([, state]) => state !== 'DISABLED').map(([code, state]) => ({ code, state })),
  };
}
