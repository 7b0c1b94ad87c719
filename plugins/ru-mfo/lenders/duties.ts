import type { Citation } from '../../../modules/rules';

/**
 * What this plugin's code does that no parameter counts: keep a record, print a line, send a document.
 * Each lender's rules say by which clauses it is done; a lender whose rules are silent has no entry.
 */
export const dutyNames = [
  /** An edition is in force from its approval on, and is never changed in place. */
  'edition.exists',
  /** The edition in force when a contract is concluded governs it for ever. */
  'edition.byConclusion',
  /** Registration follows the steps of a version of the general terms. */
  'registration.steps',
  /** The person chooses the password; one-time codes are for one operation each. */
  'registration.password',
  /** Joining the agreement on the simple electronic signature is recorded with version and moment. */
  'signature.agreement',
  /** The questionnaire is kept as the client's profile. */
  'profile.kept',
  /** Every application is checked and assessed anew. */
  'assessment.perApplication',
  /** A person is a potential client until the first loan is provided. */
  'status.potential',
  'status.client',
  /** What every offer of individual terms must hold and how it is made. */
  'terms.formed',
  'terms.lenderDetails',
  'terms.schedule',
  'terms.essential',
  'terms.published',
  'terms.publishedChanged',
  'terms.offer',
  'terms.insuranceSeparable',
  /** Acceptance of the terms. */
  'acceptance.recorded',
  'acceptance.moment',
  'acceptance.changedTerms',
  'acceptance.signature',
  'acceptance.signatureChanged',
  'acceptance.standingConsent',
  'acceptance.parts',
  'acceptance.emailed',
  /** The code that signs went to the phone, by message or by call. */
  'acceptance.code',
  /** The session and the moment of the code's entry are kept with the signature. */
  'acceptance.authenticated',
  /** Memo and application for insurance, before anybody joins it. */
  'insurance.documents',
  'insurance.documentsChanged',
  /** Who joins a paid service joins at the moment of the code. */
  'addon.joinedAtCode',
  /** The current general terms can be read by anybody, in versions; an offer refers to them. */
  'publication.generalTerms',
  /** Placing a new edition is an event. */
  'edition.published',
  /** A client who reports compromise is locked out until the instructions are carried out. */
  'account.compromised',
  /** The account is reached over a protected connection only. */
  'account.protected',
  /** Debt is shown in its parts. */
  'debt.parts',
  /** Service begins with the first provided loan and by nothing else. */
  'status.byLoanOnly',
  /** How the decision is told. */
  'decision.told',
  'refusal.law',
  /** Where the money goes is kept with the application. */
  'payout.kept',
  /** Every transfer keeps the settlement partner and its operation. */
  'payout.partner',
  /** Principal is what was provided less what was repaid. */
  'debt.principal',
  /** The client may decline the money before it is received. */
  'client.declines',
  /** A request whose data were corrected in the profile is void, and formed anew. */
  'request.superseded',
  /** Prolongation: the client is told what interest to pay, gets an offer, signs the agreement and finds the amended terms. */
  'prolongation.told',
  'prolongation.formed',
  'prolongation.signed',
  'prolongation.published',
  /** A changed schedule is given as the first one was; all versions stay readable. */
  'schedule.changed',
  'schedule.kept',
  /** The application for a tranche is formed from the profile and the sum. */
  'tranche.formed',
  /** What a tranche does to the next payment: fully funded, not fully funded, nothing owed before. */
  'tranche.nextUnchanged',
  'tranche.nextRecalculated',
  'tranche.currentPeriod',
  /** An additional sum is asked for on a running contract; the application is formed from the profile and the sum. */
  'topUp.started',
  'topUp.formed',
  /** Signing a packet by code: the code is compared, boxes and phone are the evidence, every document bears symbols of its own. */
  'code.checked',
  'packet.ticks',
  'packet.signed',
  /** The signed terms go to the lender as the client's offer. */
  'offer.sent',
  /** An offer that ran out takes no signature; the client applies again. */
  'offer.over',
  /** Wrong data in a draft are corrected in the account, and the draft is formed anew. */
  'terms.redrafted',
  /** Every sign-in is checked and kept as an event; the account is entered by login and password. */
  'account.authenticated',
  'account.signIn',
  /** The account is one person’s page and nobody else’s. */
  'account.personal',
  /** The account keeps the person’s data and all that passed between the two. */
  'account.dossier',
  /** The phone is confirmed by a code that is sent to it; a confirmed one is the registered number. */
  'phone.code',
  'phone.registered',
  /** The code comes by short message, is good once and is never shown. */
  'code.once',
  /** The stated address is the registered one without a code; earlier ones stay in the history. */
  'email.registered',
  /** Every check-box is kept on its own. */
  'declarations.kept',
  /** A confirmed phone accepts all documents that were shown; their versions are kept. */
  'documents.accepted',
  /** The warning of the risk of false data is among what is accepted. */
  'documents.riskWarning',
  /** Card details go to the partner; we keep its token and four digits. */
  'card.atPartner',
  'card.kept',
  /** The sum of the check is told to nobody and given back whatever came of it. */
  'card.amountSecret',
  'card.refunded',
  /** What the settlement partner did is kept with its name and operation. */
  'partner.recorded',
  /** An image from the registered address is a copy certified by the client. */
  'image.certified',
  /** Changed data take the place of earlier ones, which stay in the history. */
  'data.history',
  /** A demand to verify data is kept with its outcome. */
  'verification.kept',
  /** A client is served for the term of a contract. */
  'service.status',
  /** Who calls is compared with the identity document. */
  'identity.checked',
  /** Consent to advertising is offered beside the terms, and never demanded. */
  'advertising.offered',
  /** An arriving application gets a number and its moment. */
  'application.registered',
  /** An offer that was not signed in time is closed by itself. */
  'offer.closed',
  /** The parties exchange messages in the personal account. */
  'account.messages',
  /** Signed documents stand as they were signed. */
  'documents.unaltered',
  /** Beginning an application accepts the edition then in force. */
  'edition.impliedAtStart',
  /** The application is sent when the client says so, and the term of the decision runs from that moment. */
  'application.sent',
  /** Calls and messages about an application's data are recorded with their result. */
  'review.contacts',
  /** The results of an assessment are kept in the client's dossier, never changed. */
  'assessment.inDossier',
  /** Signed terms and the schedule stand in the client's account. */
  'terms.inAccount',
  'schedule.inAccount',
] as const;

export type DutyName = (typeof dutyNames)[number];

export type Duties = Readonly<Partial<Record<DutyName, Citation | readonly Citation[]>>>;
