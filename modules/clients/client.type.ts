import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, LocalDateScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import type { ClientKind, ClientStatus } from './client.entity';
import type { ClientRecord } from './client.record';
import type { AddressKind } from './profile';

/** Kinds as a GraphQL enum. */
export const ClientKindEnum = { INDIVIDUAL: 'INDIVIDUAL', SOLE_PROPRIETOR: 'SOLE_PROPRIETOR', LEGAL_ENTITY: 'LEGAL_ENTITY' } as const;

registerEnumType(ClientKindEnum, {
  name: 'ClientKind',
  description: 'What a client is in law.',
  valuesConfig: {
    INDIVIDUAL: { description: 'A natural person (физическое лицо).' },
    SOLE_PROPRIETOR: { description: 'A natural person in business (индивидуальный предприниматель).' },
    LEGAL_ENTITY: { description: 'A company or another entity (юридическое лицо).' },
  },
});

/** States as a GraphQL enum. */
export const ClientStatusEnum = { REGISTERING: 'REGISTERING', REGISTERED: 'REGISTERED', BLOCKED: 'BLOCKED' } as const;

registerEnumType(ClientStatusEnum, {
  name: 'ClientStatus',
  description: 'How far a client is with the lender.',
  valuesConfig: {
    REGISTERING: { description: 'Something that the lender asks for is still missing.' },
    REGISTERED: { description: 'Registration is complete (регистрация завершена).' },
    BLOCKED: { description: 'No sign-in and no operations (заблокирован).' },
  },
});

/** Kinds of address as a GraphQL enum. */
export const AddressKindEnum = { RESIDENCE: 'RESIDENCE', STAY: 'STAY', ACTUAL: 'ACTUAL', LEGAL: 'LEGAL', POSTAL: 'POSTAL' } as const;

registerEnumType(AddressKindEnum, {
  name: 'AddressKind',
  description: 'What an address stands for.',
  valuesConfig: {
    RESIDENCE: { description: 'Registered place of residence (регистрация по месту жительства).' },
    STAY: { description: 'Registered place of stay (регистрация по месту пребывания).' },
    ACTUAL: { description: 'Where the client actually lives (адрес проживания).' },
    LEGAL: { description: 'Seat of an entity (юридический адрес).' },
    POSTAL: { description: 'Where letters are sent (почтовый адрес).' },
  },
});

@Scoped('clients:personal')
@ObjectType('ClientAddress', { description: 'An address of a client (адрес).' })
export class ClientAddressType {
  @Field(() => AddressKindEnum, { description: 'What it stands for.' })
  kind!: AddressKind;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Postcode (почтовый индекс).' })
  postcode!: string | null;

  @Field(() => String, { description: 'The rest, as it is written in that country.' })
  text!: string;
}

@Scoped('clients:personal')
@ObjectType('ClientPersonal', { description: 'Personal data of a client, unmasked (персональные данные).' })
export class ClientPersonal {
  @Field(() => String, { nullable: true, description: 'Family name (фамилия).' })
  familyName!: string | null;

  @Field(() => String, { nullable: true, description: 'Given name (имя).' })
  givenName!: string | null;

  @Field(() => String, { nullable: true, description: 'Patronymic (отчество).' })
  patronymic!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Date of birth (дата рождения).' })
  birthDate!: string | null;

  @Field(() => String, { nullable: true, description: 'Citizenship, ISO 3166-1 alpha-2 (гражданство).' })
  citizenship!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the entity or of the business (наименование).' })
  legalName!: string | null;

  @Field(() => String, { nullable: true, description: 'Tax number, as the country writes it (налоговый номер).' })
  taxNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number in E.164 (телефон).' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address (адрес электронной почты).' })
  email!: string | null;

  @Field(() => [ClientAddressType], { description: 'Addresses (адреса).' })
  addresses!: readonly ClientAddressType[];
}

@Scoped('clients:read')
@ObjectType('Client', {
  implements: Node,
  description: 'Somebody who wants to borrow, or does (клиент). Personal data are masked, save in `personal`.',
})
export class Client extends Node {
  readonly __typename = 'Client' as const;
  readonly rowId!: string;

  @Field(() => String, { description: 'Short reference for people; unique for the lender.' })
  number!: string;

  @Field(() => ClientKindEnum, { description: 'What the client is in law.' })
  kind!: ClientKind;

  @Field(() => ClientStatusEnum, { description: 'How far the client is with the lender.' })
  status!: ClientStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the phone number was confirmed; null: it was not (номер подтверждён).',
  })
  phoneVerifiedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the mailbox was confirmed; null: it was not (почта подтверждена).' })
  emailVerifiedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When the client was first known.' })
  createdAt!: Date;
}

export const clientConnection = connectionOf(Client, 'Client');

/** The GraphQL object of a row. */
export function toClient(row: ClientRecord): Client {
  return {
    __typename: 'Client',
    id: toGlobalId('Client', row.id),
    rowId: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    phoneVerifiedAt: row.phoneVerifiedAt,
    emailVerifiedAt: row.emailVerifiedAt,
    createdAt: row.createdAt,
  };
}
