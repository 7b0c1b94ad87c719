import type { Temporal } from 'temporal-polyfill';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { MoneyType } from '../../../modules/money';
import { DateTimeScalar, DecimalScalar, enumOf, LocalDateScalar, Scoped } from '../../../schema/base';
import { type AddonAddressee, type AddonStatus, addonAddressees, addonStatuses } from './addon.entity';
import type { AddonRecord } from './addon.record';
import { type AddonKind, type AddonOccasion, addonKinds, addonOccasions } from './addon-service';

export const AddonKindEnum = enumOf(addonKinds);
registerEnumType(AddonKindEnum, {
  name: 'RuMfoAddonKind',
  description: 'Kind of a paid service (вид дополнительной услуги).',
  valuesConfig: {
    INSURANCE: { description: 'Joining an insurance contract (страхование).' },
    SERVICE: { description: 'Another service (иная услуга).' },
  },
});

export const AddonOccasionEnum = enumOf(addonOccasions);
registerEnumType(AddonOccasionEnum, {
  name: 'RuMfoAddonOccasion',
  description: 'With what a paid service is sold.',
  valuesConfig: {
    LOAN: { description: 'With a loan (займ).' },
    PROLONGATION: { description: 'With a prolongation (пролонгация).' },
  },
});

export const AddonStatusEnum = enumOf(addonStatuses);
registerEnumType(AddonStatusEnum, {
  name: 'RuMfoAddonStatus',
  description: 'State of a paid service beside one loan.',
  valuesConfig: {
    WISHED: { description: 'The applicant wishes to be offered it (пожелание).' },
    OFFERED: { description: 'Disclosed with price and documents; not bought (предложена).' },
    CHOSEN: { description: 'Ticked; its documents are not yet signed (отмечена).' },
    JOINED: { description: 'Its documents are signed (присоединение).' },
    DECLINED: { description: 'Not bought (не приобретена).' },
    WITHDRAWN: { description: 'Given up within its term (отказ от услуги).' },
  },
});

export const AddonAddresseeEnum = enumOf(addonAddressees);
registerEnumType(AddonAddresseeEnum, {
  name: 'RuMfoAddonAddressee',
  description: 'To whom a request to give a service up goes.',
  valuesConfig: {
    LENDER: { description: 'The lender (кредитор).' },
    INSURER: { description: 'Who renders the service (страховщик).' },
  },
});

@Scoped('parent')
@ObjectType('RuMfoAddonLinks', { description: 'Pages that disclose a service before consent (активные ссылки).' })
export class RuMfoAddonLinks {
  @Field(() => String, { nullable: true, description: 'Its terms (условия).' })
  terms!: string | null;

  @Field(() => String, { nullable: true, description: 'All that it costs (все расходы).' })
  cost!: string | null;

  @Field(() => String, { nullable: true, description: 'The lender’s page of documents (раздел документов).' })
  documents!: string | null;
}

@Scoped('public')
@ObjectType('RuMfoAddonService', { description: 'A paid service in a lender’s catalogue (дополнительная платная услуга).' })
export class RuMfoAddonService {
  @Field(() => String, { description: 'Its code at the lender.' })
  code!: string;

  @Field(() => AddonKindEnum, { description: 'Its kind.' })
  kind!: AddonKind;

  @Field(() => String, { description: 'Its name in the caller’s language.' })
  title!: string;

  @Field(() => String, { description: 'What it covers or does (условия услуги).' })
  terms!: string;

  @Field(() => String, { description: 'Who renders it (исполнитель, страховщик).' })
  provider!: string;

  @Field(() => [AddonOccasionEnum], { description: 'With what it is sold.' })
  occasions!: readonly AddonOccasion[];

  @Field(() => MoneyType, { nullable: true, description: 'The whole price, where it is fixed; null where it depends on the loan.' })
  price!: { amount: string; currency: string } | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The whole price in per cent of the loan, where it depends on it.' })
  pricePercent!: string | null;

  @Field(() => RuMfoAddonLinks, { description: 'Where it is disclosed.' })
  links!: RuMfoAddonLinks;

  @Field(() => Boolean, { description: 'Whether price and terms were confirmed in the lender’s own documents.' })
  verified!: boolean;
}

@Scoped('parent')
@ObjectType('RuMfoAddonWithdrawal', { description: 'How a service was given up (отказ от услуги).' })
export class RuMfoAddonWithdrawal {
  @Field(() => LocalDateScalar, { description: 'Day of the written request (дата заявления).' })
  madeOn!: Temporal.PlainDate | string;

  @Field(() => AddonAddresseeEnum, { description: 'To whom it was made.' })
  addressee!: AddonAddressee;

  @Field(() => MoneyType, { description: 'What of the price was set against the debt (зачёт в счёт задолженности).' })
  refundedToDebt!: { amount: string; currency: string };

  @Field(() => MoneyType, { description: 'What of the price goes to where the loan went (возврат на карту).' })
  refundedToClient!: { amount: string; currency: string };
}

@Scoped('applications:read')
@ObjectType('RuMfoAddon', { description: 'A paid service beside one loan or prolongation (дополнительная услуга).' })
export class RuMfoAddon {
  readonly record!: AddonRecord;

  @Field(() => ID, { description: 'Global id, to give the service up by.' })
  id!: string;

  @Field(() => AddonOccasionEnum, { description: 'With what it is sold.' })
  occasion!: AddonOccasion;

  @Field(() => RuMfoAddonService, { nullable: true, description: 'The service; null when the lender’s data no longer know it.' })
  service!: RuMfoAddonService | null;

  @Field(() => AddonStatusEnum, { description: 'How far it came.' })
  status!: AddonStatus;

  @Field(() => MoneyType, { nullable: true, description: 'Its whole price for this loan, once it is offered (стоимость).' })
  price!: { amount: string; currency: string } | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the client ticked it or pressed its button (согласие).' })
  chosenAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the code was entered (дата присоединения).' })
  joinedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the price was taken (оплата).' })
  chargedAt!: Date | null;

  @Field(() => RuMfoAddonWithdrawal, { nullable: true, description: 'How it was given up, if it was.' })
  withdrawal!: RuMfoAddonWithdrawal | null;
}
