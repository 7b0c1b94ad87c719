import { statement } from '../../../modules/database';

/** Days on which obligations under concluded contracts ended, by repayment or by assignment; null while one stands. */
const ended = `
  select c.id, coalesce(a.assigned_on, case when c.status = 'CLOSED'
      then (select max(p.on_day) from core.posting p where p.lender_id = c.lender_id and p.contract_id = c.id) end) as ended_on
  from core.contract c left join ru_mfo.claim_assignment a on a.lender_id = c.lender_id and a.contract_id = c.id
  where c.status in ('AWAITING_TRANSFER', 'ACTIVE', 'CLOSED')`;

export interface Obligations {
  readonly contracts: number;
  readonly open: number;
  readonly endedOn: string | null;
}

const counted = 'count(*)::int as contracts, count(*) filter (where ended_on is null)::int as open, max(ended_on)::text as "endedOn"';

export const obligationsOfClient = statement<Obligations>(
  'ru_mfo_obligations_of_client',
  `select ${counted} from (${ended} and c.client_id = $1) e`,
);

export const obligationsUnderEdition = statement<Obligations>(
  'ru_mfo_obligations_under_edition',
  `select ${counted} from (${ended} and c.lender_id = $1 and c.edition_id = $2) e`,
);

/** The day of the last assessment of a client, in a zone: what a term runs from where no contract came of it. */
export const lastAssessedOn = statement<{ on: string | null }>(
  'ru_mfo_last_assessed_on',
  `select (max(assessed_at) at time zone $2)::date::text as "on" from ru_mfo.assessment where client_id = $1`,
);

export const deleteSolvency = statement<never>('ru_mfo_solvency_delete', 'delete from ru_mfo.solvency where client_id = $1');
export const deleteInquiries = statement<never>('ru_mfo_inquiries_delete', 'delete from ru_mfo.bureau_inquiry where client_id = $1');
export const deleteAssessmentRows = statement<{ id: string }>(
  'ru_mfo_assessments_delete',
  'delete from ru_mfo.assessment where client_id = $1 returning id',
);

export const setNextCheck = statement<never>(
  'ru_mfo_retention_next',
  `insert into ru_mfo.retention_check (lender_id, client_id, next_on) values ($1, $2, $3)
   on conflict on constraint ru_mfo_retention_check_pkey do update set next_on = excluded.next_on`,
);

/** Clients with assessments whose day of looking has come, of all lenders. */
export const dueChecks = statement<{ lenderId: string; clientId: string }>(
  'ru_mfo_retention_due',
  `select distinct a.lender_id as "lenderId", a.client_id as "clientId" from ru_mfo.assessment a
   left join ru_mfo.retention_check r on r.lender_id = a.lender_id and r.client_id = a.client_id
   where r.next_on is null or r.next_on <= $1 limit 200`,
);

export const lockPublication = statement<{ editionId: string | null }>(
  'ru_mfo_publication_lock',
  'select edition_id as "editionId" from ru_mfo.publication where id = $1',
);
export const deletePublicationRow = statement<never>('ru_mfo_publication_delete', 'delete from ru_mfo.publication where id = $1');
