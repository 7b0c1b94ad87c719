import type { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { type Finding, FindingType, formFinding } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, keyOf, LocalDateScalar, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClient } from '../by-leasing.type';
import { readClientFile } from '../conduct';
import { openText } from '../sealed-text';
import { dataChangePlace, dataChangesByClient, tellDataChange } from './data-change.commands';
import { type ChangedField, changedFields, type NoticeChannel, noticeChannels } from './data-change.entity';

export const ChangedFieldEnum = enumOf(changedFields);
registerEnumType(ChangedFieldEnum, {
  name: 'ByLeasingChangedField',
  description: 'Data of registration that changed.',
  valuesConfig: {
    SURNAME: { description: 'Surname (фамилия).' },
    FIRST_NAME: { description: 'First name (имя).' },
    PATRONYMIC: { description: 'Patronymic (отчество).' },
    ORGANISATION_NAME: { description: 'Name of the organisation (наименование).' },
    ADDRESS: { description: 'Address (адрес).' },
    IDENTITY_DOCUMENT: { description: 'Identity document (документ).' },
    PHONE: { description: 'Phone of the account; at an office alone (номер телефона).' },
  },
});
export const NoticeChannelEnum = enumOf(noticeChannels);
registerEnumType(NoticeChannelEnum, {
  name: 'ByLeasingNoticeChannel',
  description: 'Where a notice was given.',
  valuesConfig: { CABINET: { description: 'In the cabinet.' }, OFFICE: { description: 'At an office.' } },
});

@Scoped('clients:read')
@ObjectType('ByLeasingDataChange', { description: 'A notice of changed data (уведомление об изменении данных).' })
export class ByLeasingDataChange {
  @Field(() => ID, { description: 'Id of the notice.' })
  id!: string;

  @Field(() => [ChangedFieldEnum], { description: 'What changed.' })
  fields!: readonly ChangedField[];

  @Field(() => String, { description: 'The new values in the client’s words.' })
  @Scoped('clients:personal')
  text!: string;

  @Field(() => NoticeChannelEnum, { description: 'Where it was given.' })
  channel!: NoticeChannel;

  @Field(() => LocalDateScalar, { description: 'Day of the change.' })
  changedOn!: string;

  @Field(() => LocalDateScalar, { description: 'The last day for the notice.' })
  dueOn!: string;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  noticedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it came after its last day.' })
  late!: boolean;
}

@InputType('ByLeasingTellDataChangeInput', { description: 'Data that changed.' })
export class ByLeasingTellDataChangeInput {
  @Field(() => ID, { nullable: true, description: 'Whose; a client’s own session needs none.' })
  clientId?: string | null;

  @Field(() => [ChangedFieldEnum], { description: 'What changed.' })
  fields!: ChangedField[];

  @Field(() => String, { description: 'The new values.' })
  text!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the change.' })
  changedOn!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('ByLeasingDataChangePayload', { description: 'What became of a notice.' })
export class ByLeasingDataChangePayload {
  @Field(() => ID, { nullable: true, description: 'The notice; null when refused.' })
  dataChangeId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or that the notice is late.' })
  findings!: readonly Finding[];
}

@Resolver(() => ByLeasingClient)
export class DataChangeResolver {
  @FieldResolver(() => [ByLeasingDataChange], { description: 'Notices of changed data, the latest first (изменения данных).' })
  @Scoped('clients:personal')
  async dataChanges(@Root() { clientId }: ByLeasingClient, @Ctx() context: GraphContext): Promise<ByLeasingDataChange[]> {
    const rows = await readClientFile(context, clientId, () => context.loaders.list(dataChangesByClient, clientId));
    const vault = { ports: context.ports, lender: context.lender! };
    return rows.map(({ id, textEnc, ...row }) => ({
      ...row,
      id: toGlobalId('ByLeasingDataChange', id),
      text: openText(vault, dataChangePlace(id), textEnc),
    }));
  }

  @Mutation(() => ByLeasingDataChangePayload, { description: 'Tells that data of registration changed (уведомление об изменении данных).' })
  @Scoped('clients:write')
  async byLeasingTellDataChange(
    @Arg('input', () => ByLeasingTellDataChangeInput, { description: 'The change.' }) input: ByLeasingTellDataChangeInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingDataChangePayload> {
    const clientId = context.caller.clientId ?? (input.clientId ? rowIdOf('Client', input.clientId) : null);
    if (!clientId) return { dataChangeId: null, findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] };
    const { fields, text, changedOn } = input;
    const { dataChangeId, findings } = await context.execute(tellDataChange, { clientId, fields, text, changedOn }, keyOf(input));
    return { dataChangeId: dataChangeId ? toGlobalId('ByLeasingDataChange', dataChangeId) : null, findings: findings ?? [] };
  }
}
