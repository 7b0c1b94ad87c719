import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType } from 'type-graphql';
import { type Decimal, DecimalScalar, LocalDateScalar } from '../../../schema/base';
import * as enums from './enforcement.enums';

const KEY = 'A repeat with the same key answers what was stored and does nothing again.';

@InputType('ByPledgeSendNoticeInput', { description: 'Records a notice of one party to the other (уведомление).' })
export class ByPledgeSendNoticeInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => enums.NoticeKindEnum, { description: 'Kind of the notice.' })
  kind!: keyof typeof enums.NoticeKindEnum;

  @Field(() => enums.ParticipantEnum, { description: 'Who sends it: PLEDGOR or PLEDGEE.' })
  sender!: keyof typeof enums.ParticipantEnum;

  @Field(() => [enums.NoticeWayEnum], { description: 'Ways by which it goes.' })
  ways!: (keyof typeof enums.NoticeWayEnum)[];

  @Field(() => String, { description: 'What it says.' })
  text!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of sending; today unless said.' })
  sentOn?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRecordReceiptInput', { description: 'Records what became of a delivery (вручение).' })
export class ByPledgeRecordReceiptInput {
  @Field(() => ID, { description: 'Global id of the notice.' })
  noticeId!: string;

  @Field(() => enums.NoticeWayEnum, { description: 'Which delivery.' })
  way!: keyof typeof enums.NoticeWayEnum;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the first attempt.' })
  firstAttemptOn?: Temporal.PlainDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of delivery.' })
  deliveredOn?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Moment of the signature in the office, ISO 8601.' })
  signedAt?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeAnswerClaimInput', { description: 'Records the answer to a claim (ответ на претензию).' })
export class ByPledgeAnswerClaimInput {
  @Field(() => ID, { description: 'Global id of the notice.' })
  noticeId!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the answer.' })
  on!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeDemandDutyInput', {
  description: 'Asks the pledgor for something by a notice; its clock begins as the agreement says (требование).',
})
export class ByPledgeDemandDutyInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => enums.DutyKindEnum, {
    description: 'What is asked: INFORMATION, INSPECTION, THREAT_REPLACEMENT, VALUATION or DEFECT_REIMBURSEMENT.',
  })
  kind!: keyof typeof enums.DutyKindEnum;

  @Field(() => String, { description: 'Why: MARKET_CHANGE or OTHER_VALUE_FACT for a valuation, the threat for a replacement.' })
  ground!: string;

  @Field(() => [enums.NoticeWayEnum], { description: 'Ways of the notice.' })
  ways!: (keyof typeof enums.NoticeWayEnum)[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day, where the lender sets it.' })
  dueOn?: Temporal.PlainDate | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'BYN, for DEFECT_REIMBURSEMENT.' })
  amount?: Decimal | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether copies of the expense documents go with it.' })
  withCopies?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the inspection is at another place than the lender’s.' })
  elsewhere?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the pledgor agreed to that place.' })
  agreedByPledgor?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the lender agreed to it.' })
  agreedByPledgee?: boolean | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeReportItemEventInput', { description: 'Records what happened to the item; restoration is owed from that day.' })
export class ByPledgeReportItemEventInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => enums.ItemEventEnum, { description: 'What happened.' })
  event!: keyof typeof enums.ItemEventEnum;

  @Field(() => LocalDateScalar, { description: 'Day of the event.' })
  on!: Temporal.PlainDate;

  @Field(() => DecimalScalar, { nullable: true, description: 'By how much the value fell, BYN.' })
  valueDecrease?: Decimal | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Until when that part may be repaid instead.' })
  repayUntil?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeMeetDutyInput', { description: 'Records that a duty was done (исполнение обязанности).' })
export class ByPledgeMeetDutyInput {
  @Field(() => ID, { description: 'Global id of the duty.' })
  dutyId!: string;

  @Field(() => LocalDateScalar, { description: 'Day on which it was done.' })
  on!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'By which of the ways that the clause leaves open.' })
  outcome?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the document that proves it.' })
  document?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'BYN: of a valuation or a repayment.' })
  amount?: Decimal | null;

  @Field(() => String, { nullable: true, description: 'Who valued the item.' })
  valuer?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRecordInspectionInput', { description: 'Records an inspection of the item (осмотр).' })
export class ByPledgeRecordInspectionInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => LocalDateScalar, { description: 'Day.' })
  on!: Temporal.PlainDate;

  @Field(() => enums.InspectionTypeEnum, { description: 'DOCUMENTARY or PHYSICAL.' })
  type!: keyof typeof enums.InspectionTypeEnum;

  @Field(() => enums.AccessEnum, { description: 'ACCESS_GRANTED or ACCESS_DENIED.' })
  access!: keyof typeof enums.AccessEnum;

  @Field(() => Boolean, { description: 'Whether the item is in working order.' })
  isInOrder!: boolean;

  @Field(() => Boolean, { description: 'Whether it is used as a taxi.' })
  isTaxi!: boolean;

  @Field(() => DecimalScalar, { nullable: true, description: 'By how much acts of the pledgor lowered the value, BYN.' })
  valueLoweredBy?: Decimal | null;

  @Field(() => String, { description: 'What was found, in words.' })
  findings!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRecordServiceInput', { description: 'Files a service of the item with its evidence (обслуживание).' })
export class ByPledgeRecordServiceInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => LocalDateScalar, { description: 'Day.' })
  on!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'Number of the certificate of completed work.' })
  workCertificate?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the service history.' })
  serviceHistory?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRecordDisposalInput', { description: 'Records a disposal of the item or a later pledge (распоряжение).' })
export class ByPledgeRecordDisposalInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => enums.DisposalActEnum, { description: 'What was done.' })
  act!: keyof typeof enums.DisposalActEnum;

  @Field(() => LocalDateScalar, { description: 'Day.' })
  on!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeReportCircumstanceInput', {
  description: 'Records the pledgor’s notice of a changed place, a worse condition or a threat.',
})
export class ByPledgeReportCircumstanceInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => enums.CircumstanceEnum, { description: 'LOCATION_CHANGED, CONDITION_WORSENED or THREAT.' })
  event!: keyof typeof enums.CircumstanceEnum;

  @Field(() => LocalDateScalar, { description: 'Day of the event.' })
  occurredOn!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'Day of the notice.' })
  notifiedOn!: Temporal.PlainDate;

  @Field(() => String, { description: 'The new place or what happened.' })
  text!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeIssueCeaseDemandInput', { description: 'Demands of anybody to stop acts that threaten the item.' })
export class ByPledgeIssueCeaseDemandInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => String, { description: 'To whom.' })
  addressee!: string;

  @Field(() => String, { description: 'Why.' })
  ground!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeChargeFineInput', { description: 'Charges the fine for one violation (штраф).' })
export class ByPledgeChargeFineInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ID, { description: 'Global id of the violation.' })
  violationId!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeClaimLossInput', { description: 'Claims the loss of a violation (убытки).' })
export class ByPledgeClaimLossInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ID, { description: 'Global id of the violation.' })
  violationId!: string;

  @Field(() => enums.LossMeasureEnum, { description: 'What it is measured by.' })
  measure!: keyof typeof enums.LossMeasureEnum;

  @Field(() => DecimalScalar, { description: 'BYN.' })
  amount!: Decimal;

  @Field(() => DecimalScalar, { nullable: true, description: 'Value of the damaged item, BYN.' })
  valueAfter?: Decimal | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeDemandEarlyRepaymentInput', { description: 'Demands all of the loan before its time (досрочный возврат).' })
export class ByPledgeDemandEarlyRepaymentInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => enums.EarlyGroundEnum, { description: 'On what ground.' })
  ground!: keyof typeof enums.EarlyGroundEnum;

  @Field(() => ID, { nullable: true, description: 'Global id of the violation that it rests on.' })
  violationId?: string | null;

  @Field(() => LocalDateScalar, { description: 'Until when.' })
  dueOn!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeOpenForeclosureInput', { description: 'Opens a case of foreclosure (обращение взыскания).' })
export class ByPledgeOpenForeclosureInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => enums.ForeclosureRouteEnum, { description: 'By a court or not.' })
  route!: keyof typeof enums.ForeclosureRouteEnum;

  @Field(() => enums.ForeclosureBasisEnum, { description: 'DEFAULT or EARLY.' })
  basis!: keyof typeof enums.ForeclosureBasisEnum;

  @Field(() => ID, { nullable: true, description: 'Global id of the violation that it rests on.' })
  violationId?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeFileSuitInput', { description: 'Files the suit (иск).' })
export class ByPledgeFileSuitInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => String, { description: 'The court, by its code.' })
  forum!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRecordDecisionInput', { description: 'Records the court’s decision (решение суда).' })
export class ByPledgeRecordDecisionInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => Boolean, { description: 'Whether it allows foreclosure.' })
  isAllowed!: boolean;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeListForSaleInput', { description: 'Offers the item for sale (объявление о продаже).' })
export class ByPledgeListForSaleInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => String, { nullable: true, description: 'COMMISSION_CONTRACT or OWN_LISTING.' })
  way?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the contract or listing.' })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: 'Site of the listing.' })
  site?: string | null;

  @Field(() => DecimalScalar, { description: 'Starting price, BYN.' })
  startPrice!: Decimal;

  @Field(() => String, { nullable: true, description: 'What sets another price: COURT_DECISION or PARTIES_AGREEMENT.' })
  overrideKind?: string | null;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  overrideDocument?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRecordSaleInput', { description: 'Records the sale and books the proceeds (продажа).' })
export class ByPledgeRecordSaleInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the sale: today.' })
  soldOn!: Temporal.PlainDate;

  @Field(() => DecimalScalar, { description: 'Proceeds, BYN.' })
  proceeds!: Decimal;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeSettleSaleInput', { description: 'Settles the sale: a surplus goes back, a deficit stays due.' })
export class ByPledgeSettleSaleInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  foreclosureId!: string;

  @Field(() => String, { nullable: true, description: 'Account for the surplus, where somebody names it.' })
  destination?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}
