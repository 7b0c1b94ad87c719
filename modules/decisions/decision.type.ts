import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, JSONObjectScalar, Node, Scoped, toGlobalId } from '../../schema/base';
import { ContractTermsType, toTerms } from '../contracts';
import type { Finding } from '../rules';
import { FindingType } from '../rules';
import { type DecisionKind, decisionKinds } from './decision.entity';
import type { DecisionRecord } from './decision.record';

export const DecisionKindEnum = Object.fromEntries(decisionKinds.map((kind) => [kind, kind])) as { [K in DecisionKind]: K };

registerEnumType(DecisionKindEnum, {
  name: 'DecisionKind',
  description: 'What was decided on an application (решение).',
  valuesConfig: {
    APPROVED: { description: 'Approved on the terms asked for.' },
    APPROVED_OTHER_TERMS: { description: 'Approved on other terms.' },
    REFUSED: { description: 'Refused.' },
  },
});

@Scoped('parent')
@ObjectType('DecisionGround', { description: 'Why an application was refused, beside the rules that failed (основание отказа).' })
export class DecisionGround {
  @Field(() => String, { description: 'Code of the ground in the lender’s rules.' })
  code!: string;

  // An officer's own words may name anything; partners read decisions too.
  @Scoped('clients:personal')
  @Field(() => String, { nullable: true, description: 'Explanation, where the ground needs one.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the clause that gives the ground.' })
  clause!: string | null;
}

@Scoped('decisions:read')
@ObjectType('Decision', {
  implements: Node,
  description: 'A decision on an application, with a receipt that explains and replays it (решение).',
})
export class Decision extends Node {
  readonly __typename = 'Decision' as const;
  readonly applicationRowId!: string;

  @Field(() => DecisionKindEnum, { description: 'What was decided.' })
  kind!: DecisionKind;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  decidedAt!: Date;

  @Field(() => ContractTermsType, { nullable: true, description: 'The terms offered; null for a refusal.' })
  terms!: ContractTermsType | null;

  @Field(() => [DecisionGround], {
    description: 'Grounds that the lender’s officer named; to the client, those that the lender’s rules tell.',
  })
  grounds!: DecisionGround[];

  @Field(() => [FindingType], {
    description:
      'Rules that failed or could not be checked, each with its clause and edition; to the client, those that the lender’s rules tell.',
  })
  findings!: readonly Finding[];

  @Field(() => String, { nullable: true, description: 'Edition of the lender’s rules by which it was decided.' })
  edition!: string | null;

  // It repeats the explanations of the grounds.
  @Scoped('clients:personal')
  @Field(() => JSONObjectScalar, {
    nullable: true,
    description:
      'The receipt: editions, parameters and what bound, verdicts, engine, digests of the facts, and a hash over all. Null for a client whom the lender’s rules do not tell every reason of a refusal.',
  })
  receipt!: object | null;

  @Field(() => String, { description: 'SHA-256 of the receipt’s canonical form, in hexadecimal digits.' })
  receiptHash!: string;
}

export function toDecision(row: DecisionRecord): Decision {
  const { id, kind, decidedAt, grounds, findings, editionId, receipt, receiptHash } = row;
  return {
    __typename: 'Decision',
    id: toGlobalId('Decision', id),
    applicationRowId: row.applicationId,
    kind,
    decidedAt,
    terms: row.terms && toTerms(row.terms),
    grounds: [...grounds],
    findings,
    edition: editionId,
    receipt,
    receiptHash,
  };
}
