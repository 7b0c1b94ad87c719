import { serverAudits } from 'graphql-http';
import { type FixtureGateway, startFixtureGateway } from '../support/fixture-gateway';

/** The audit suite of the GraphQL over HTTP specification, each audit a test. */
describe('GraphQL over HTTP', () => {
  let gateway: FixtureGateway;
  beforeAll(async () => {
    gateway = await startFixtureGateway();
  });
  afterAll(() => gateway.close());

  // A query by GET is taken only with a header that a cross-site form cannot send; the audits do not know of it.
  const fetchFn: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as object), 'apollo-require-preflight': '1' } });
  const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn });
  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    expect(result).toMatchObject({ status: 'ok' });
  });
});
