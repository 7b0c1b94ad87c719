import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { StartApplicationInput } from '../../../modules/applications';
import { type Decimal, DecimalScalar, enumOf, LocalDateScalar } from '../../../schema/base';
import { type AddendumKind, addendumKinds } from '../addenda/addendum.entity';
import { type DeclarationKind, declarationKinds } from '../declarations/declaration.entity';
import { type IdentityDocument, identityDocuments } from '../identity/identity-check.entity';
import { type PropertyType, propertyTypes } from '../inventory/inventory.entity';
import { type VehicleCheckKind, vehicleCheckKinds } from '../inventory/vehicle-check.entity';
import { type ConsentSubject, consentSubjects } from './consent.entity';

const KEY = 'A repeat with the same key answers what was stored and does nothing again.';

const PropertyTypeEnum = enumOf(propertyTypes);
registerEnumType(PropertyTypeEnum, {
  name: 'ByPledgePropertyType',
  description: 'What a pledged item is.',
  valuesConfig: {
    VEHICLE: { description: 'A car.' },
    OTHER_MOVABLE: { description: 'Another movable thing.' },
    IMMOVABLE: { description: 'Land or a building; it cannot be pledged by this agreement.' },
  },
});

const VehicleCheckKindEnum = enumOf(vehicleCheckKinds);
registerEnumType(VehicleCheckKindEnum, {
  name: 'ByPledgeVehicleCheckKind',
  description: 'What is looked for about an item.',
  valuesConfig: {
    PLEDGE_REGISTER: { description: 'An entry in the register of encumbered movable property.' },
    SOLD: { description: 'A sale.' },
    WANTED: { description: 'A search.' },
    ARRESTED: { description: 'An arrest.' },
    BANNED: { description: 'A ban.' },
  },
});

const IdentityDocumentEnum = enumOf(identityDocuments);
registerEnumType(IdentityDocumentEnum, {
  name: 'ByPledgeIdentityDocument',
  description: 'Kind of an identity document.',
  valuesConfig: {
    BY_PASSPORT: { description: 'Passport of a citizen.' },
    BY_ID_CARD: { description: 'Identification card of a citizen.' },
    RESIDENCE_PERMIT: { description: 'Residence permit of a foreigner (вид на жительство).' },
    FOREIGN_PASSPORT: { description: 'Foreign passport.' },
  },
});

const ConsentSubjectEnum = enumOf(consentSubjects);
registerEnumType(ConsentSubjectEnum, {
  name: 'ByPledgeConsentSubject',
  description: 'What a party consents to.',
  valuesConfig: {
    INSURANCE_DEVIATION: { description: 'A policy that deviates from the requirements.' },
    BENEFICIARY_CHANGE: { description: 'Another beneficiary.' },
    DEBT_TRANSFER: { description: 'Another debtor.' },
    REPLACEMENT: { description: 'Another item.' },
    LATER_PLEDGE: { description: 'A later pledge.' },
    ALIENATION: { description: 'A sale or gift.' },
    LEASE: { description: 'A lease.' },
    GRATUITOUS_USE: { description: 'Use without pay.' },
    OTHER_DISPOSAL: { description: 'Another disposal.' },
    REGISTER_DISCLOSURE: { description: 'Giving out the register’s data.' },
  },
});

const AddendumKindEnum = enumOf(addendumKinds);
registerEnumType(AddendumKindEnum, {
  name: 'ByPledgeAddendumKind',
  description: 'What an addendum changes.',
  valuesConfig: {
    VALUE: { description: 'The agreed value.' },
    RATE: { description: 'The daily rate.' },
    ITEM: { description: 'Data of the item.' },
    OTHER: { description: 'Other terms.' },
    TERMINATION: { description: 'It ends the agreement early.' },
  },
});

