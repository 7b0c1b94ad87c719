import { Temporal } from 'temporal-polyfill';
import { silent } from './edition';
import type { Finding } from './finding';
import { editionId } from './lender-rules';
import type { RuleBook } from './rule-book';

const WARN_DAYS_AHEAD = 60;

/**
 * Open-ended parameters whose day of review has come or comes within 60 days: warnings for health and console.
 * Rules go on binding unchanged; nothing turns strict at midnight.
 */
export function reviewsDue(book: RuleBook, today: Temporal.PlainDate): readonly Finding[] {
  const horizon = today.add({ days: WARN_DAYS_AHEAD }).toString();
  const found: Finding[] = [];
  for (const rules of [...book.allLenderRules, ...book.statutes]) {
    const last = rules.timeline.at(-1);
    if (!last || last.to !== null || !('entries' in last)) continue;
    for (const [name, entry] of Object.entries(last.entries)) {
      const reviewBy = entry === silent ? null : (entry[2]?.reviewBy ?? rules.reviewBy);
      if (reviewBy === null || reviewBy > horizon) continue;
      const facts = { rules: rules.id, parameter: name, reviewBy };
      found.push({ code: 'RULE_REVIEW_DUE', severity: 'WARNING', clauses: [], edition: editionId(rules.id, last), facts });
    }
  }
  return found;
}
