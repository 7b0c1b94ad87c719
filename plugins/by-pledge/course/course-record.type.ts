import { Field, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { CourseKindEnum } from './course.enums';
import type { CourseKind } from './course-record.entity';
import type { CourseRecordRow } from './course-record.record';

@Scoped('parent')
@ObjectType('ByPledgeCourseFact', { description: 'One value of a record.' })
export class ByPledgeCourseFact {
  @Field(() => String, { description: 'What it is, such as `isTaxi`.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'A code, a day, a sum, a number or `true` and `false`.' })
  value!: string | null;
}

@Scoped('contracts:read')
@ObjectType('ByPledgeCourseRecord', {
  implements: Node,
  description: 'What was recorded in the course of a pledge: an inspection, a service, a disposal, a demand (запись о предмете залога).',
})
export class ByPledgeCourseRecord extends Node {
  readonly __typename = 'ByPledgeCourseRecord' as const;
  readonly row!: CourseRecordRow;

  @Field(() => CourseKindEnum, { description: 'What was recorded.' })
  kind!: CourseKind;

  @Field(() => LocalDateScalar, { description: 'Day on which it happened.' })
  on!: string;

  @Field(() => [ByPledgeCourseFact], { description: 'What was found, by name.' })
  facts!: readonly ByPledgeCourseFact[];

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

export const courseRecordConnection = connectionOf(ByPledgeCourseRecord, 'ByPledgeCourseRecord');

/** Ids of rows stay inside: what they stand for has fields of its own. */
const factsOf = (facts: CourseRecordRow['facts']): ByPledgeCourseFact[] =>
  Object.entries(facts)
    .filter(([name]) => !name.endsWith('Id'))
    .map(([name, value]) => ({ name, value: value === null ? null : String(value) }));

export const toCourseRecord = (row: CourseRecordRow): ByPledgeCourseRecord => ({
  __typename: 'ByPledgeCourseRecord',
  id: toGlobalId('ByPledgeCourseRecord', row.id),
  row,
  kind: row.kind,
  on: row.onDay,
  facts: factsOf(row.facts),
  recordedAt: row.recordedAt,
});
