import { listLoader, loader, statement } from '../../../modules/database';
import type { ConsentSubject } from './consent.entity';
import type { PartyRole, PledgeStatus } from './pledge-status';

/** A pledge's row. Sums are decimal strings in BYN, days ISO 8601. */
export interface PledgeRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly clientId: string;
  readonly contractId: string | null;
  readonly status: PledgeStatus;
  readonly loanNumber: string | null;
  readonly loanOn: string | null;
  readonly loanAmount: string | null;
  readonly inventoryVersion: number;
  readonly pledgeValue: string | null;
  readonly valuationAtLoan: string | null;
  readonly insuranceDemandedAt: Date | null;
  readonly possession: 'PLEDGOR' | 'PLEDGEE';
  readonly riskBearer: 'PLEDGOR' | 'PLEDGEE';
  readonly rulesVersion: string | null;
  readonly agreementDocumentId: string | null;
  readonly inventoryDocumentId: string | null;
  readonly scheduleDocumentId: string | null;
  readonly pledgorSignedAt: Date | null;
  readonly pledgeeSignedAt: Date | null;
  readonly concludedAt: Date | null;
  readonly endedOn: string | null;
  readonly endGround: string | null;
  readonly endBasis: string | null;
  readonly debtorClientId: string | null;
  readonly createdAt: Date;
}

const columns = `id, application_id as "applicationId", client_id as "clientId", contract_id as "contractId", status,
  loan_number as "loanNumber", loan_on::text as "loanOn", loan_amount as "loanAmount", inventory_version as "inventoryVersion",
  pledge_value as "pledgeValue", valuation_at_loan as "valuationAtLoan", insurance_demanded_at as "insuranceDemandedAt", possession,
  risk_bearer as "riskBearer", rules_version as "rulesVersion", agreement_document_id as "agreementDocumentId",
  inventory_document_id as "inventoryDocumentId", schedule_document_id as "scheduleDocumentId", pledgor_signed_at as "pledgorSignedAt",
  pledgee_signed_at as "pledgeeSignedAt", concluded_at as "concludedAt", ended_on::text as "endedOn", end_ground as "endGround",
  end_basis as "endBasis", debtor_client_id as "debtorClientId", created_at as "createdAt"`;

export const pledgeById = loader(
  statement<PledgeRecord>('by_pledge_pledge_by_id', `select ${columns} from by_pledge.pledge where id = any($1)`),
  (row) => row.id,
);

export const pledgeByApplication = loader(
  statement<PledgeRecord>('by_pledge_pledge_by_application', `select ${columns} from by_pledge.pledge where application_id = any($1)`),
  (row) => row.applicationId,
);

export const applicationOfPledge = statement<{ applicationId: string }>(
  'by_pledge_application_of_pledge',
  'select application_id as "applicationId" from by_pledge.pledge where id = $1',
);

export const lockPledgeRow = statement<PledgeRecord>(
  'by_pledge_pledge_lock',
  `select ${columns} from by_pledge.pledge where id = $1 for update`,
);

export const lockPledgeOfApplicationRow = statement<PledgeRecord>(
  'by_pledge_pledge_lock_of_application',
  `select ${columns} from by_pledge.pledge where application_id = $1 for update`,
);

export const setPledgeStatus = statement<never>('by_pledge_pledge_set_status', 'update by_pledge.pledge set status = $2 where id = $1');

export const setPledgeEnded = statement<never>(
  'by_pledge_pledge_set_ended',
  "update by_pledge.pledge set status = 'ENDED', ended_on = $2, end_ground = $3, end_basis = $4 where id = $1",
);

/** A party's row; `clientId` is the person. */
export interface PartyRecord {
  readonly pledgeId: string;
  readonly clientId: string;
  readonly role: PartyRole;
  readonly basis: string | null;
  readonly since: Date;
  readonly until: Date | null;
}

/** Parties of pledges, those of today and earlier ones, the earliest first. */
export const partiesByPledge = listLoader(
  statement<PartyRecord>(
    'by_pledge_parties',
    `select pledge_id as "pledgeId", party_client_id as "clientId", role, basis, since, until
     from by_pledge.party where pledge_id = any($1) order by since, party_client_id`,
  ),
  (row) => row.pledgeId,
);

export interface ConsentRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly subject: ConsentSubject;
  readonly givenBy: 'PLEDGOR' | 'PLEDGEE';
  readonly scope: string;
  /** ISO 8601. */
  readonly givenOn: string;
  readonly givenAt: Date;
}

const consentColumns = `id, pledge_id as "pledgeId", subject, given_by as "givenBy", scope, given_on::text as "givenOn", given_at as "givenAt"`;

/** Consents of pledges, the earliest first. */
export const consentsByPledge = listLoader(
  statement<ConsentRecord>(
    'by_pledge_consents',
    `select ${consentColumns} from by_pledge.consent where pledge_id = any($1) order by given_at, id`,
  ),
  (row) => row.pledgeId,
);

export const consentById = loader(
  statement<ConsentRecord>('by_pledge_consent_by_id', `select ${consentColumns} from by_pledge.consent where id = any($1)`),
  (row) => row.id,
);
