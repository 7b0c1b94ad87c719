import { listLoader, statement } from '../../../modules/database';
import type { ReportState } from './confidentiality.entity';

export const readRestrictions = statement<{ code: string }>(
  'ru_mfo_reporting_restrictions',
  'select code from ru_mfo.reporting_restriction where client_id = $1 order by code',
);

export interface BureauReportRecord {
  readonly id: string;
  readonly contractId: string;
  readonly state: ReportState;
  readonly bureau: string | null;
  readonly receipt: string | null;
  readonly formedAt: Date;
  readonly acceptedAt: Date | null;
}

const columns = `id, contract_id as "contractId", state, bureau, receipt, formed_at as "formedAt", accepted_at as "acceptedAt"`;

/** In the order in which they were formed. */
export const readBureauReports = statement<BureauReportRecord>(
  'ru_mfo_bureau_reports',
  `select ${columns} from ru_mfo.bureau_report where contract_id = any($1) order by formed_at, id`,
);
export const bureauReportsByContract = listLoader(readBureauReports, (row) => row.contractId);

export const lockBureauReport = statement<BureauReportRecord & { clientId: string }>(
  'ru_mfo_bureau_report_lock',
  `select ${columns}, client_id as "clientId" from ru_mfo.bureau_report where id = $1 for update`,
);

export const setReportAccepted = statement<never>(
  'ru_mfo_bureau_report_accept',
  "update ru_mfo.bureau_report set state = 'ACCEPTED', bureau = $2, receipt = $3, accepted_at = $4 where id = $1",
);
