import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '../../gateway/documents';
import { startTestGateway, type TestGateway } from '../support/test-gateway';

const LISTED = 'query Types { eventTypes { name } }';
const UNLISTED = '{ eventTypes { name version } }';
const WEBHOOK = `mutation Register($i: RegisterWebhookInput!) { registerWebhook(input: $i) { webhook { id } findings { code } } }`;
const DOCUMENT = 'subscription { decisionMade { cursor eventId } }';

let directory: string;
let gateway: TestGateway;
let partner: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'lexgraph-documents-'));
  const list = join(directory, 'documents.json');
  writeFileSync(list, JSON.stringify(Object.fromEntries([LISTED, WEBHOOK, DOCUMENT].map((text) => [hashOf(text), text]))));
  gateway = await startTestGateway({ config: { documents: { list, listedOnly: ['PARTNER'] } } });
  partner = await gateway.token({ kind: 'PARTNER' });
});
afterAll(async () => {
  await gateway.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function ask(token: string, request: object) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(request),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, never>; errors?: Array<{ extensions: { code: string } }> };
  return { status: response.status, data, code: errors?.[0]?.extensions.code };
}

describe('an installation that lists what partners may send', () => {
  it('answers what is listed by its id, and refuses all else to partners alone', async () => {
    expect((await ask(partner, { documentId: `sha256:${hashOf(LISTED)}` })).data).toEqual({ eventTypes: expect.any(Array) });
    expect(await ask(partner, { query: UNLISTED })).toMatchObject({ status: 403, code: 'PERSISTED_DOCUMENT_REQUIRED' });
    expect((await ask(await gateway.token({ kind: 'OFFICER' }), { query: UNLISTED })).data).toEqual({ eventTypes: expect.any(Array) });
  });

  it('takes no document for a webhook that is not listed', async () => {
    const register = async (document: string) =>
      (await ask(partner, { query: WEBHOOK, variables: { i: { url: 'http://127.0.0.1:9/hook', document } } })).data;
    expect(await register(DOCUMENT)).toEqual({ registerWebhook: { webhook: { id: expect.any(String) }, findings: [] } });
    expect(await register(DOCUMENT.replace('eventId', 'at'))).toEqual({
      registerWebhook: { webhook: null, findings: [{ code: 'WEBHOOK_DOCUMENT_INVALID' }] },
    });
  });
});
