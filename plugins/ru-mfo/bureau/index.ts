export { bureauAdapter, httpBureau } from './http-bureau';
export {
  type CreditBureau,
  type CreditorKind,
  type CreditReport,
  creditBureauPort,
  type OpenLoan,
  type ReportOutcome,
  type ReportRequest,
  type ReportSubject,
  type SelfBan,
  type SelfBanKind,
} from './ports';
export { bureauSimulator, simulatedBureau } from './simulator';