const DeclarationKindEnum = enumOf(declarationKinds);
registerEnumType(DeclarationKindEnum, {
  name: 'ByPledgeDeclarationKind',
  description: 'What the pledgor declares.',
  valuesConfig: {
    VALUE_AGREED: { description: 'Agreement with the value.' },
    OWNERSHIP: { description: 'Whose the item is.' },
    SPOUSE_CONSENT: { description: 'The spouse’s consent.' },
    NOT_IN_MARRIAGE_CONTRACT: { description: 'No marriage contract about it.' },
    NOT_PLEDGED: { description: 'Not pledged to others.' },
    NOT_SOLD_WANTED_ARRESTED_BANNED: { description: 'Not sold, wanted, arrested or banned.' },
    NO_DISPUTES: { description: 'No disputes.' },
    FREE_OF_OBLIGATIONS: { description: 'Free of obligations.' },
    NO_POWERS_OF_ATTORNEY: { description: 'No powers of attorney outstanding.' },
    AUTHORITY: { description: 'Sufficient authority.' },
    ESSENTIAL_TERMS_AGREED: { description: 'Essential terms agreed.' },
    LOAN_TERMS_KNOWN: { description: 'The loan contract is known.' },
    NOT_FINANCED_BY_BANK_LOAN: { description: 'Not bought with a running bank loan.' },
    CREDIT_REGISTER_INFORMED: { description: 'Told of the Credit Register.' },
    LAWFULNESS_OWN_RESPONSIBILITY: { description: 'Own responsibility for the lawfulness.' },
  },
});

export type Channel = 'EMAIL' | 'CABINET' | 'OFFICE';
const ChannelEnum = enumOf(['EMAIL', 'CABINET', 'OFFICE']);
registerEnumType(ChannelEnum, {
  name: 'ByPledgeChannel',
  description: 'How a paper came.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    CABINET: { description: 'In the account.' },
    OFFICE: { description: 'In the office.' },
  },
});

export type Beneficiary = 'PLEDGEE' | 'PLEDGOR' | 'OTHER';
const BeneficiaryEnum = enumOf(['PLEDGEE', 'PLEDGOR', 'OTHER']);
registerEnumType(BeneficiaryEnum, {
  name: 'ByPledgeBeneficiary',
  description: 'Who is paid by the insurer.',
  valuesConfig: {
    PLEDGEE: { description: 'The lender.' },
    PLEDGOR: { description: 'The pledgor.' },
    OTHER: { description: 'Somebody else.' },
  },
});

export type ChangeKind = 'ADDRESS' | 'PHONE' | 'EMAIL' | 'OTHER';
const ChangeKindEnum = enumOf(['ADDRESS', 'PHONE', 'EMAIL', 'OTHER']);
registerEnumType(ChangeKindEnum, {
  name: 'ByPledgeChangeKind',
  description: 'What changed about a party.',
  valuesConfig: {
    ADDRESS: { description: 'Address.' },
    PHONE: { description: 'Phone.' },
    EMAIL: { description: 'E-mail address.' },
    OTHER: { description: 'Something else that matters.' },
  },
});

export type PayoutMethod = 'BANK_ACCOUNT' | 'PAYMENT_CARD';
const PayoutMethodEnum = enumOf(['BANK_ACCOUNT', 'PAYMENT_CARD']);
registerEnumType(PayoutMethodEnum, {
  name: 'ByPledgePayoutMethod',
  description: 'Where the money goes.',
  valuesConfig: {
    BANK_ACCOUNT: { description: 'To an account.' },
    PAYMENT_CARD: { description: 'To a card.' },
  },
});

@InputType('ByPledgeStartInput', { description: 'Where the money of a secured microloan goes, and where a surplus would.' })
export class ByPledgeStartInput {
  @Field(() => PayoutMethodEnum, { description: 'Account or card.' })
  payoutMethod!: PayoutMethod;

  @Field(() => String, { nullable: true, description: 'Account of the borrower, 28 characters (счёт).' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'Token of the card at the settlement partner.' })
  cardToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Last four digits of the card.' })
  cardLastDigits?: string | null;
}

// The plugin's one field on a core input.
Field(() => ByPledgeStartInput, { nullable: true, description: 'For microloans secured by a car.' })(
  StartApplicationInput.prototype,
  'byPledge',
);

@InputType('ByPledgeDeclarationInput', { description: 'One answer to one warranty.' })
export class ByPledgeDeclarationInput {
  @Field(() => DeclarationKindEnum, { description: 'What is declared.' })
  kind!: DeclarationKind;

  @Field(() => String, { description: 'Version of the text that was shown.' })
  textVersion!: string;

