import { Temporal } from 'temporal-polyfill';
import { toGlobalId } from '../../../schema/base';
import { CabinetBench, codesOf } from '../test-support/cabinet-bench';
import { recordClientBreach, settleClientBreach } from './breach.commands';

const BREACHES = 'query ($id: ID!) { client(id: $id) { byLeasing { breaches { clause state source occurredAt settledAt } } } }';

describe('a breach of the agreement', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());

  const breach = (clientId: string, clause = 'by-leasing/9.2.4', at = '2026-06-01T08:00:00Z') =>
    bench.execute(recordClientBreach, { clientId, clause, occurredAt: Temporal.Instant.from(at) });
  const shown = async (clientId: string) => {
    const { client } = await bench.ask(BREACHES, { id: toGlobalId('Client', clientId) }, bench.client(clientId));
    return client.byLeasing.breaches;
  };

  it('by-leasing/9.2.1 · is recorded with clause, time and state, and the client’s account lists it until it is settled', async () => {
    const clientId = await bench.newClient();
    const { breachId } = await breach(clientId);
    expect(await shown(clientId)).toMatchObject([{ clause: 'by-leasing/9.2.4', state: 'OPEN', source: 'OFFICER', settledAt: null }]);
    expect((await shown(clientId))[0].occurredAt).toBe('2026-06-01T08:00:00.000Z');
    await bench.done(settleClientBreach, { breachId: breachId!, state: 'REMEDIED' });
    expect(await shown(clientId)).toMatchObject([{ state: 'REMEDIED' }]);
    expect(codesOf(await bench.execute(settleClientBreach, { breachId: breachId!, state: 'DISMISSED' }))).toEqual([
      'BY_LEASING_BREACH_NOT_FOUND',
    ]);
  });

  it('by-leasing/9.2.9 · of another duty of the client is recorded against the clause of the version accepted', async () => {
    const clientId = await bench.newClient();
    expect(codesOf(await breach(clientId, 'by-leasing/9.2.9'))).toEqual([]);
    expect(await shown(clientId)).toMatchObject([{ clause: 'by-leasing/9.2.9', state: 'OPEN' }]);
  });

  it('names a duty or ban of the client, and no moment that is still to come', async () => {
    const clientId = await bench.newClient();
    expect(codesOf(await breach(clientId, 'by-leasing/9.1.1'))).toEqual(['BY_LEASING_BREACH_CLAUSE_UNKNOWN']);
    expect(codesOf(await breach(clientId, 'by-leasing/9.2.4', '2027-01-01T00:00:00Z'))).toEqual(['BY_LEASING_MOMENT_IN_FUTURE']);
    expect(await shown(clientId)).toEqual([]);
  });

  it('is not seen by another client', async () => {
    const clientId = await bench.newClient();
    await breach(clientId);
    const other = await bench.newClient();
    const { client } = await bench.ask(BREACHES, { id: toGlobalId('Client', clientId) }, bench.client(other));
    expect(client).toBeNull();
  });
});
