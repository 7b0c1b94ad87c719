import { Field, ObjectType } from 'type-graphql';
import { LocalDateScalar, Scoped } from '../../schema/base';
import { ClauseType } from './clause.type';
import type { ClauseView } from './clause-lookup';
import type { Confidence } from './edition';
import type { Finding } from './finding';
import { FindingType } from './finding.type';
import type { Layer } from './overlay';
import type { ParameterAbsence } from './resolved-rules';
import { RuleAbsenceEnum, RuleConfidenceEnum, RuleLayerEnum } from './rule-enums';

@Scoped('parent')
@ObjectType('RuleCandidate', { description: 'A value that law or the lender’s edition holds for a parameter.' })
export class RuleCandidate {
  @Field(() => RuleLayerEnum, { description: 'Whether law or the lender’s edition holds it.' })
  layer!: Layer;

  @Field(() => [String], { description: 'One value, or all of a set.' })
  values!: readonly string[];

  @Field(() => ClauseType, { nullable: true, description: 'Where it stands.' })
  clause!: ClauseView | null;

  @Field(() => LocalDateScalar, { description: 'First day in force.' })
  from!: string;

  @Field(() => RuleConfidenceEnum, { description: 'How sure the value is.' })
  confidence!: Confidence;

  @Field(() => Boolean, { description: 'Whether it took part in the comparison; an unconfirmed limit does not.' })
  counted!: boolean;
}

@Scoped('parent')
@ObjectType('RuleParameter', { description: 'A parameter of the rules on a day: the stricter of law and edition.' })
export class RuleParameter {
  @Field(() => String, { description: 'Name, the same for all lenders of a plugin.' })
  name!: string;

  @Field(() => String, { description: 'Unit in which it counts.' })
  unit!: string;

  @Field(() => [String], { description: 'The value that binds, or all values of a set; empty when none does.' })
  values!: readonly string[];

  @Field(() => RuleAbsenceEnum, { nullable: true, description: 'Why no value binds; null when one does.' })
  reason!: ParameterAbsence | null;

  @Field(() => [RuleLayerEnum], { description: 'Layers that bound; both on a tie.' })
  bound!: readonly Layer[];

  @Field(() => [RuleCandidate], { description: 'Every value that was compared.' })
  candidates!: readonly RuleCandidate[];
}

@Scoped('parent')
@ObjectType('StatuteEdition', { description: 'A statute’s parameters in one stretch of time (закон).' })
export class StatuteEditionType {
  @Field(() => String, { description: 'Its id, as receipts name it.' })
  code!: string;

  @Field(() => String, { description: 'The act’s name.' })
  act!: string;

  @Field(() => LocalDateScalar, { description: 'First day in force.' })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day no longer in force.' })
  to!: string | null;
}

@Scoped('rules:read')
@ObjectType('RuleEdition', { description: 'A lender’s rules on a day: its edition and the law beside it (редакция правил).' })
export class RuleEdition {
  @Field(() => String, { description: 'Plugin whose rules these are.' })
  plugin!: string;

  @Field(() => String, { description: 'Lender’s code.' })
  lender!: string;

  @Field(() => LocalDateScalar, { description: 'The day asked for.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'Edition’s id; null on a day that has none.' })
  code!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force.' })
  from!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day no longer in force; null for the present edition.' })
  to!: string | null;

  @Field(() => ClauseType, { nullable: true, description: 'Clause that puts it into force.' })
  clause!: ClauseView | null;

  @Field(() => [StatuteEditionType], { description: 'Statutes beside it.' })
  statutes!: readonly StatuteEditionType[];

  @Field(() => [RuleParameter], { description: 'Parameters, by name.' })
  parameters!: readonly RuleParameter[];

  @Field(() => [FindingType], {
    description: 'Why nothing can be decided by it: a gap, or a text that is not held; and parameters due for review.',
  })
  findings!: readonly Finding[];
}
