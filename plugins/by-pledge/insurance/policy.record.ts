import { listLoader, statement } from '../../../modules/database';
import type { Beneficiary } from './insurance.enums';

export interface PolicyRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly number: string;
  readonly insurer: string;
  readonly beneficiary: Beneficiary;
  readonly sumInsured: string;
  readonly currency: string;
  readonly sumByn: string;
  readonly deductible: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly paidThrough: string;
  readonly followsId: string | null;
  readonly consentId: string | null;
  readonly deviations: readonly string[];
  readonly isLate: boolean;
  readonly endedOn: string | null;
}

/** Policies of pledges, the earliest to end first. */
export const policiesByPledge = listLoader(
  statement<PolicyRecord>(
    'by_pledge_policies',
    `select id, pledge_id as "pledgeId", number, insurer, beneficiary, sum_insured as "sumInsured", currency, sum_byn as "sumByn", deductible,
       valid_from::text as "validFrom", valid_to::text as "validTo", paid_through::text as "paidThrough", follows_id as "followsId",
       consent_id as "consentId", deviations, is_late as "isLate", ended_on::text as "endedOn"
     from by_pledge.policy where pledge_id = any($1) order by valid_to, id`,
  ),
  (row) => row.pledgeId,
);

/** Whether a policy covers a day, ISO 8601: it runs, its premium is paid, and it was not ended. */
export const isInForce = ({ validFrom, validTo, paidThrough, endedOn }: PolicyRecord, day: string): boolean =>
  validFrom <= day && day <= validTo && day <= paidThrough && (endedOn === null || day <= endedOn);
