import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import jwt from 'jsonwebtoken';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { required } from '../environment.ts';

const SECRET = 'only ever seen by this measurement';

const lenderId = required('LENDER_ID');
const perRequest = required('SETTINGS') === 'REQUEST';

/**
 * PostGraphile on the core schema as its documentation sets it up for production: Amber and the simplified names,
 * no watching, no explain, no development pages, plans and prepared statements kept (its defaults).
 * SETTINGS=REQUEST: a verified token names the lender, which PostgreSQL is told by `pgSettings`.
 * SETTINGS=CONNECTION: no token; the lender is a setting of the pool's connections, so that no transaction is needed.
 */
const service = makePgService({
  connectionString: required('DATABASE_URL'),
  schemas: ['core'],
  pubsub: false,
  poolConfig: { max: 10, ...(perRequest ? {} : { options: `-c timezone=UTC -c lexgraph.lender=${lenderId}` }) },
});

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset],
  pgServices: [service],
  schema: { dontSwallowErrors: true, defaultBehavior: '+list' },
  grafast: {
    explain: false,
    context({ node }) {
      if (!perRequest) return {};
      const [, token = ''] = node?.req.headers.authorization?.split(' ') ?? [];
      const claims = jwt.verify(token, SECRET, { algorithms: ['HS256'], audience: 'postgraphile' }) as jwt.JwtPayload;
      return { pgSettings: { 'lexgraph.lender': String(claims.lender) } };
    },
  },
  grafserv: { watch: false, graphiql: false },
});

const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  const token = jwt.sign({ lender: lenderId }, SECRET, { algorithm: 'HS256', audience: 'postgraphile', expiresIn: '12h' });
  process.send?.({ ready: { url: `http://127.0.0.1:${port}/graphql`, token } });
});
