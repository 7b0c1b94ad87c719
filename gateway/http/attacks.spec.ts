import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';
import { type FixtureGateway, startFixtureGateway } from '../../test/support/fixture-gateway';

describe('a hostile caller', () => {
  let gateway: FixtureGateway;
  beforeAll(async () => {
    gateway = await startFixtureGateway({ introspection: 'OFF', idleMilliseconds: 50 });
  });
  afterAll(() => gateway.close());

  const answers = async () => (await fetch(`${gateway.url}/health`)).status;
  /** What comes back for bytes that no client library would send. */
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      let answer = '';
      const socket = connect(gateway.port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', () => resolve(answer));
    });
  const open = (protocol = 'graphql-transport-ws') => new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, protocol);
  const said = (socket: WebSocket, event: 'open' | 'message' | 'close') =>
    new Promise<unknown[]>((resolve) => socket.once(event, (...values: unknown[]) => resolve(values)));

  const upgrade = 'host: gateway\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n';

  it('does not end the process by an upgrade of an address that is none', async () => {
    expect(await raw(`GET // HTTP/1.1\r\n${upgrade}\r\n`)).toMatch(/^HTTP\/1.1 404 /);
    expect(await answers()).toBe(200);
  });

  it('does not end the process by leaving in the middle of a refused upgrade', async () => {
    for (let i = 0; i < 20; i++) {
      await new Promise<void>((resolve) => {
        const socket = connect(gateway.port, '127.0.0.1', () => {
          socket.write(`GET /elsewhere HTTP/1.1\r\n${upgrade}\r\n${'x'.repeat(10_000)}`, () => {
            socket.resetAndDestroy();
            resolve();
          });
        });
        socket.on('error', () => {});
      });
    }
    await wait(20);
    expect(await answers()).toBe(200);
  });

  it('learns from an address that is none only that nothing is there', async () => {
    expect(await raw('GET // HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 404 [\s\S]*"code":"NOT_FOUND"/);
    expect(gateway.logged.join('')).not.toContain('unexpected error');
  });

  it.each([
    ['repeated fields', `{ ${'thing { name } '.repeat(900)} }`],
    ['repeated fields in an inline fragment', `{ ... { ${'thing { name } '.repeat(900)} } }`],
    [
      'fragments that are spread into each other',
      `{ ${Array.from({ length: 150 }, (_, i) => `...F${i}`).join(' ')} } ${Array.from({ length: 150 }, (_, i) => `fragment F${i} on Query { thing { name } }`).join(' ')}`,
    ],
  ])('does not keep validation busy with %s', async (_, query) => {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) };
    for (const path of ['/graphql', '/graphql/stream']) {
      const response = await fetch(`${gateway.url}${path}`, {
        ...request,
        headers: { ...request.headers, accept: 'text/event-stream, */*' },
      });
      expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'QUERY_TOO_REPETITIVE' } }] }]);
    }
  });

  it('does not keep validation busy with the query of an address', async () => {
    const asked = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(`{ ${'thing{name}'.repeat(300)} }`)}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(await asked.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_REPETITIVE' } }] });
  });

  it.each(['/graphql', '/graphql/stream'])('learns no names of the graph from mistakes at %s where introspection is off', async (path) => {
    const response = await fetch(`${gateway.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream, */*' },
      body: JSON.stringify({ query: '{ thin { name } }' }),
    });
    const text = await response.text();
    expect(text).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(text).not.toMatch(/Did you mean|\bthing\b/);
  });

  it('cannot keep a socket open for which nobody signed in', async () => {
    const socket = open();
    await said(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await said(socket, 'message');
    expect((await said(socket, 'close')).map(String)).toEqual(['1000', 'IDLE']);
  });

  it('does not fill the memory with answers to pings that it never reads', async () => {
    const socket = open();
    await said(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${await gateway.token()}` } }));
    await said(socket, 'message');
    socket.pause();
    const closed = said(socket, 'close');
    const ping = JSON.stringify({ type: 'ping', payload: { fill: 'x'.repeat(200_000) } });
    for (let i = 0; i < 400 && socket.readyState === WebSocket.OPEN; i++) {
      socket.send(ping, () => {});
      if (i % 20 === 0) await wait(5);
    }
    socket.resume();
    await closed;
    expect(await answers()).toBe(200);
  });

  it('finds answers marked as nobody’s to keep or to guess the type of', async () => {
    const { headers } = await fetch(`${gateway.url}/graphql?query=%7B__typename%7D`, { headers: { 'apollo-require-preflight': 'yes' } });
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
  });
});
