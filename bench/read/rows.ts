import pg from 'pg';

/** What every lender gets. */
export const ROWS = { clients: 500, applications: 2_000, documents: 3 } as const;

/**
 * Fills all lenders alike, so that row-level security has something to keep apart. `admin` is a superuser's URL.
 * Personal fields and texts are bytes of a usual length: no server under measurement reads them.
 */
export async function fillRows(admin: string): Promise<{ lenders: number }> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(CLIENTS, [ROWS.clients]);
    await client.query(APPLICATIONS, [ROWS.applications, ROWS.clients]);
    await client.query(DOCUMENTS, [ROWS.documents]);
    await client.query('commit');
    await client.query('vacuum analyze core.client, core.application, core.document');
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from core.lender');
    return { lenders: rows[0]?.count ?? 0 };
  } finally {
    await client.end();
  }
}

const START = "timestamptz '2026-01-01 09:00:00Z'";

const CLIENTS = `
  insert into core.client
    (lender_id, id, number, kind, status, phone_verified_at, email_verified_at, profile_enc, created_at, version)
  select l.lender_id, uuidv7(), 'B-' || n, (array['INDIVIDUAL', 'SOLE_PROPRIETOR', 'LEGAL_ENTITY'])[1 + n % 3],
    (array['REGISTERED', 'REGISTERING'])[1 + n % 2], ${START}, null,
    decode(repeat(md5(n::text), 12), 'hex'), ${START} + n * interval '7 minutes', 1
  from core.lender l, generate_series(1, $1::int) n`;

const APPLICATIONS = `
  with client as (
    select lender_id, id, row_number() over (partition by lender_id order by created_at) as place
    from core.client where number like 'B-%'
  )
  insert into core.application
    (lender_id, id, number, client_id, plugin_id, product, status, amount, currency, term_days, channel,
     created_at, submitted_at, status_changed_at)
  select c.lender_id, uuidv7(), 'B-' || n, c.id, 'bench', 'bench/loan',
    (array['SUBMITTED', 'IN_REVIEW', 'OFFERED', 'REFUSED'])[1 + n % 4], 1000 + n * 7.25, 'EUR', 7 + n % 360, 'PERSONAL_ACCOUNT',
    made, made, made
  from generate_series(1, $1::int) n
  join client c on c.place = 1 + (n * 37) % $2::int
  cross join lateral (select ${START} + interval '10 days' + n * interval '3 minutes' as made) as moment`;

const DOCUMENTS = `
  insert into core.document
    (lender_id, id, client_id, application_id, plugin_id, kind, title, locale, template_id, template_version, form, status,
     canonical_form, canonical, content, sha256, pdf_key, created_at, status_changed_at)
  select a.lender_id, uuidv7(), a.client_id, a.id, 'bench', (array['CONSENT', 'INDIVIDUAL_TERMS', 'SCHEDULE'])[1 + n % 3],
    (array['Согласие на обработку персональных данных', 'Индивидуальные условия договора', 'График платежей'])[1 + n % 3], 'ru',
    'bench/document', 1, 'ELECTRONIC_FORM', (array['PUBLISHED', 'SIGNED'])[1 + n % 2],
    'bench', text, text, sha256(text), 'bench/' || a.id || '/' || n, a.created_at + n * interval '1 second', a.created_at
  from core.application a
  cross join generate_series(1, $1::int) n
  cross join lateral (select decode(repeat(md5(a.id::text || n), 60), 'hex') as text) as written
  where a.plugin_id = 'bench'`;
