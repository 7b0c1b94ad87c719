import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, LocalDateScalar, Scoped } from '../../../schema/base';
import { InstalmentType } from '../contract.type';
import type { Instalment } from '../contract-terms';
import { type ScheduleCause, scheduleCauses } from './schedule.entity';
import type { ScheduleRecord } from './schedule.record';

const ScheduleCauseEnum = Object.fromEntries(scheduleCauses.map((name) => [name, name])) as { [C in ScheduleCause]: C };

registerEnumType(ScheduleCauseEnum, {
  name: 'ScheduleCause',
  description: 'Why a schedule was made.',
  valuesConfig: {
    CONCLUSION: { description: 'The contract was concluded (заключение договора).' },
    PROLONGATION: { description: 'The term was extended (пролонгация).' },
    TRANCHE: { description: 'A further sum was provided (транш).' },
    EARLY_REPAYMENT: { description: 'Principal was repaid ahead of the schedule (досрочное погашение).' },
    AGREEMENT: { description: 'Other terms were agreed (дополнительное соглашение).' },
    RATE_CHANGE: { description: 'The rate changed (изменение ставки).' },
    REVERSAL: { description: 'A payment was taken back, and the schedule before it stands again (отмена платежа).' },
  },
});

@Scoped('parent')
@ObjectType('ScheduleVersion', { description: 'One version of a contract’s schedule (редакция графика платежей).' })
export class ScheduleVersion {
  @Field(() => Int, { description: 'Number of the version, from 1; the highest one stands.' })
  version!: number;

  @Field(() => LocalDateScalar, { description: 'The first day that accrues and is judged by it.' })
  from!: string;

  @Field(() => ScheduleCauseEnum, { description: 'Why it was made.' })
  cause!: ScheduleCause;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  madeAt!: Date;

  @Field(() => [InstalmentType], { description: 'Its payments in the order of their dates.' })
  instalments!: InstalmentType[];
}

export function toScheduleVersion(
  { version, from, cause, madeAt, terms }: ScheduleRecord,
  show: (instalment: Instalment) => InstalmentType,
): ScheduleVersion {
  return { version, from, cause, madeAt, instalments: terms.schedule.map(show) };
}
