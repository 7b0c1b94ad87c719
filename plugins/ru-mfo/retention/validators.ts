import type { Temporal } from 'temporal-polyfill';
import { type BoundParameter, fail, type Outcome, pass } from '../../../modules/rules';
import { rules } from '../rule-set';

/** Stages of this plugin: results of assessments, the original of an edition are about to be deleted. */
export const DELETE_ASSESSMENT = 'DELETE_ASSESSMENT';
export const DELETE_EDITION = 'DELETE_EDITION';

interface Ended {
  readonly deletedOn: Temporal.PlainDate;
  readonly obligationsEndedOn?: Temporal.PlainDate;
}

/** The last day of keeping: so many months after the day on which the last obligation ended. */
export const keptUntil = (endedOn: Temporal.PlainDate, months: number): Temporal.PlainDate => endedOn.add({ months });

function kept({ deletedOn, obligationsEndedOn }: Ended, term: BoundParameter<'CALENDAR_MONTHS'>): Outcome {
  if (!obligationsEndedOn) return fail('RU_MFO_RETENTION_VIOLATION', term, { until: '—' });
  const until = keptUntil(obligationsEndedOn, term.value);
  return deletedOn.since(until).sign > 0 ? pass : fail('RU_MFO_RETENTION_VIOLATION', term, { until: until.toString() });
}

export const assessmentKept = rules.validator({
  id: 'ru-mfo.assessment-kept',
  appliesAt: [DELETE_ASSESSMENT],
  facts: ['deletedOn'],
  optionalFacts: ['obligationsEndedOn'],
  params: ['assessment.keptMonths'],
  check: (facts, { 'assessment.keptMonths': term }) => kept(facts, term),
});

export const editionKept = rules.validator({
  id: 'ru-mfo.edition-kept',
  appliesAt: [DELETE_EDITION],
  facts: ['deletedOn'],
  optionalFacts: ['obligationsEndedOn'],
  params: ['edition.keptMonths'],
  check: (facts, { 'edition.keptMonths': term }) => kept(facts, term),
});

export const retentionValidators = [assessmentKept, editionKept];