  @Field(() => String, { description: 'YES or NO; SOLE, JOINT_MARITAL, SHARED, OTHER; NO_BANK_LOAN, BANK_LOAN_REPAID, BANK_LOAN_RUNNING.' })
  answer!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value agreed with, BYN; of VALUE_AGREED.' })
  amount?: Decimal | null;

  @Field(() => [String], { nullable: true, description: 'BY, ABROAD; of NO_DISPUTES.' })
  territory?: readonly string[] | null;
}

@InputType('ByPledgeNamedLoanInput', { description: 'A loan as an agreement names it.' })
export class ByPledgeNamedLoanInput {
  @Field(() => String, { description: 'Number.' })
  number!: string;

  @Field(() => DecimalScalar, { description: 'BYN.' })
  amount!: Decimal;
}

@InputType('ByPledgeChangeInput', { description: 'One value that an addendum changes.' })
export class ByPledgeChangeInput {
  @Field(() => String, { description: 'pledgeValue, dailyRate, plate, storageAddress, vin, propertyName or terms.' })
  name!: string;

  @Field(() => String, { description: 'What it is from then on.' })
  value!: string;
}

@InputType('ByPledgeFilePolicyInput', { description: 'A policy on the pledged item (полис).' })
export class ByPledgeFilePolicyInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => String, { description: 'Number of the policy.' })
  number!: string;

  @Field(() => String, { description: 'Name of the insurer.' })
  insurer!: string;

  @Field(() => String, { description: 'Country of its licence, ISO 3166-1 alpha-2.' })
  licence!: string;

  @Field(() => String, { description: 'AUTO_CASCO.' })
  product!: string;

  @Field(() => [String], { description: 'ALL_DAMAGE, LOSS.' })
  risks!: readonly string[];

  @Field(() => BeneficiaryEnum, { description: 'Who is paid (выгодоприобретатель).' })
  beneficiary!: Beneficiary;

  @Field(() => DecimalScalar, { description: 'In the policy’s currency.' })
  sumInsured!: Decimal;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;

  @Field(() => DecimalScalar, { description: 'In the policy’s currency; 0 for none (франшиза).' })
  deductible!: Decimal;

  @Field(() => LocalDateScalar, { description: 'Day of the policy.' })
  concludedOn!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { description: 'Last day for which the premium is paid.' })
  paidThrough!: Temporal.PlainDate;

  @Field(() => ChannelEnum, { description: 'How it came.' })
  channel!: Channel;

  @Field(() => ID, { nullable: true, description: 'The lender’s consent to what deviates.' })
  consentId?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRecordValuationInput', { description: 'A valuation by photographs (оценка).' })
export class ByPledgeRecordValuationInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => DecimalScalar, { description: 'BYN.' })
  value!: Decimal;

  @Field(() => Boolean, { nullable: true, description: 'Whether the vehicle analytics module is asked too.' })
  askAnalytics?: boolean | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeSigningAuthorityInput', { description: 'Who signs for the lender (полномочия).' })
export class ByPledgeSigningAuthorityInput {
  @Field(() => String, { description: 'Subject of the officer’s token.' })
  signer!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'Position.' })
  position!: string;

  @Field(() => String, { nullable: true, description: 'Number of the power of attorney; by the charter without it.' })
  powerOfAttorney?: string | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom!: Temporal.PlainDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day.' })
  validTo?: Temporal.PlainDate | null;
}

@InputType('ByPledgePublishRulesInput', { description: 'A version of the Microloan Rules.' })
export class ByPledgePublishRulesInput {
  @Field(() => String, { description: 'Version.' })
  version!: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  effectiveFrom!: Temporal.PlainDate;
}

@InputType('ByPledgeSetRateInput', { description: 'The rate of new loans (ставка).' })
export class ByPledgeSetRateInput {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  effectiveFrom!: Temporal.PlainDate;

  @Field(() => DecimalScalar, { description: 'Per cent a day.' })
  dailyRate!: Decimal;
}

@InputType('ByPledgeRecordRateInput', { description: 'An official rate of the National Bank (курс).' })
export class ByPledgeRecordRateInput {
  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;

  @Field(() => LocalDateScalar, { description: 'Day.' })
  on!: Temporal.PlainDate;

