import { ruleSet } from '../../modules/rules';
import { parameters } from './parameters';
import { changeFacts } from './vocabulary/changes';
import { lawFacts } from './vocabulary/law';
import { packetFacts } from './vocabulary/packet';
import { receptionFacts } from './vocabulary/reception';
import { registrationFacts } from './vocabulary/registration';
import { retentionFacts } from './vocabulary/retention';
import { solvencyFacts } from './vocabulary/solvency';

/** Vocabulary of this plugin's rules: parameters, and the facts that validators judge. */
export const rules = ruleSet('ru-mfo', {
  parameters,
  facts: {
    birthDate: 'DATE',
    /** The day of conclusion, or the day on which the contract would be concluded. */
    concludedOn: 'DATE',
    citizenship: 'CODE',
    addressKinds: 'CODES',
    payoutKinds: 'CODES',
    fullCapacity: 'FLAG',
    ownInterest: 'FLAG',
    officialTies: 'CODES',
    contacts: 'CODES',
    phoneConfirmed: 'FLAG',
    emailConfirmed: 'FLAG',
    requirementsConfirmed: 'FLAG',
    requirementsVersion: 'TEXT',
    registered: 'FLAG',
    questionnaireFilled: 'FLAG',
    consents: 'CODES',
    applicationConsents: 'CODES',
    applicationPlace: 'CODE',
    applicationChannel: 'CODE',
    applicationFields: 'CODES',
    identificationMethods: 'CODES',
    assessed: 'FLAG',
    assessmentSources: 'CODES',
    creditHistoryMeetsPolicy: 'FLAG',
    dataReliable: 'FLAG',
    openDemands: 'COUNT',
    /** Codes of the requirements that failed. */
    failedRequirements: 'CODES',
    /** What was decided before, if anything. */
    decided: 'CODE',
    transferred: 'FLAG',
    /** The day of the decision, of the acceptance or of the order to transfer, and the last day on which it is in time. */
    actedOn: 'DATE',
    decisionDueOn: 'DATE',
    offerDueOn: 'DATE',
    transferDueOn: 'DATE',
    /** Grounds named by the officer, and those of them that carry an explanation. */
    grounds: 'CODES',
    explainedGrounds: 'CODES',
    /** What happened so far of what a conclusion needs. */
    milestones: 'CODES',
    appliedAmount: 'DECIMAL',
    appliedTermDays: 'COUNT',
    decidedAmount: 'DECIMAL',
    decidedTermDays: 'COUNT',
    payoutMethod: 'CODE',
    orderedMethod: 'CODE',
    dailyRate: 'DECIMAL',
    fullCost: 'DECIMAL',
    /** Interest and fees of the whole term, roubles. */
    charges: 'DECIMAL',
    /** Principal owed to the lender with this loan, roubles. */
    principalDebt: 'DECIMAL',
    ...lawFacts,
    ...changeFacts,
    ...receptionFacts,
    ...registrationFacts,
    ...retentionFacts,
    ...packetFacts,
    ...solvencyFacts,
  },
  codes: { gap: 'RU_MFO_EDITION_GAP', textNotHeld: 'RU_MFO_EDITION_TEXT_NOT_HELD' },
});

/** Which of a contract's days chooses edition and statutes. */
export const CONCLUSION = 'CONTRACT_CONCLUDED_ON';

/** The day on which the application was begun, where a lender's rules bind by it. */
export const APPLICATION_START = 'APPLICATION_STARTED_ON';
