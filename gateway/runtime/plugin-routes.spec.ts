import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpRoute, httpRoutes } from '../../modules/execution';
import { TestExtensions, TestPorts } from '../../test/support/command-bench';
import { factsOfHeaders } from '../http';
import { cookiesOf, pluginRoutes } from './plugin-routes';

describe('cookies of a request', () => {
  it.each([
    [undefined, []],
    ['', []],
    [
      'a=1; b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['a=1==; a=2', [['a', '1==']]],
    ['lonely; =x; c=', [['c', '']]],
  ] as const)('%j are %j', (header, expected) => {
    expect([...cookiesOf(header)]).toEqual(expected);
  });
});

describe('a page of a plugin', () => {
  it('is given the address as browsers know it, and works as the system at the lender that it names', async () => {
    const seen: unknown[] = [];
    const route: HttpRoute = {
      path: '/acme-plugin/back',
      async handle({ url, cookies, locale }, { execute }) {
        seen.push(url.href, [...cookies], locale);
        await execute({ name: 'job:acme', emits: [], run: async () => ({}) }, { answer: 1 }, 'lender-1');
        return { status: 201, headers: { 'content-type': 'text/plain' }, body: 'done' };
      },
    };
    const lender = { id: 'lender-1', code: 'acme' };
    const runner = { execute: async (...call: unknown[]) => void seen.push(call) };
    const [page] = pluginRoutes({
      extensions: new TestExtensions().add(httpRoutes, 'acme-plugin', route),
      ports: new TestPorts(),
      runner: runner as never,
      lenders: { byId: (id: string) => (id === lender.id ? lender : null) } as never,
      publicAddress: () => 'https://graph.example',
    });
    expect(page).toMatchObject({ path: '/acme-plugin/back', methods: ['GET'] });
    const server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://gateway');
      void page!.handle(request, response, url, factsOfHeaders(request.headers));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/acme-plugin/back?state=x`, {
      headers: { cookie: 'key=1', 'accept-language': 'ru' },
    });
    expect([response.status, await response.text()]).toEqual([201, 'done']);
    server.close();
    expect(seen.slice(0, 3)).toEqual(['https://graph.example/acme-plugin/back?state=x', [['key', '1']], 'ru']);
    expect(seen[3]).toMatchObject([
      { name: 'job:acme' },
      { answer: 1 },
      { lender, locale: 'ru', caller: { kind: 'SYSTEM', subject: 'route:acme-plugin', lenderId: 'lender-1' } },
    ]);
  });
});
