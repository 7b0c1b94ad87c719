import { loader, statement } from '../../../modules/database';
import type { InquiryState } from './bureau-inquiry.entity';
import type { PayeeSource } from './payee-check.entity';

export interface InquiryRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly clientId: string;
  readonly state: InquiryState;
  readonly reason: string | null;
  readonly monthlyIncome: string | null;
  readonly reportEnc: Buffer | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

const columns = `id, application_id as "applicationId", client_id as "clientId", state, reason, monthly_income::text as "monthlyIncome",
  report_enc as "reportEnc", asked_at as "askedAt", answered_at as "answeredAt"`;

/** The latest inquiry of each application. */
export const readInquiries = statement<InquiryRecord>(
  'ru_mfo_bureau_inquiries',
  `select distinct on (application_id) ${columns} from ru_mfo.bureau_inquiry where application_id = any($1)
   order by application_id, asked_at desc, id desc`,
);
export const inquiryByApplication = loader(readInquiries, (row) => row.applicationId);

export const lockInquiryRow = statement<InquiryRecord>(
  'ru_mfo_bureau_inquiry_lock',
  `select ${columns} from ru_mfo.bureau_inquiry where id = $1 for update`,
);

export const setInquiryAnswer = statement<never>(
  'ru_mfo_bureau_inquiry_answer',
  'update ru_mfo.bureau_inquiry set state = $2, reason = $3, report_enc = $4, answered_at = $5 where id = $1',
);

export interface PayeeCheckRecord {
  readonly applicationId: string;
  readonly source: PayeeSource;
  readonly matches: boolean;
  readonly checkedAt: Date;
}

/** The latest check of each application. */
export const readPayeeChecks = statement<PayeeCheckRecord>(
  'ru_mfo_payee_checks',
  `select distinct on (application_id) application_id as "applicationId", source, matches, checked_at as "checkedAt"
   from ru_mfo.payee_check where application_id = any($1) order by application_id, checked_at desc, id desc`,
);
export const payeeCheckByApplication = loader(readPayeeChecks, (row) => row.applicationId);

export interface WarningRecord {
  readonly applicationId: string;
  readonly documentId: string;
  readonly signedAt: Date | null;
}

export const readWarnings = statement<WarningRecord>(
  'ru_mfo_debt_burden_warnings',
  `select application_id as "applicationId", document_id as "documentId", signed_at as "signedAt"
   from ru_mfo.debt_burden_warning where application_id = any($1)`,
);
export const warningByApplication = loader(readWarnings, (row) => row.applicationId);

export const writeWarning = statement<never>(
  'ru_mfo_debt_burden_warning_write',
  `insert into ru_mfo.debt_burden_warning (lender_id, application_id, client_id, document_id) values ($1, $2, $3, $4)
   on conflict on constraint ru_mfo_debt_burden_warning_pkey do update set document_id = excluded.document_id, signed_at = null`,
);

export const setWarningSigned = statement<never>(
  'ru_mfo_debt_burden_warning_sign',
  'update ru_mfo.debt_burden_warning set signed_at = $2 where application_id = $1',
);

/** Own earlier loans of a client that were provided from a day on: where their money went. */
export const readEarlierPayouts = statement<{ applicationId: string; payoutEnc: Buffer }>(
  'ru_mfo_earlier_payouts',
  `select a.application_id as "applicationId", a.payout_enc as "payoutEnc" from ru_mfo.application a
   join core.contract c on c.lender_id = a.lender_id and c.application_id = a.application_id
   where a.client_id = $1 and c.concluded_on >= $2 and a.payout_enc is not null and a.application_id <> $3`,
);

/** The client's repaid loan of this lender that ended last: its day and its full cost, per cent a year. */
export const readLastRepaid = statement<{ repaidOn: string; fullCost: string | null }>(
  'ru_mfo_last_repaid',
  `select max(p.on_day)::text as "repaidOn", c.terms->'fullCost'->>'percent' as "fullCost" from core.contract c
   join core.posting p on p.lender_id = c.lender_id and p.contract_id = c.id
   where c.client_id = $1 and c.status = 'CLOSED' group by c.lender_id, c.id order by 1 desc limit 1`,
);

/** Full cost of the client's running loans with this lender, per cent a year, that were provided after a moment. */
export const readOwnCostsSince = statement<{ fullCost: string | null }>(
  'ru_mfo_own_costs_since',
  `select terms->'fullCost'->>'percent' as "fullCost" from core.contract
   where client_id = $1 and status = 'ACTIVE' and concluded_at > $2 and application_id <> $3`,
);
