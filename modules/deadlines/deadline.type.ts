import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTimeScalar, type Extensions, type Locale, Node, Scoped, toGlobalId } from '../../schema/base';
import { listLoader, statement } from '../database';
import type { DeadlineState } from './deadline-state';
import { findKind } from './extension-points';

/** States as a GraphQL enum. */
export const DeadlineStateEnum = { PENDING: 'PENDING', MET: 'MET', MISSED: 'MISSED', CANCELLED: 'CANCELLED' } as const;

registerEnumType(DeadlineStateEnum, {
  name: 'DeadlineState',
  description: 'Whether a deadline runs and how it ended.',
  valuesConfig: {
    PENDING: { description: 'It runs (течёт).' },
    MET: { description: 'What the clause asks was done in time, or a waiting period passed (соблюдён).' },
    MISSED: { description: 'It ran out; what the clause says followed (пропущен).' },
    CANCELLED: { description: 'It no longer matters (снят).' },
  },
});

@Scoped('deadlines:read')
@ObjectType('Deadline', { implements: Node, description: 'A term that a clause sets, and what came of it (срок).' })
export class Deadline extends Node {
  readonly __typename = 'Deadline' as const;

  @Field(() => String, { description: 'Kind; a plugin’s carries the plugin’s id.' })
  kind!: string;

  @Field(() => String, { description: 'What must happen until then, in the caller’s language.' })
  title!: string;

  @Field(() => ID, { description: 'What it is about.' })
  subjectId!: string;

  @Field(() => ID, { nullable: true, description: 'The application that it belongs to.' })
  applicationId!: string | null;

  @Field(() => String, { nullable: true, description: 'The clause that sets it.' })
  clause!: string | null;

  @Field(() => String, { nullable: true, description: 'Edition of the lender’s rules that sets it.' })
  edition!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it began to run.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The last moment at which it can be met.' })
  dueAt!: Date;

  @Field(() => DeadlineStateEnum, { description: 'Whether it runs and how it ended.' })
  state!: DeadlineState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was met, missed or cancelled.' })
  settledAt!: Date | null;

  @Field(() => Int, { description: 'How often acting on it failed; it is tried again until it succeeds.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'Code of the last failure.' })
  lastError!: string | null;
}

export const deadlineConnection = connectionOf(Deadline, 'Deadline');

export interface DeadlineRow {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly applicationId: string | null;
  readonly clause: string | null;
  readonly edition: string | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly state: DeadlineState;
  readonly settledAt: Date | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

const COLUMNS = `id, kind, subject_type as "subjectType", subject_id as "subjectId", application_id as "applicationId", clause,
  edition_id as edition, started_at as "startedAt", due_at as "dueAt", state, settled_at as "settledAt", attempts, last_error as "lastError"`;

export const readDeadlinePage = statement<DeadlineRow>(
  'deadline_page',
  `select ${COLUMNS} from core.deadline
   where lender_id = $1 and (due_at, id) > ($2::timestamptz, $3::uuid)
     and ($4::uuid is null or application_id = $4) and ($5::text is null or state = $5) and due_at < $6::timestamptz
   order by due_at, id limit $7`,
);

export const readDeadline = statement<DeadlineRow>('deadline_one', `select ${COLUMNS} from core.deadline where lender_id = $1 and id = $2`);

/** The deadlines of applications, the next one first. */
export const deadlinesByApplication = listLoader<DeadlineRow>(
  statement('deadline_by_application', `select ${COLUMNS} from core.deadline where application_id = any($1) order by due_at, id`),
  (row) => row.applicationId!,
);

export function toDeadline(row: DeadlineRow, extensions: Extensions, locale: Locale): Deadline {
  return {
    ...row,
    __typename: 'Deadline',
    id: toGlobalId('Deadline', row.id),
    title: findKind(extensions, row.kind)?.description[locale] ?? row.kind,
    subjectId: toGlobalId(row.subjectType, row.subjectId),
    applicationId: row.applicationId && toGlobalId('Application', row.applicationId),
  };
}
