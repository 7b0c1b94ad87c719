import { listLoader, loader, statement } from '../../../modules/database';
import type { Register } from './register-reply.entity';

export interface ReceptionRecord {
  readonly applicationId: string;
  readonly purpose: string | null;
  readonly securityKinds: readonly string[];
  readonly formVersion: string | null;
  readonly loanKind: string | null;
  readonly registrationNo: string | null;
  readonly registeredAt: Date | null;
}

const byApplication = statement<ReceptionRecord>(
  'ru_mfo_reception',
  `select application_id as "applicationId", purpose, security_kinds as "securityKinds", form_version as "formVersion",
     loan_kind as "loanKind", registration_no as "registrationNo", registered_at as "registeredAt"
   from ru_mfo.reception where application_id = any($1)`,
);

export const readReception = byApplication;
export const receptionByApplication = loader(byApplication, (row) => row.applicationId);

export const nextRegistrationNumber = statement<{ last: number }>(
  'ru_mfo_registration_number',
  `insert into ru_mfo.registration_counter (lender_id, year, last) values ($1, $2, 1)
   on conflict on constraint ru_mfo_registration_counter_pkey do update set last = ru_mfo.registration_counter.last + 1 returning last`,
);

export const setRegistered = statement<never>(
  'ru_mfo_reception_registered',
  'update ru_mfo.reception set registration_no = $2, registered_at = $3 where application_id = $1',
);

export const joinSignatureAgreement = statement<never>(
  'ru_mfo_signature_agreement',
  'update ru_mfo.registration set signature_agreement_version = $2, signature_agreement_joined_at = $3 where client_id = $1',
);

export interface AgeExceptionRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly approved: boolean | null;
  readonly decisionNo: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** The latest first. */
export const readAgeExceptions = statement<AgeExceptionRecord>(
  'ru_mfo_age_exceptions',
  `select id, application_id as "applicationId", proposed_by as "proposedBy", proposed_at as "proposedAt", approved, decision_no as "decisionNo",
     decided_by as "decidedBy", decided_at as "decidedAt"
   from ru_mfo.age_exception where application_id = any($1) order by proposed_at desc, id desc`,
);

export const ageExceptionsByApplication = listLoader(readAgeExceptions, (row) => row.applicationId);

export const decideException = statement<never>(
  'ru_mfo_age_exception_decide',
  'update ru_mfo.age_exception set approved = $2, decision_no = $3, decided_by = $4, decided_at = $5 where id = $1',
);

export interface RegisterReplyRecord {
  readonly applicationId: string;
  readonly register: Register;
  readonly adverse: boolean;
  readonly source: string;
  readonly repliedAt: Date;
}

/** The latest first; of two of one moment the one that speaks against. */
export const readRegisterReplies = statement<RegisterReplyRecord>(
  'ru_mfo_register_replies',
  `select application_id as "applicationId", register, adverse, source, replied_at as "repliedAt"
   from ru_mfo.register_reply where application_id = any($1) order by replied_at desc, adverse desc, id desc`,
);

export const registerRepliesByApplication = listLoader(readRegisterReplies, (row) => row.applicationId);

/** On how many days a penalty was charged under a contract: each follows a payment that was due and not made. */
export const readPenaltyDays = statement<{ days: number }>(
  'ru_mfo_penalty_days',
  "select count(distinct on_day)::int as days from core.posting where contract_id = $1 and component = 'PENALTY' and amount > 0",
);

/** What a person agreed to, the latest first. */
export const readAgreements = statement<{ kind: string; version: string }>(
  'ru_mfo_agreements',
  'select kind, version from ru_mfo.agreement where client_id = $1 order by agreed_at desc, version desc',
);
