import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { KEY_DESCRIPTION, LocalDateScalar } from '../../../schema/base';
import type { AddonAddressee } from './addon.entity';
import { AddonAddresseeEnum } from './addons.types';

@InputType('RuMfoTickAddonInput', { description: 'The tick of one paid service (галочка в чек-боксе).' })
export class RuMfoTickAddonInput {
  @Field(() => ID, { description: 'Global id of the application.' })
  applicationId!: string;

  @Field(() => ID, { nullable: true, description: 'Global id of the prolongation that it is offered with; none for the loan itself.' })
  prolongationId?: string | null;

  @Field(() => String, { description: 'Code of the service.' })
  code!: string;

  @Field(() => Boolean, { description: 'True ticks it, false takes the tick back.' })
  ticked!: boolean;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoWithdrawFromAddonInput', { description: 'A written request to give a paid service up (отказ от услуги).' })
export class RuMfoWithdrawFromAddonInput {
  @Field(() => ID, { description: 'Global id of the service.' })
  addonId!: string;

  @Field(() => AddonAddresseeEnum, { description: 'To whom the request is made.' })
  addressee!: AddonAddressee;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which a request on paper came; by an officer only. A client’s own request is of today.',
  })
  madeOn?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Number under which a request on paper was registered; by an officer only.' })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}