  @Field(() => Int, { description: 'Units that the rate is for.' })
  scale!: number;

  @Field(() => String, { description: 'BYN for them.' })
  rate!: string;
}

@InputType('ByPledgeSaveInventoryInput', { description: 'Saves a version of the inventory of the item (опись предмета залога).' })
export class ByPledgeSaveInventoryInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => PropertyTypeEnum, { description: 'What the item is.' })
  propertyType!: PropertyType;

  @Field(() => String, { description: 'Row 1, name (наименование).' })
  propertyName!: string;

  @Field(() => String, { description: 'Row 2, VIN.' })
  vin!: string;

  @Field(() => String, { nullable: true, description: 'Why there is no standard VIN; an officer’s only.' })
  vinException?: string | null;

  @Field(() => Int, { nullable: true, description: 'Row 3, year of manufacture (год выпуска).' })
  manufacturedIn?: number | null;

  @Field(() => String, { nullable: true, description: 'Row 4, plate (регистрационный знак).' })
  plate?: string | null;

  @Field(() => String, { nullable: true, description: 'Row 5, where it is kept while it is not driven.' })
  storageAddress?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Row 6, agreed value, BYN (залоговая стоимость).' })
  pledgeValue?: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Row 7, sum insured, BYN (страховая сумма).' })
  sumInsured?: Decimal | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeAddPhotosInput', { description: 'Adds uploaded photographs of the item (фотографии).' })
export class ByPledgeAddPhotosInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => [ID], { description: 'Uploaded files.' })
  fileIds!: readonly string[];

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRecordVehicleCheckInput', {
  description: 'Records what was found out about the item: in the register, or at the authorities.',
})
export class ByPledgeRecordVehicleCheckInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => VehicleCheckKindEnum, { description: 'What was looked for.' })
  kind!: VehicleCheckKind;

  @Field(() => Boolean, { description: 'Whether there is such an entry.' })
  found!: boolean;

  @Field(() => String, { nullable: true, description: 'Number of the extract or decision.' })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeDeclareInput', { description: 'The pledgor answers warranties, each by itself (заверения).' })
export class ByPledgeDeclareInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => [ByPledgeDeclarationInput], { description: 'The answers.' })
  declarations!: readonly ByPledgeDeclarationInput[];

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeCheckIdentityInput', { description: 'Records the identity document that the pledgor produced (проверка личности).' })
export class ByPledgeCheckIdentityInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => IdentityDocumentEnum, { description: 'Kind of the document.' })
  documentType!: IdentityDocument;

  @Field(() => String, { description: 'Series and number.' })
  documentNumber!: string;

  @Field(() => String, { description: 'Identification number (идентификационный номер).' })
  personalNumber!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  citizenship!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeFormAgreementInput', {
  description: 'Forms the agreement with inventory and schedule as documents (формирование договора залога).',
})
export class ByPledgeFormAgreementInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ByPledgeNamedLoanInput, { nullable: true, description: 'The loan as the agreement is to name it; as it is, unless said.' })
  names?: ByPledgeNamedLoanInput | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeSignAgreementInput', {
  description: 'The pledgor signs the agreement and its annexes by a code: `operationId` of `requestCode` is the pledge’s id.',
})
export class ByPledgeSignAgreementInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ID, { description: 'The ceremony of the code.' })
  ceremonyId!: string;

  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeCountersignInput', {
  description: 'The lender’s authorised signer signs: the agreement is concluded (подписание залогодержателем).',
})
export class ByPledgeCountersignInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => String, { description: 'SHA-256 of the agreement that was read.' })
  documentSha256!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeDemandInsuranceInput', { description: 'The lender demands insurance of the item (требование страхования).' })
export class ByPledgeDemandInsuranceInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeFilePremiumProofInput', {
  description: 'Files the payment document for the next period of a policy (подтверждение оплаты взноса).',
})
export class ByPledgeFilePremiumProofInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ID, { description: 'The policy.' })
  policyId!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the period that it pays.' })
  paidThrough!: Temporal.PlainDate;

  @Field(() => ChannelEnum, { description: 'How it came.' })
  channel!: Channel;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeChangeBeneficiaryInput', {
  description: 'Books another beneficiary of a policy, with the lender’s consent (замена выгодоприобретателя).',
})
export class ByPledgeChangeBeneficiaryInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ID, { description: 'The policy.' })
  policyId!: string;

  @Field(() => BeneficiaryEnum, { description: 'Who it is now.' })
  beneficiary!: Beneficiary;

  @Field(() => ID, { nullable: true, description: 'The lender’s written consent.' })
  consentId?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeGiveConsentInput', {
  description: 'A party gives a written consent: a client’s session the pledgor’s, an officer’s the lender’s (согласие).',
})
export class ByPledgeGiveConsentInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ConsentSubjectEnum, { description: 'What is consented to.' })
  subject!: ConsentSubject;

  @Field(() => String, { description: 'What exactly is allowed.' })
  scope!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeProposeAddendumInput', { description: 'Proposes a change of an agreement in force (дополнительное соглашение).' })
export class ByPledgeProposeAddendumInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => AddendumKindEnum, { description: 'What it changes.' })
  kind!: AddendumKind;

  @Field(() => [ByPledgeChangeInput], { description: 'What changes, by name.' })
  changes!: readonly ByPledgeChangeInput[];

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => LocalDateScalar, { description: 'The first day on which it holds.' })
  effectiveOn!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeAcceptAddendumInput', { description: 'A party accepts an addendum; with both it takes effect.' })
export class ByPledgeAcceptAddendumInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ID, { description: 'The addendum.' })
  addendumId!: string;

  @Field(() => String, { nullable: true, description: 'Address that the pledgor’s signed copy came from, where an officer books it.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRecordRegisterOperationInput', { description: 'Records that the register was changed (действие в Реестре).' })
export class ByPledgeRecordRegisterOperationInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ID, { description: 'The operation.' })
  taskId!: string;

  @Field(() => String, { nullable: true, description: 'Number that the register gave; with the first entry.' })
  number?: string | null;

  @Field(() => Boolean, { description: 'Whether its cost is charged to the pledgor: it cannot be.' })
  chargePledgor!: boolean;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeDiscloseRegisterInput', {
  description: 'Gives out the register’s data, with both consents on record (выдача сведений).',
})
export class ByPledgeDiscloseRegisterInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => String, { description: 'Kind of the recipient, in capitals.' })
  recipient!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeRegisterHeirsInput', { description: 'Heirs become joint co-pledgors (солидарные созалогодатели).' })
export class ByPledgeRegisterHeirsInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => [ID], { description: 'Clients who became owners.' })
  heirIds!: readonly string[];

  @Field(() => String, { description: 'The document of succession.' })
  basis!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeTransferDebtInput', { description: 'The debt passes to somebody else with the lender’s consent (перевод долга).' })
export class ByPledgeTransferDebtInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ID, { description: 'The new debtor.' })
  debtorId!: string;

  @Field(() => ID, { nullable: true, description: 'The lender’s written consent.' })
  consentId?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeNotifyChangeInput', {
  description: 'A party tells that its address or something else changed (уведомление об изменениях).',
})
export class ByPledgeNotifyChangeInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => ChangeKindEnum, { description: 'What changed.' })
  what!: ChangeKind;

  @Field(() => LocalDateScalar, { description: 'When.' })
  changedOn!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeAddClaimItemInput', { description: 'Adds costs or losses to what the pledge secures (обеспеченное требование).' })
export class ByPledgeAddClaimItemInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => String, { description: 'LOSSES, PENALTY, INTEREST_ON_MONEY_USE, COURT_COSTS or FORECLOSURE_COSTS.' })
  kind!: string;

  @Field(() => DecimalScalar, { description: 'BYN.' })
  amount!: Decimal;

  @Field(() => String, { description: 'Names the very thing; added once.' })
  reference!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('ByPledgeEndInput', { description: 'Ends a pledge: by performance, or on another ground of law (прекращение залога).' })
export class ByPledgeEndInput {
  @Field(() => ID, { description: 'Global id of the pledge.' })
  pledgeId!: string;

  @Field(() => String, { description: 'OBLIGATIONS_PERFORMED, or another ground.' })
  ground!: string;

  @Field(() => String, { nullable: true, description: 'Provision of law of another ground.' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}
