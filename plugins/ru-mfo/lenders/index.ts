import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusalGround } from '../../../modules/decisions';
import { type Citation, enforce } from '../../../modules/rules';
import { overridden } from '../precedence/clause-override';
import type { DutyName } from './duties';
import type { LenderData } from './lender-data';

export type { DutyName } from './duties';
export type { LenderData, Tariff } from './lender-data';

/** Every folder beside this file is a lender: adding one is adding a folder. */
export const lenders: readonly LenderData[] = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => (require(join(__dirname, name)) as { lender: LenderData }).lender)
  .map((lender) => ({ ...lender, editions: overridden(lender.editions, lender.overrides ?? []) }));

const byCode = new Map(lenders.map((lender) => [lender.code, lender]));

/** `null` for a lender that this plugin knows nothing about. */
export const lenderData = (code: string): LenderData | null => byCode.get(code) ?? null;

/** Grounds on which an officer of the lender may refuse. */
export const refusalGrounds = (lender: string): readonly RefusalGround[] => byCode.get(lender)?.refusalGrounds ?? [];

/** The clauses by which a lender's rules demand it; none where they are silent. */
export function dutyOf(lender: string, name: DutyName): readonly Citation[] {
  const found = byCode.get(lender)?.duties[name];
  if (!found) return [];
  return 'clause' in found ? [found] : found;
}

/** Says that the code which follows does this; answers the clauses, to be stored with what was done. */
export function perform(lender: string, name: DutyName): readonly string[] {
  return dutyOf(lender, name).map((citation) => enforce(citation));
}
