import pg from 'pg';

/** Day on which the loans begin, and the sums that they are of. */
export const STARTED = '2026-06-01';

/** Fills a lender with running loans of a plugin: sums differ, so that every day rounds otherwise. `admin` is a superuser's URL. */
export async function fillLoans(admin: string, lenderId: string, loans: number): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('begin');
    for (const text of STATEMENTS) await client.query(text, [lenderId, loans]);
    await client.query('commit');
    await client.query('vacuum analyze core.client, core.application, core.contract, core.schedule, core.ledger, core.posting');
  } finally {
    await client.end();
  }
}

const START = `timestamptz '${STARTED} 09:00:00Z'`;
const SUM = 'round(1000 + n * 0.37, 2)';
/** Ids that a number names, so that the statements need not look each other's rows up. */
const id = (kind: number): string => `('0199000${kind}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
const LOANS = 'from generate_series(1, $2::int) n';

const TERMS = `jsonb_build_object('principal', (${SUM})::text, 'currency', 'BYN', 'startOn', '${STARTED}', 'dueOn', '2026-12-01',
  'termDays', 183, 'dailyRate', '0.15', 'fullCost', null, 'schedule', (
    select jsonb_agg(jsonb_build_object('no', m, 'dueOn', (date '${STARTED}' + m * interval '1 month')::date::text,
      'principal', (round((${SUM}) / 6, 2))::text, 'interest', '0.00', 'fees', '0.00') order by m) from generate_series(1, 6) m))`;

const STATEMENTS = [
  `insert into core.client (lender_id, id, number, kind, status, profile_enc, created_at, version)
   select $1::uuid, ${id(1)}, 'A-' || n, 'INDIVIDUAL', 'REGISTERED', decode(repeat(md5(n::text), 6), 'hex'), ${START}, 1 ${LOANS}`,
  `insert into core.application (lender_id, id, number, client_id, plugin_id, product, status, amount, currency, term_days, channel,
     created_at, submitted_at, status_changed_at)
   select $1::uuid, ${id(2)}, 'A-' || n, ${id(1)}, 'by-pledge', 'by-pledge/secured-microloan', 'CONCLUDED', ${SUM}, 'BYN', 183,
     'PERSONAL_ACCOUNT', ${START}, ${START}, ${START} ${LOANS}`,
  `insert into core.contract (lender_id, id, number, application_id, client_id, plugin_id, status, terms, edition_id, accepted_at, concluded_at, concluded_on)
   select $1::uuid, ${id(3)}, 'A-' || n, ${id(2)}, ${id(1)}, 'by-pledge', 'ACTIVE', ${TERMS}, null, ${START}, ${START}, '${STARTED}' ${LOANS}`,
  `insert into core.schedule (lender_id, contract_id, version, client_id, from_day, terms, cause, reference, made_at)
   select $1::uuid, ${id(3)}, 1, ${id(1)}, '${STARTED}', ${TERMS}, 'CONCLUSION', 'bench', ${START} ${LOANS}`,
  `insert into core.ledger (lender_id, contract_id, client_id, opened_on, accrued_through, accrue_next, last_no, principal, provided, principal_since)
   select $1::uuid, ${id(3)}, ${id(1)}, '${STARTED}', '${STARTED}', date '${STARTED}' + 1, 1, ${SUM}, ${SUM}, '${STARTED}' ${LOANS}`,
  `insert into core.posting (lender_id, contract_id, client_id, no, id, on_day, component, amount, cause, reference, correction, posted_at)
   select $1::uuid, ${id(3)}, ${id(1)}, 1, uuidv7(), '${STARTED}', 'PRINCIPAL', ${SUM}, 'TRANSFER', 'bench', 0, ${START} ${LOANS}`,
];

/** What stands in the ledgers for one day: loans accrued, lines more than one a loan, and lines of a wrong sum. */
export async function inspect(admin: string, lenderId: string, day: string): Promise<{ accrued: number; repeated: number; wrong: number }> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    const { rows } = await client.query<{ accrued: number; repeated: number; wrong: number }>(
      `select count(*)::int as accrued, count(*) filter (where lines > 1)::int as repeated, count(*) filter (where not right_sum)::int as wrong
       from (select p.contract_id, count(*) as lines, bool_and(p.amount = round(l.principal * 0.0015, 2)) as right_sum
         from core.posting p join core.ledger l on l.lender_id = p.lender_id and l.contract_id = p.contract_id
         where p.lender_id = $1 and p.cause = 'ACCRUAL' and p.on_day = $2 group by p.contract_id) as by_loan`,
      [lenderId, day],
    );
    return rows[0]!;
  } finally {
    await client.end();
  }
}
