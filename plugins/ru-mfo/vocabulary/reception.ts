import { type ParameterDeclarations, silent } from '../../../modules/rules';

const flag = { unit: 'FLAG', stricter: 'HIGHER' } as const;
/** All of these are asked for. */
const demanded = { unit: 'CODES', stricter: 'UNION' } as const;
/** Any one of these will do. */
const allowed = { unit: 'CODES', stricter: 'INTERSECTION' } as const;
const code = { unit: 'CODE', stricter: 'NONE' } as const;

/** How an application is received and judged, what its documents look like, and how they are explained. */
export const receptionParameters = {
  /** Acts and standards that an edition rests on. */
  'edition.legalBasis': demanded,
  /** Parts of a contract that must be linked before it is concluded. */
  'contract.parts': demanded,
  /** Forms in which money may be provided: NON_CASH_ACCOUNT, NON_CASH_NO_ACCOUNT, CASH. */
  'payout.forms': allowed,
  /** Last labels of domain names on which the lender's site may stand. */
  'site.zones': allowed,
  /** Purposes lent for; the applicant declares one. */
  'purpose.allowed': allowed,
  /** Kinds of security that may be given. */
  'security.kinds': allowed,
  /** What must be stored before somebody above the highest age is approved. */
  'age.exception': demanded,
  /** Kind of the published document that says who may have which kind of loan. */
  'product.requirements': code,
  /** Documents that stand on the site for everybody, one parameter each because each is a clause of its own. */
  'publish.rules': flag,
  'publish.information': flag,
  'publish.generalTerms': flag,
  /** Facts that forbid to approve, one parameter each because each is a clause of its own. */
  'solvency.required': flag,
  'reputation.clean': flag,
  'priorContract.kept': flag,
  'military.register': flag,
  /** An open contract of at most so many days bars another one. */
  'openShortLoan.termDays': { unit: 'DAYS', stricter: 'HIGHER' },
  /** Kinds of published documents to which a person agrees before an account is opened. */
  'documents.agreed': demanded,
  /** Ways of the code that lets a person into the account, and of the message with login and password after the first entry. */
  'entry.code.channels': allowed,
  'credentials.channels': allowed,
  /** Version of the lender's application form. */
  'application.formVersion': { unit: 'TEXT', stricter: 'NONE' },
  /** Kinds of the documents by which the applicant consents with the application. */
  'consent.personalData': code,
  'consent.creditReport': code,
  /** Whether an application needs the agreement on the signature by code, and to be signed by it. */
  'signature.agreement': flag,
  'application.signed': flag,
  /** Ways of which one must carry the notice that an application was received. */
  'notice.receipt.anyOf': allowed,
  /** How long an approval stands; it ends on its own day, whatever the offer's is. */
  'approval.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
  /** Whether the applicant is told why a loan was refused where no law demands it. */
  'refusal.disclosed': { unit: 'FLAG', stricter: 'NONE' },
  /** How soon an application is to be decided, and when it must be. */
  'decision.target': { unit: 'HOURS', stricter: 'LOWER' },
  'decision.limit': { unit: 'DAYS', stricter: 'LOWER' },
  /** Ways of which one must have carried the individual terms before they are signed. */
  'terms.delivered.anyOf': allowed,
  /** Form of the individual terms, and that they begin on the first page. */
  'terms.form': code,
  'terms.firstPage': flag,
  /** The two frames with the full cost of credit: where they stand, what their type is like, least share of the page. */
  'frame.percent.place': code,
  'frame.money.place': code,
  'frame.type': demanded,
  'frame.percent.share': { unit: 'PERCENT', stricter: 'HIGHER' },
  'frame.money.share': { unit: 'PERCENT', stricter: 'HIGHER' },
  /** Contracts of at most so many days whose first page states the limit of charges, and that penalties count on principal. */
  'statement.charges.upToDays': { unit: 'DAYS', stricter: 'HIGHER' },
  'statement.penalty.upToDays': { unit: 'DAYS', stricter: 'HIGHER' },
  /** Unsecured contracts within both bounds whose first page states the limit of the fixed sum, and the sum itself. */
  'statement.fixedSum.upToDays': { unit: 'DAYS', stricter: 'HIGHER' },
  'statement.fixedSum.upToAmount': { unit: 'MONEY', stricter: 'HIGHER', currency: 'RUB' },
  'statement.fixedSum.percent': { unit: 'PERCENT', stricter: 'LOWER' },
  /** How long signed terms may be on their way back: later ones conclude nothing. */
  'offer.receivedWithin': { unit: 'WORKING_DAYS', stricter: 'HIGHER' },
  /** The schedule: that it is given, what each payment shows, that all payments are added up. */
  'schedule.given': flag,
  'schedule.columns': demanded,
  'schedule.total': flag,
  /** Explanations: by which ways, by whom, in which language, and what is confirmed of each. */
  'explanation.channels': allowed,
  'explanation.responsible': code,
  'explanation.language': code,
  'explanation.termsExplained': flag,
  'explanation.plain': flag,
  'explanation.notMisleading': flag,
  'explanation.legalReasoned': flag,
} as const satisfies ParameterDeclarations;

