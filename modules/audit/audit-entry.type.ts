import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, JSONObjectScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import { type Caller, CallerKindEnum } from '../access';
import { statement } from '../database';
import type { AuditDetails, AuditOutcome } from './audit-entry.entity';

/** Outcomes as a GraphQL enum. */
export const AuditOutcomeEnum = { DONE: 'DONE', REFUSED: 'REFUSED' } as const;

registerEnumType(AuditOutcomeEnum, {
  name: 'AuditOutcome',
  description: 'How a command ended.',
  valuesConfig: {
    DONE: { description: 'It was carried out.' },
    REFUSED: { description: 'It was refused, and that was recorded.' },
  },
});

@Scoped('audit:read')
@ObjectType('AuditEntry', { implements: Node, description: 'What was done or refused, by whom (запись журнала аудита). Never changed.' })
export class AuditEntry extends Node {
  readonly __typename = 'AuditEntry' as const;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => CallerKindEnum, { description: 'Kind of the caller.' })
  actorKind!: Caller['kind'];

  @Field(() => String, { description: 'Subject of the caller’s token.' })
  actorSubject!: string;

  @Field(() => String, { description: 'Name of the command: the mutation, or `job:…` for work of the gateway itself.' })
  command!: string;

  @Field(() => String, { nullable: true, description: 'The plugin whose command it was.' })
  plugin!: string | null;

  @Field(() => String, { nullable: true, description: 'Type of what it changed.' })
  subjectType!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of what it changed.' })
  subjectId!: string | null;

  @Field(() => AuditOutcomeEnum, { description: 'How it ended.' })
  outcome!: AuditOutcome;

  @Field(() => JSONObjectScalar, { description: 'Facts of the command; nothing personal.' })
  details!: AuditDetails;

  @Field(() => String, { description: 'The request that caused it.' })
  requestId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Place in the lender’s chain, from 1 without holes; null for the moment until it is sealed.',
  })
  no!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 in hex over the JCS form of the entry with its number and the previous hash; null until it is sealed.',
  })
  hash!: string | null;
}

export const auditConnection = connectionOf(AuditEntry, 'AuditEntry');

/** What the list and `node` read. */
export interface AuditEntryRow extends Omit<AuditEntry, '__typename' | 'no'> {
  readonly no: string | null;
}

const COLUMNS = `id, at, actor_kind as "actorKind", actor_subject as "actorSubject", command, plugin_id as plugin,
  subject_type as "subjectType", subject_id as "subjectId", outcome, details, request_id as "requestId", no, encode(hash, 'hex') as hash`;

export const readAuditPage = statement<AuditEntryRow>(
  'audit_page',
  `select ${COLUMNS} from core.audit_entry
   where lender_id = $1 and (at, id) < ($2::timestamptz, $3::uuid)
     and ($4::text is null or subject_id = $4) and ($5::text is null or command = $5)
     and ($6::text is null or actor_subject = $6) and ($7::text is null or outcome = $7)
     and at >= $8::timestamptz and at < $9::timestamptz
   order by at desc, id desc limit $10`,
);

export const readAuditEntry = statement<AuditEntryRow>(
  'audit_one',
  `select ${COLUMNS} from core.audit_entry where lender_id = $1 and id = $2`,
);

export function toAuditEntry(row: AuditEntryRow): AuditEntry {
  return {
    ...row,
    __typename: 'AuditEntry',
    id: toGlobalId('AuditEntry', row.id),
    subjectId: row.subjectId && row.subjectType ? toGlobalId(row.subjectType, row.subjectId) : null,
    no: row.no === null ? null : Number(row.no),
  };
}
