import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { METHOD_CLASS } from '../open-id-msi';
import type { MsiMethod } from '../port';
import { page, personOf, type Typed } from './pages';
import { makeProvider, type SandboxProvider } from './provider';
import { readBody } from './read-body';
import { SandboxSigner } from './signer';

export interface SandboxMsi {
  readonly issuer: URL;
  close(): Promise<void>;
}

const INTERACTION = /^\/interaction\/[\w-]{1,64}$/;

/** МСИ of the sandbox: listens on this machine alone, on a port of its own. */
export async function startSandboxMsi(client: { readonly client_id: string; readonly client_secret: string }): Promise<SandboxMsi> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => handle(request, response)).listen(0, '127.0.0.1');
  // A sandbox that is done ends whatever it still plays.
  server.unref();
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sandbox = await makeProvider(issuer, client);
  const signer = new SandboxSigner(sandbox);
  const rest = sandbox.provider.callback();
  handle = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/sign/keys') return signer.keys(response);
    const answer =
      pathname === '/sign' ? signer.answer(request, response) : INTERACTION.test(pathname) && interact(sandbox, request, response);
    if (!answer) return void rest(request, response);
    answer.catch(() => response.headersSent || response.writeHead(400).end());
  };
  return {
    issuer: new URL(issuer),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function interact({ provider, remember }: SandboxProvider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const method: MsiMethod = params.acr_values === METHOD_CLASS.CERTIFICATE ? 'CERTIFICATE' : 'PERSONAL_DATA';
  const back = new URL(String(params.redirect_uri)).origin;
  const show = (status: number, typed?: Typed) =>
    void response
      .writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        // Chromium holds redirects after a form to `form-action` too, and the last of them leads to the gateway.
        'content-security-policy': `default-src 'none'; form-action 'self' ${back}`,
      })
      .end(page(method, typed));
  if (request.method !== 'POST') return show(200);
  const typed = Object.fromEntries(new URLSearchParams((await readBody(request)).toString('utf8')));
  const finish = (result: Parameters<typeof provider.interactionFinished>[2]) => provider.interactionFinished(request, response, result);
  const refusal = { unknown: 'person_not_found', decline: 'access_denied' }[typed.act ?? ''];
  if (refusal) return finish({ error: refusal, error_description: `request ${crypto.randomUUID()}` });
  const person = personOf(typed, method);
  if (!person) return show(400, typed);
  return finish({ login: { accountId: remember(person), acr: METHOD_CLASS[method], remember: false } });
}
