import { type ParameterDeclarations, silent } from '../../../modules/rules';

const flag = { unit: 'FLAG', stricter: 'HIGHER' } as const;
/** Fields of which all are asked for. */
const fields = { unit: 'CODES', stricter: 'UNION' } as const;

/** Registration and life of an account: which steps a lender asks for, what each must hold, and what follows later. */
export const registrationParameters = {
  /** Steps of a registration in their order; silent where it is done in one go. */
  'registration.steps': { unit: 'CODES', stricter: 'UNION' },
  /** Whether a step must be complete before the next one, one parameter each because each is a clause of its own. */
  'gate.contactInfo': flag,
  'gate.passportData': flag,
  'gate.additionalInfo': flag,
  'gate.moneyReceipt': flag,
  'gate.identification': flag,
  /** Fields of the steps. */
  'fields.desired': fields,
  'fields.name': fields,
  'fields.email': fields,
  'fields.phone': fields,
  'fields.passport': fields,
  'fields.passportUnit': fields,
  'fields.passportIssuer': fields,
  'fields.birth': fields,
  'fields.landline': fields,
  'fields.sex': fields,
  'fields.registeredAddress': fields,
  /** Asked for where it differs from the registered address. */
  'fields.actualAddress': fields,
  'fields.insuranceNumber': fields,
  'fields.contactPersonName': fields,
  'fields.contactPersonPhone': fields,
  'fields.contactPersonRelation': fields,
  'fields.employment': fields,
  'fields.profession': fields,
  'fields.employer': fields,
  'fields.jobTenure': fields,
  'fields.employerAddress': fields,
  'fields.employerDetails': fields,
  'fields.incomes': fields,
  'fields.obligations': fields,
  'fields.creditHistory': fields,
  'fields.family': fields,
  'fields.car': fields,
  /** Declarations and consents that are asked for; true where the step cannot be left without them. */
  'declaration.rules': flag,
  'declaration.remoteAgreement': flag,
  'declaration.personalData': flag,
  'declaration.creditReport': flag,
  'declaration.advertising': flag,
  'declaration.notOfficial': flag,
  'declaration.notOfficialRelative': flag,
  'declaration.noBeneficiary': flag,
  'declaration.noBeneficialOwner': flag,
  'declaration.noRepresentative': flag,
  /** Whether somebody else’s data may be given only with their consent. */
  'thirdParty.consent': flag,
  /** What an account costs. */
  'account.fee': { unit: 'MONEY', stricter: 'LOWER', currency: 'RUB' },
  /** `REGISTERED_PHONE`: the account is entered by the registered number and no other contact. */
  'login.source': { unit: 'CODE', stricter: 'NONE' },
  /** `SENT`: the lender makes the first password and sends it. */
  'password.source': { unit: 'CODE', stricter: 'NONE' },
  /** Ways to take the money. */
  'payout.methods': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Balance accounts, the first five digits of a number, that a person’s own account can begin with. */
  'account.balanceAccounts': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** How long a transfer to an account may be on its way. */
  'account.creditWithin': { unit: 'BANKING_DAYS', stricter: 'LOWER' },
  /** `LENDER_DEBIT_DATE`: a loan to an account is issued on the day on which the lender’s account is debited. */
  'account.issueDate': { unit: 'CODE', stricter: 'NONE' },
  'card.schemes': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** The sum that is charged to check a card. */
  'card.check.min': { unit: 'MONEY', stricter: 'HIGHER', currency: 'RUB' },
  'card.check.max': { unit: 'MONEY', stricter: 'LOWER', currency: 'RUB' },
  /** Whether the exact sum verifies a card, and another one keeps it from being used. */
  'card.check.exact': flag,
  'card.check.wrong': flag,
  /** Images that identify, by which way they come, and what the client confirms to have sent. */
  'image.idDocument': fields,
  'image.cardFace': fields,
  'image.selfie': fields,
  'image.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  'image.confirmations': fields,
  /** Whether data must be true: what was found false forbids an approval. */
  'data.truthful': flag,
  /** Whether each application needs the data confirmed, or brought up to date where they changed. */
  'data.confirmedPerApplication': flag,
  'data.updatedOnChange': flag,
  /** Demands for data while a client is served: on whom, answered how and until when. */
  'request.subjects': { unit: 'CODES', stricter: 'INTERSECTION' },
  'request.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
  'request.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  'confirmation.years': { unit: 'FULL_YEARS', stricter: 'LOWER' },
  /** Whether an unanswered demand blocks applications. */
  'applications.block': flag,
  /** By which ways somebody asks for an account to be deleted or restored, and until when it is done. */
  'account.deletion.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  'account.deletion.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
  'account.restoration.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  'account.restoration.documents': fields,
  /** Any one of these beside them. */
  'account.restoration.anyDocument': { unit: 'CODES', stricter: 'INTERSECTION' },
  'account.restoration.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
} as const satisfies ParameterDeclarations;

type RegistrationParameter = keyof typeof registrationParameters;

/** For an edition whose document says nothing on all this; spread it first and write over what the document does say. */
export const silentOnRegistration = Object.fromEntries(Object.keys(registrationParameters).map((name) => [name, silent])) as Readonly<
  Record<RegistrationParameter, typeof silent>
>;

export const registrationFacts = {
  /** Fields of the client’s data that a check found false. */
  falseData: 'CODES',
  /** Whether the client confirmed the data for this application. */
  dataConfirmed: 'FLAG',
  /** Demands for data that were not answered in time, the yearly confirmation among them. */
  unansweredRequests: 'COUNT',
} as const;
