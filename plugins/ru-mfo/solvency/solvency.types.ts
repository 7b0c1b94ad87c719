import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MoneyType } from '../../../modules/money';
import { DateTimeScalar, type Decimal, DecimalScalar, Scoped } from '../../../schema/base';
import type { SolvencyInput } from './count-solvency';
import { type ClientCategory, clientCategories } from './solvency.entity';

export const ClientCategoryEnum = Object.fromEntries(clientCategories.map((value) => [value, value])) as { [V in ClientCategory]: V };
registerEnumType(ClientCategoryEnum, {
  name: 'RuMfoClientCategory',
  description: 'Category of the client by which solvency is judged (категория клиента).',
  valuesConfig: {
    WORKING: { description: 'Works (работающий).' },
    PENSIONER: { description: 'Receives a pension (пенсионер).' },
  },
});

@InputType('RuMfoExternalConditionInput', { description: 'Economic situation at one level (внешние условия).' })
export class RuMfoExternalConditionInput {
  @Field(() => String, { description: 'COUNTRY, REGION or INDUSTRY.' })
  level!: string;

  @Field(() => String, { description: 'The assessor’s note.' })
  note!: string;
}

@InputType('RuMfoSolvencyInput', {
  description: 'What an assessor states of a client’s solvency; the rest comes from the bureaus’ report.',
})
export class RuMfoSolvencyInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'Personal income, roubles a month; zero for none (личный доход).' })
  monthlyIncome?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Risk of losing it, per cent, 0 to 100 (риск потери дохода).' })
  incomeLossRisk?: Decimal | null;

  @Field(() => [String], { nullable: true, description: 'Sources of income from which repayment is expected (источники доходов).' })
  incomeSources?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Official employment (официальное трудоустройство).' })
  officialEmployment?: string | null;

  @Field(() => String, { nullable: true, description: 'Family (состав семьи).' })
  familyComposition?: string | null;

  @Field(() => ClientCategoryEnum, { nullable: true, description: 'Category of the client.' })
  category?: ClientCategory | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the client is legally capable (дееспособность).' })
  capable?: boolean | null;

  @Field(() => [RuMfoExternalConditionInput], { nullable: true, description: 'Economic situation in country, region and industry.' })
  externalConditions?: RuMfoExternalConditionInput[] | null;
}

/** Absent values as the command wants them. */
export const toSolvencyInput = (input: RuMfoSolvencyInput): SolvencyInput => ({
  monthlyIncome: input.monthlyIncome?.toFixed() ?? null,
  incomeLossRisk: input.incomeLossRisk?.toFixed() ?? null,
  incomeSources: input.incomeSources ?? [],
  officialEmployment: input.officialEmployment ?? null,
  familyComposition: input.familyComposition ?? null,
  category: input.category ?? null,
  capable: input.capable ?? null,
  externalConditions: input.externalConditions ?? [],
});

@Scoped('parent')
@ObjectType('RuMfoSolvency', { description: 'What the latest assessment found by the criteria of the rules (оценка платёжеспособности).' })
export class RuMfoSolvency {
  @Field(() => DecimalScalar, { description: 'Sum applied for over the monthly income, to four places.' })
  amountToIncome!: string;

  @Field(() => MoneyType, { description: 'Monthly payments on current obligations by the bureaus’ report.' })
  monthlyPayments!: MoneyType;

  @Field(() => ClientCategoryEnum, { description: 'Category of the client.' })
  category!: ClientCategory;

  @Field(() => Boolean, { description: 'Whether the client is legally capable (дееспособность).' })
  capable!: boolean;

  @Field(() => Int, { description: 'Score, 0 to 1000: the higher, the surer the loan is repaid (скоринг).' })
  score!: number;

  @Field(() => Boolean, { description: 'Whether the sure income covers the loan.' })
  solvent!: boolean;

  @Field(() => String, { description: 'Which formula counted it.' })
  formula!: string;

  @Field(() => DateTimeScalar, { description: 'When it was counted.' })
  countedAt!: Date;
}
