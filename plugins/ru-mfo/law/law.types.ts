import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, enumOf, Scoped } from '../../../schema/base';
import { type InquiryState, inquiryStates } from './bureau-inquiry.entity';
import { type PayeeSource, payeeSources } from './payee-check.entity';

export const PayeeSourceEnum = enumOf(payeeSources);
registerEnumType(PayeeSourceEnum, {
  name: 'RuMfoPayeeSource',
  description: 'Who told whose account or card it is.',
  valuesConfig: {
    BANK: { description: 'Its bank, or the settlement partner (банк получателя).' },
    FAST_PAYMENTS: { description: 'The fast payment system (СБП).' },
    TAX_CERTIFICATE: { description: 'A certificate of the tax service on the person’s accounts (справка ФНС).' },
  },
});

const InquiryStateEnum = enumOf(inquiryStates);
registerEnumType(InquiryStateEnum, {
  name: 'RuMfoBureauInquiryState',
  description: 'What became of an inquiry to the credit bureaus.',
  valuesConfig: {
    OPEN: { description: 'No answer yet; can be asked again.' },
    ANSWERED: { description: 'The report is kept.' },
    REFUSED: { description: 'The bureaus will not answer.' },
  },
});

@Scoped('parent')
@ObjectType('RuMfoBureauInquiry', {
  description: 'The latest inquiry to the credit bureaus, and what of its answer the rules use (отчёт БКИ).',
})
export class RuMfoBureauInquiry {
  @Field(() => InquiryStateEnum, { description: 'What became of it.' })
  state!: InquiryState;

  @Field(() => DateTimeScalar, { description: 'When the bureaus were asked.' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they answered.' })
  answeredAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many bureaus answered.' })
  bureaus!: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Kinds of self-bans in force (самозапрет); null where the bureaus could not tell.',
  })
  selfBans!: readonly string[] | null;

  @Field(() => Int, { nullable: true, description: 'Unpaid loans of all lenders.' })
  openLoans!: number | null;
}

@Scoped('parent')
@ObjectType('RuMfoPayeeCheck', { description: 'Whether account or card of an application is the borrower’s own (проверка получателя).' })
export class RuMfoPayeeCheck {
  @Field(() => PayeeSourceEnum, { description: 'Who told it.' })
  source!: PayeeSource;

  @Field(() => Boolean, { description: 'Whether the name is the borrower’s.' })
  matches!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  checkedAt!: Date;
}
