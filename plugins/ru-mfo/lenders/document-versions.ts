import type { Temporal } from 'temporal-polyfill';
import { type Finding, formFinding } from '../../../modules/rules';
import { lenderData } from '.';

/** The version of a lender’s text that is in force on a day; null where the lender has no such text, or not yet. */
export function versionInForce(lender: string, document: string, on: Temporal.PlainDate): string | null {
  const day = on.toString();
  return lenderData(lender)?.documents[document]?.findLast((version) => version <= day) ?? null;
}

/** What is wrong with the version of a text that somebody says to have read; null when it is the one in force. */
export function versionFault(
  lender: string,
  document: string,
  version: string,
  on: Temporal.PlainDate,
  path: readonly string[],
): Finding | null {
  const current = versionInForce(lender, document, on);
  return version === current ? null : formFinding('RU_MFO_DOCUMENT_VERSION_UNKNOWN', path, { document, current: current ?? '—' });
}
