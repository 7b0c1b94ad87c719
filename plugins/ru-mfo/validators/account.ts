import { fail, pass } from '../../../modules/rules';
import { rules } from '../rule-set';
import { APPROVAL } from './approval';

export const dataConfirmed = rules.validator({
  id: 'ru-mfo.data-confirmed',
  appliesAt: ['SUBMIT'],
  facts: ['dataConfirmed'],
  params: ['data.confirmedPerApplication'],
  check: (facts, { 'data.confirmedPerApplication': required }) =>
    facts.dataConfirmed || !required.value ? pass : fail('RU_MFO_DATA_NOT_CONFIRMED', required),
});

export const applicationsOpen = rules.validator({
  id: 'ru-mfo.applications-open',
  appliesAt: ['START', 'SUBMIT'],
  facts: ['unansweredRequests'],
  params: ['applications.block'],
  check: ({ unansweredRequests }, { 'applications.block': blocked }) =>
    unansweredRequests === 0 || !blocked.value ? pass : fail('RU_MFO_APPLICATIONS_BLOCKED', blocked, { count: unansweredRequests }),
});

/** Judged at the approval only: false data are a ground to refuse, not an obstacle to it. */
export const dataTruthful = rules.validator({
  id: 'ru-mfo.data-truthful',
  appliesAt: [APPROVAL],
  facts: ['falseData'],
  params: ['data.truthful'],
  check: ({ falseData }, { 'data.truthful': required }) =>
    falseData.length === 0 || !required.value ? pass : fail('RU_MFO_DATA_UNRELIABLE', required, { fields: falseData.join(', ') }),
});

/** What an account must be in before it serves an application. */
export const account = [dataConfirmed, applicationsOpen, dataTruthful];
