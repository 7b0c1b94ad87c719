import { Field, ObjectType } from 'type-graphql';
import { Scoped } from '../../schema/base';
import { ClauseType } from './clause.type';
import type { ClauseView } from './clause-lookup';
import type { Severity } from './finding';
import { SeverityEnum } from './finding.type';

@Scoped('rules:read')
@ObjectType('Rule', { description: 'A validator: a pure function of facts and dated parameters (правило).' })
export class Rule {
  @Field(() => String, { description: 'Its name, as verdicts and receipts give it.' })
  code!: string;

  @Field(() => String, { description: 'Plugin that brings it.' })
  plugin!: string;

  @Field(() => [String], { description: 'Stages of an application at which it runs.' })
  stages!: readonly string[];

  @Field(() => SeverityEnum, { description: 'Weight of its findings.' })
  severity!: Severity;

  @Field(() => [String], { description: 'Facts that it judges.' })
  facts!: readonly string[];

  @Field(() => [String], { description: 'Parameters that it reads; each edition says their clause.' })
  parameters!: readonly string[];

  @Field(() => [ClauseType], { description: 'Clauses that it enforces beside those of its parameters.' })
  clauses!: readonly ClauseView[];
}