/** For an edition whose document says nothing on all this; spread first, what a document does know follows. */
export const silentOnReception = Object.freeze(
  Object.fromEntries(Object.keys(receptionParameters).map((name) => [name, silent])) as {
    readonly [K in keyof typeof receptionParameters]: typeof silent;
  },
);

export const receptionFacts = {
  contractParts: 'CODES',
  siteZone: 'TEXT',
  purpose: 'CODE',
  securityKinds: 'CODES',
  /** What is stored of an exception from the highest age, for this application. */
  ageExceptionParts: 'CODES',
  /** Requirements of the chosen kind of loan that the applicant does not meet. */
  unmetProductRequirements: 'CODES',
  publishedKinds: 'CODES',
  /** Kinds of published documents whose current versions the person agreed to. */
  agreedKinds: 'CODES',
  reputationAdverse: 'FLAG',
  /** Days by which the latest earlier contract was late; absent without one. */
  priorContractLateDays: 'COUNT',
  /** Short contracts before the application that count, see `shortLoans.*`. */
  shortLoansTaken: 'COUNT',
  /** Shortest term of the other open contracts; absent without one. */
  shortestOpenTermDays: 'COUNT',
  /** Of the latest reply no older than the application; absent without one. */
  militaryMeasures: 'FLAG',
  applicationFormVersion: 'TEXT',
  signatureAgreed: 'FLAG',
  approvalDueOn: 'DATE',
  decisionLimitOn: 'DATE',
  termsDeliveredBy: 'CODES',
  /** The first page of printed terms, as measured. */
  termsForm: 'CODE',
  termsBeginOnPage: 'COUNT',
  percentFramePlace: 'CODE',
  moneyFramePlace: 'CODE',
  frameType: 'CODES',
  /** Per cent of the page's area. */
  percentFrameShare: 'DECIMAL',
  moneyFrameShare: 'DECIMAL',
  firstPageStatements: 'CODES',
  /** The largest fixed sum that the first page states, roubles; absent where it states none. */
  statedFixedSum: 'DECIMAL',
  secured: 'FLAG',
  /** The schedule that is offered. */
  schedulePayments: 'COUNT',
  scheduleColumns: 'CODES',
  scheduleRowsAddUp: 'FLAG',
  scheduleTotal: 'DECIMAL',
  scheduleStatedTotal: 'DECIMAL',
  explanationChannel: 'CODE',
  explanationResponsible: 'CODE',
  explanationPersonNamed: 'FLAG',
  explanationLanguage: 'CODE',
  explanationConfirmed: 'CODES',
  /** Whether the question is one of law, and whether the answer is reasoned. */
  explanationOfLaw: 'FLAG',
  explanationReasoned: 'FLAG',
} as const;
