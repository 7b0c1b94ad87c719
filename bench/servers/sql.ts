import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { required } from '../environment.ts';

/** The floor: one statement that answers the whole page as JSON, no token, no GraphQL. Row-level security is on here too. */
const page = {
  name: 'page',
  text: `
    with page as (
      select * from core.application order by created_at desc, id desc limit 21
    ), shown as (
      select * from page order by created_at desc, id desc limit 20
    )
    select json_build_object(
      'hasNextPage', (select count(*) > 20 from page),
      'applications', (
        select json_agg(json_build_object(
          'id', a.id, 'number', a.number, 'status', a.status, 'product', a.product,
          'amount', a.amount::text, 'currency', a.currency, 'termDays', a.term_days, 'createdAt', a.created_at,
          'client', (
            select json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'status', c.status)
            from core.client c where c.lender_id = a.lender_id and c.id = a.client_id
          ),
          'documents', (
            select json_agg(json_build_object(
              'id', d.id, 'kind', d.kind, 'title', d.title, 'status', d.status, 'sha256', encode(d.sha256, 'hex')
            ) order by d.created_at, d.id)
            from core.document d where d.lender_id = a.lender_id and d.application_id = a.id
          )
        ) order by a.created_at desc, a.id desc)
        from shown a
      )
    )::text as body`,
};

const pool = new pg.Pool({
  connectionString: required('DATABASE_URL'),
  max: 10,
  options: `-c timezone=UTC -c lexgraph.lender=${required('LENDER_ID')}`,
});

const server = createServer((request, response) => {
  request.resume();
  pool.query<{ body: string }>(page).then(
    ({ rows }) => response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0]?.body),
    (error) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ ready: { url: `http://127.0.0.1:${port}/` } });
});
