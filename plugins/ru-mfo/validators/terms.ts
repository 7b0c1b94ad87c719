import { Temporal } from 'temporal-polyfill';
import { fail, notApplicable, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { APPROVAL } from './approval';
import { REFUSAL } from './decision';

const late = (actedOn: Temporal.PlainDate, dueOn: Temporal.PlainDate) => Temporal.PlainDate.compare(actedOn, dueOn) > 0;

export const decidedInTime = rules.validator({
  id: 'ru-mfo.decided-in-time',
  appliesAt: [APPROVAL, REFUSAL],
  facts: ['actedOn'],
  optionalFacts: ['decisionDueOn'],
  params: ['decision.within'],
  // A late decision is still a decision: it is told, not refused.
  severity: 'WARNING',
  check: ({ actedOn, decisionDueOn }, { 'decision.within': term }) => {
    if (!decisionDueOn) return notApplicable;
    return late(actedOn, decisionDueOn) ? fail('RU_MFO_DECISION_OVERDUE', term, { dueOn: decisionDueOn.toString() }) : pass;
  },
});

export const offerStands = rules.validator({
  id: 'ru-mfo.offer-stands',
  appliesAt: ['SIGN'],
  facts: ['actedOn'],
  optionalFacts: ['offerDueOn'],
  params: ['offer.within'],
  check: ({ actedOn, offerDueOn }, { 'offer.within': term }) => {
    if (!offerDueOn) return notApplicable;
    return late(actedOn, offerDueOn) ? fail('RU_MFO_OFFER_EXPIRED', term, { dueOn: offerDueOn.toString() }) : pass;
  },
});

export const offerStandsDays = rules.validator({
  id: 'ru-mfo.offer-stands-days',
  appliesAt: ['SIGN'],
  facts: ['actedOn'],
  optionalFacts: ['offerDueOn'],
  params: ['offer.withinDays'],
  check: ({ actedOn, offerDueOn }, { 'offer.withinDays': term }) => {
    if (!offerDueOn) return notApplicable;
    return late(actedOn, offerDueOn) ? fail('RU_MFO_OFFER_EXPIRED', term, { dueOn: offerDueOn.toString() }) : pass;
  },
});

export const transferredInTime = rules.validator({
  id: 'ru-mfo.transferred-in-time',
  appliesAt: ['TRANSFER'],
  facts: ['actedOn'],
  optionalFacts: ['transferDueOn'],
  params: ['transfer.within'],
  severity: 'WARNING',
  check: ({ actedOn, transferDueOn }, { 'transfer.within': term }) => {
    if (!transferDueOn) return notApplicable;
    return late(actedOn, transferDueOn) ? fail('RU_MFO_DISBURSEMENT_OVERDUE', term, { dueOn: transferDueOn.toString() }) : pass;
  },
});

/** Terms in working days: two that the lender must keep, and one of the offer. */
export const terms = [decidedInTime, offerStands, offerStandsDays, transferredInTime];
