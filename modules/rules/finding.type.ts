import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Scoped } from '../../schema/base';
import type { Finding, Severity } from './finding';

export const SeverityEnum: { readonly [S in Severity]: S } = { BLOCKING: 'BLOCKING', WARNING: 'WARNING', INFO: 'INFO' };

registerEnumType(SeverityEnum, {
  name: 'FindingSeverity',
  description: 'How much a finding weighs.',
  valuesConfig: {
    BLOCKING: { description: 'Stands in the way until it is resolved.' },
    WARNING: { description: 'Worth knowing; nothing stops.' },
    INFO: { description: 'For information.' },
  },
});

@Scoped('parent')
@ObjectType('FindingFact', { description: 'A value that a finding rests on.' })
export class FindingFact {
  @Field(() => String, { description: 'Name of the value.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The value as text; null when it was not known.' })
  value!: string | null;
}

/** `message`, `clauses` and `facts` are made by the resolver, in the caller's language. */
@Scoped('parent')
@ObjectType('Finding', { description: 'An expected failure as data: what was found, by which clause, and what to do (замечание).' })
export class FindingType implements Pick<Finding, 'code' | 'severity'> {
  @Field(() => String, { description: 'Code of the one list of error codes.' })
  code!: string;

  @Field(() => SeverityEnum, { description: 'How much it weighs.' })
  severity!: Severity;

  @Field(() => [String], { nullable: true, description: 'Path to the input that it speaks of.' })
  path?: readonly string[];

  @Field(() => String, { nullable: true, description: 'Edition that bound (редакция).' })
  edition?: string;
}
