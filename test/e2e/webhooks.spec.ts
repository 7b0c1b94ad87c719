import { spawn } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { decodeCursor } from '../../modules/events';
import { rowIdOf } from '../../schema/base';
import { type Borrower, DECIDE, done, newBorrower, review, startLoan, WITHDRAW } from '../support/borrower';
import { type Ask, eventually, LENDER, startTestGateway, type TestGateway, type Values } from '../support/test-gateway';
import { answers, type ReceivedDelivery, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';

const STATUS = `subscription Changes($id: ID, $after: Cursor) { applicationStatusChanged(applicationId: $id, after: $after) {
  cursor eventId from to application { id status } } }`;
const REGISTER = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) {
  secret webhook { id status cursor keys { kid publicKey } } findings { code path facts { name value } } } }`;
const READ = `query ($id: ID!) { node(id: $id) { ... on Webhook { id status problem { code message } cursor failingSince disabledReason
  keys { kid publicKey expiresAt } backlog { due waiting deadLetters eventsBehind } replays { status queued failure }
  deliveries(first: 100) { edges { node { id kind status type eventId cursor failure body
    attempts { number responseStatus failure requestHeaders { header value } responseBody responseBodyCut } } } } } } }`;

const FINDINGS = 'findings { code path }';
const REPLAY = `mutation ($input: ReplayWebhookInput!) { replayWebhook(input: $input) { replay { id status queued } ${FINDINGS} } }`;
const RESEND = `mutation ($input: ResendWebhookDeliveriesInput!) { resendWebhookDeliveries(input: $input) { resent ${FINDINGS} } }`;
const TEST = `mutation ($input: WebhookInput!) { testWebhook(input: $input) { delivery { id } ${FINDINGS} } }`;
const ROTATE = `mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) {
  secret webhook { id keys { publicKey } } ${FINDINGS} } }`;
const SET = 'mutation ($input: SetPluginStateInput!) { setPluginState(input: $input) { plugin { state } findings { code severity } } }';

let gateway: TestGateway;
let borrower: Borrower;
let officer: Ask;
let partner: Ask;
let operator: Ask;
let receiver: WebhookReceiver;
let beside: TestGateway | null = null;

beforeAll(async () => {
  gateway = await startTestGateway();
  const person = await newBorrower(gateway);
  const clientId = rowIdOf('Client', person.clientId);
  // A session would end with the clock that the tests move.
  borrower = {
    ...person,
    ask: gateway.as({ token: await gateway.token({ kind: 'CLIENT', subject: clientId, clientId, ttl: 86_400 * 30 }) }),
  };
  const as = async (kind: 'OFFICER' | 'PARTNER' | 'OPERATOR', subject = `${kind}-1`.toLowerCase()) =>
    gateway.as({ token: await gateway.token({ kind, subject, ttl: 86_400 * 30 }) });
  [officer, partner, operator] = [await as('OFFICER'), await as('PARTNER'), await as('OPERATOR')];
});
beforeEach(async () => {
  receiver = await startWebhookReceiver();
});
afterEach(async () => {
  await gateway.silence();
  await gateway.sql("update core.webhook set status = 'DELETED', disabled_reason = null");
  await receiver.close();
});
afterAll(async () => {
  await beside?.stop();
  await gateway.stop();
});

const register = async (input: Values = {}, ask = partner) =>
  (await done(ask(REGISTER, { input: { url: receiver.url, document: STATUS, ...input } }))) as { secret: string; webhook: Values };
const read = async (id: string, ask = partner): Promise<Values> => (await ask(READ, { id })).data?.node;
const deliveriesOf = async (id: string, ask = partner): Promise<Values[]> => {
  const webhook = await read(id, ask);
  const place = ({ cursor }: Values) => (cursor ? decodeCursor(cursor).pos : 0);
  return webhook.deliveries.edges.map(({ node }: Values) => node).sort((a: Values, b: Values) => place(a) - place(b));
};
const arrived = (count: number, on = receiver) => eventually(() => on.received.length >= count && on.received);
const change = (name: string, input: Values, ask = partner, type = 'WebhookInput') =>
  ask(`mutation ($input: ${type}!) { change: ${name}(input: $input) { webhook { id status } findings { code path } } }`, { input });
const codesOf = ({ data, errors }: Values): string[] =>
  errors
    ? errors.map(({ extensions }: Values) => extensions.code)
    : (Object.values(data)[0] as Values).findings.map(({ code }: Values) => code);
/** An application and its end: two events of its state. */
async function shortStory(): Promise<string> {
  const id = await startLoan(borrower.ask);
  await done(borrower.ask(WITHDRAW, { id }));
  return id;
}
const idsOf = (deliveries: readonly ReceivedDelivery[]) => deliveries.map(({ headers }) => headers['webhook-id']);
const statesOf = (deliveries: readonly ReceivedDelivery[]) => deliveries.map(({ body }) => body.data.data.applicationStatusChanged.to);

function signaturesOf({ headers }: ReceivedDelivery, version: string): Buffer[] {
  return String(headers['webhook-signature'])
    .split(' ')
    .filter((signature) => signature.startsWith(`${version},`))
    .map((signature) => Buffer.from(signature.slice(version.length + 1), 'base64'));
}

/** An Ed25519 check that shares nothing with what signed. */
function holdsAsymmetric(delivery: ReceivedDelivery, publicKey: string): boolean {
  const x = Buffer.from(publicKey.replace('whpk_', ''), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const signed = Buffer.from(`${delivery.headers['webhook-id']}.${delivery.headers['webhook-timestamp']}.${delivery.text}`);
  return signaturesOf(delivery, 'v1a').some((signature) => verify(null, signed, key, signature));
}

describe('a webhook', () => {
  it('delivers what a stream of the same document carries, signed twice, in an envelope of CloudEvents', async () => {
    const { secret, webhook } = await register({ operationName: 'Changes' });
    const stream = gateway.listen('WebSocket', { token: await gateway.token({ kind: 'PARTNER' }) }, STATUS);
    const first = stream.next();
    await eventually(() => gateway.parts.http.openStreams === 1);
    const id = await startLoan(borrower.ask);
    const { value: streamed } = await first;
    const [delivery] = await arrived(1);

    const headers = delivery!.headers as Record<string, string>;
    expect(new Webhook(secret).verify(delivery!.text, headers)).toEqual(delivery!.body);
    expect(() => new Webhook(secret).verify(`${delivery!.text} `, headers)).toThrow('No matching signature');
    expect(holdsAsymmetric(delivery!, webhook.keys[0].publicKey)).toBe(true);
    expect(holdsAsymmetric({ ...delivery!, text: `${delivery!.text} ` }, webhook.keys[0].publicKey)).toBe(false);
    const published = await (await fetch(`${gateway.url}/webhook-keys/${webhook.id}`)).json();
    expect(published).toMatchObject({ keys: [{ kty: 'OKP', crv: 'Ed25519', kid: webhook.keys[0].kid }] });

    const event = HTTP.toEvent({ headers, body: delivery!.text });
    const [{ eventId, cursor }] = Object.values(streamed.data) as Values[];
    expect(event).toMatchObject({
      specversion: '1.0',
      id: eventId,
      type: 'ApplicationStatusChanged',
      subject: id,
      datacontenttype: 'application/json',
      lender: LENDER,
      cursor,
      source: `/lenders/${LENDER}/webhooks/${webhook.id}`,
    });
    expect(headers['webhook-id']).toBe(eventId);
    expect(delivery!.text.endsWith(`,"data":${JSON.stringify(streamed)}}`)).toBe(true);
    expect(streamed.data.applicationStatusChanged).toMatchObject({ from: null, to: 'DRAFT', application: { id, status: 'DRAFT' } });

    const [seen] = await eventually(async () => {
      const deliveries = await deliveriesOf(webhook.id);
      return deliveries[0]?.status === 'DELIVERED' && deliveries;
    });
    expect(seen).toMatchObject({
      eventId,
      body: delivery!.text,
      attempts: [{ number: 1, responseStatus: 204, failure: null, responseBody: '' }],
    });
    const sent = Object.fromEntries(seen.attempts[0].requestHeaders.map(({ header, value }: Values) => [header, value]));
    expect(sent['webhook-signature']).toBe(headers['webhook-signature']);
  });

  it('begins at a cursor, keeps the order of each application, and replays a range under the same ids', async () => {
    // Away from the events of other tests, for the replay by moments.
    gateway.clock.advance({ hours: 5 });
    const before = (await register()).webhook;
    const [one, two] = [await shortStory(), await shortStory()];
    const first = [...(await arrived(4))];
    expect(statesOf(first.filter(({ body }) => body.subject === one))).toEqual(['DRAFT', 'WITHDRAWN']);
    expect(statesOf(first.filter(({ body }) => body.subject === two))).toEqual(['DRAFT', 'WITHDRAWN']);

    const other = await startWebhookReceiver();
    await register({ url: other.url, after: before.cursor });
    const again = await arrived(4, other);
    expect(idsOf(again).sort()).toEqual(idsOf(first).sort());
    await other.close();

    const cursor = first.find(({ body }) => body.subject === one)!.body.cursor;
    await eventually(async () => (await read(before.id)).backlog.due === 0);
    const { replay } = await done(partner(REPLAY, { input: { webhookId: before.id, after: cursor } }));
    expect(replay).toMatchObject({ status: 'RUNNING' });
    const replayed = (await arrived(7)).slice(4);
    expect(idsOf(replayed).sort()).toEqual(
      idsOf(first)
        .filter((id) => id !== first.find(({ body }) => body.subject === one)!.body.id)
        .sort(),
    );
    expect(
      await eventually(async () => (await read(before.id)).replays[0].status === 'DONE' && (await read(before.id)).replays),
    ).toMatchObject([{ status: 'DONE', queued: 3 }]);
    const byMoment = {
      webhookId: before.id,
      from: gateway.clock.now().subtract({ hours: 1 }).toString(),
      to: gateway.clock.now().add({ hours: 1 }).toString(),
    };
    await done(partner(REPLAY, { input: byMoment }));
    const all = (await arrived(7 + 4)).slice(7);
    expect(new Set(idsOf(all))).toEqual(new Set(idsOf(first)));
    expect(codesOf(await partner(REPLAY, { input: { webhookId: before.id } }))).toEqual(['WEBHOOK_RANGE_INVALID']);
    const past = { webhookId: before.id, from: '2001-01-01T00:00:00Z', to: '2001-01-02T00:00:00Z' };
    expect(codesOf(await partner(REPLAY, { input: past }))).toEqual(['WEBHOOK_RANGE_EMPTY']);
    expect(codesOf(await partner(REPLAY, { input: { webhookId: before.id, after: 'nonsense' } }))).toEqual(['CURSOR_INVALID']);
  });

  it('only takes events of the types that it names', async () => {
    const { webhook } = await register({ document: 'subscription { events { id type } }', eventTypes: ['DecisionMade'] });
    const id = await startLoan(borrower.ask);
    await review(borrower, officer, id);
    await done(officer(DECIDE, { input: { applicationId: id, kind: 'APPROVED' } }));
    await arrived(1);
    await eventually(async () => (await read(webhook.id)).backlog.due === 0);
    expect(receiver.received.map(({ body }) => body.type)).toEqual(['DecisionMade']);
  });

  it.each([
    [
      'a mutation',
      { document: 'mutation { withdrawApplication(input: {applicationId: "x"}) { findings { code } } }' },
      'WEBHOOK_NOT_A_SUBSCRIPTION',
    ],
    ['a query', { document: '{ events { edges { cursor } } }' }, 'WEBHOOK_NOT_A_SUBSCRIPTION'],
    ['no GraphQL', { document: 'subscription {' }, 'WEBHOOK_DOCUMENT_INVALID'],
    ['an unknown field', { document: 'subscription { events { id nothing } }' }, 'WEBHOOK_DOCUMENT_INVALID'],
    [
      'two operations and no name',
      { document: 'subscription A { events { id } } subscription B { events { id } }' },
      'WEBHOOK_OPERATION_UNKNOWN',
    ],
    [
      'personal data of clients',
      { document: 'subscription { applicationStatusChanged { application { client { number } } } }' },
      'WEBHOOK_SCOPE_MISSING',
    ],
    ['a place of its own', { document: STATUS, variables: { after: 'x' } }, 'WEBHOOK_AFTER_GIVEN'],
    ['a place in the text', { document: 'subscription { events(after: "x") { id } }' }, 'WEBHOOK_AFTER_GIVEN'],
    ['variables that do not fit', { document: STATUS, variables: { id: 7.5 } }, 'WEBHOOK_VARIABLES_INVALID'],
    ['an unknown type of events', { eventTypes: ['NothingHappened'] }, 'WEBHOOK_EVENT_TYPE_UNKNOWN'],
    ['a type of events that it may not read', { eventTypes: ['DocumentStatusChanged'] }, 'WEBHOOK_EVENT_TYPE_UNKNOWN'],
    ['an unknown version', { apiVersion: '7' }, 'WEBHOOK_API_VERSION_UNKNOWN'],
    ['a private address', { url: 'https://10.0.0.1/hooks' }, 'WEBHOOK_ADDRESS_REFUSED'],
    ['an address with a password', { url: 'https://a:b@example.org/' }, 'WEBHOOK_URL_INVALID'],
    ['a file', { url: 'file:///etc/passwd' }, 'WEBHOOK_URL_INVALID'],
    ['no e-mail address', { noticeEmail: 'nobody' }, 'WEBHOOK_EMAIL_INVALID'],
  ])('is refused for %s', async (_what, input, code) => {
    const answer = await partner(REGISTER, { input: { url: receiver.url, document: STATUS, ...input } });
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.data.registerWebhook).toMatchObject({ webhook: null, secret: null });
  });

  it('is refused for a cursor that is not of this log', async () => {
    expect(codesOf(await partner(REGISTER, { input: { url: receiver.url, document: STATUS, after: 'bm90aGluZw' } }))).toEqual([
      'CURSOR_INVALID',
    ]);
  });

  it('belongs to who registered it: other partners, other lenders and clients find nothing, an operator no contents', async () => {
    const { webhook } = await register();
    await shortStory();
    await arrived(2);
    const delivery = (await deliveriesOf(webhook.id))[0];
    const others: Ask[] = [
      gateway.as({ token: await gateway.token({ kind: 'PARTNER', subject: 'partner-2' }) }),
      gateway.as({ token: await gateway.token({ kind: 'PARTNER', subject: 'partner-1', lenders: ['sotovy'] }) }),
      gateway.as({ token: await gateway.token({ kind: 'OPERATOR', lenders: ['sotovy'] }) }),
    ];
    for (const ask of others) {
      expect(await read(webhook.id, ask)).toBeNull();
      expect((await ask('query ($id: ID!) { node(id: $id) { id } }', { id: delivery.id })).data.node).toBeNull();
      expect((await ask('{ webhooks { edges { node { id } } } }')).data.webhooks.edges).toEqual([]);
      for (const name of ['pauseWebhook', 'deleteWebhook'])
        expect(codesOf(await change(name, { webhookId: webhook.id }, ask))).toEqual(['WEBHOOK_NOT_FOUND']);
      expect(codesOf(await change('resumeWebhook', { webhookId: webhook.id }, ask, 'ResumeWebhookInput'))).toEqual(['WEBHOOK_NOT_FOUND']);
      expect(codesOf(await change('updateWebhook', { webhookId: webhook.id, url: receiver.url }, ask, 'UpdateWebhookInput'))).toEqual([
        'WEBHOOK_NOT_FOUND',
      ]);
      expect(codesOf(await change('rotateWebhookSecret', { webhookId: webhook.id }, ask, 'RotateWebhookSecretInput'))).toEqual([
        'WEBHOOK_NOT_FOUND',
      ]);
      expect(codesOf(await ask(REPLAY, { input: { webhookId: webhook.id, from: '2001-01-01T00:00:00Z' } }))).toEqual(['WEBHOOK_NOT_FOUND']);
      expect(codesOf(await ask(RESEND, { input: { webhookId: webhook.id } }))).toEqual(['WEBHOOK_NOT_FOUND']);
      expect(codesOf(await ask(TEST, { input: { webhookId: webhook.id } }))).toEqual(['WEBHOOK_NOT_FOUND']);
    }
    expect(codesOf(await officer(REGISTER, { input: { url: receiver.url, document: STATUS } }))).toContain('FORBIDDEN');
    const seen = await deliveriesOf(webhook.id, operator);
    expect(seen[0]).toMatchObject({
      id: delivery.id,
      status: 'DELIVERED',
      body: null,
      attempts: [{ responseStatus: 204, requestHeaders: null }],
    });
    expect(codesOf(await change('updateWebhook', { webhookId: webhook.id, url: receiver.url }, operator, 'UpdateWebhookInput'))).toEqual([
      'WEBHOOK_OWNER_ONLY',
    ]);
    expect(codesOf(await change('rotateWebhookSecret', { webhookId: webhook.id }, operator, 'RotateWebhookSecretInput'))).toEqual([
      'WEBHOOK_OWNER_ONLY',
    ]);
    const narrow = gateway.as({ token: await gateway.token({ kind: 'PARTNER', subject: 'partner-1', scopes: ['webhooks:read'] }) });
    expect((await deliveriesOf(webhook.id, narrow))[0]).toMatchObject({ id: delivery.id, body: null });
    expect(codesOf(await change('pauseWebhook', { webhookId: webhook.id }, operator))).toEqual([]);
    expect((await read(webhook.id)).status).toBe('PAUSED');
  });

  it('is signed by both keys for a while after a rotation; secrets are shown once and kept encrypted', async () => {
    const { secret, webhook } = await register();
    const rotated = await done(partner(ROTATE, { input: { webhookId: webhook.id, overlapHours: 2 } }));
    expect(rotated.webhook.keys).toHaveLength(2);
    await startLoan(borrower.ask);
    const [both] = await arrived(1);
    for (const known of [secret, rotated.secret]) new Webhook(known).verify(both!.text, both!.headers as Record<string, string>);
    for (const { publicKey } of rotated.webhook.keys) expect(holdsAsymmetric(both!, publicKey)).toBe(true);
    expect([signaturesOf(both!, 'v1').length, signaturesOf(both!, 'v1a').length]).toEqual([2, 2]);
    gateway.clock.advance({ hours: 2 });
    await startLoan(borrower.ask);
    const late = (await arrived(2))[1]!;
    new Webhook(rotated.secret).verify(late.text, late.headers as Record<string, string>);
    expect(() => new Webhook(secret).verify(late.text, late.headers as Record<string, string>)).toThrow('No matching signature');
    expect((await read(webhook.id)).keys).toHaveLength(1);
    // A third generation ends the first at once: two sign at most.
    await done(partner(ROTATE, { input: { webhookId: webhook.id } }));
    await done(partner(ROTATE, { input: { webhookId: webhook.id } }));
    expect((await read(webhook.id)).keys).toHaveLength(2);
    expect(codesOf(await partner(ROTATE, { input: { webhookId: webhook.id, overlapHours: 999 } }))).toEqual(['WEBHOOK_OVERLAP_INVALID']);
    const raw = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const rows = await gateway.sql<{ secret_enc: Buffer }>('select secret_enc from core.webhook_key');
    expect(rows.some(({ secret_enc }) => secret_enc.includes(raw))).toBe(false);
    const stored = await gateway.sql<{ result: unknown }>('select result from core.idempotency');
    expect(JSON.stringify(stored)).not.toContain('whsec_');
    expect(gateway.logged.join()).not.toContain(secret.slice('whsec_'.length));
  });

  it('a repeat of a registration answers the same endpoint and the same secret', async () => {
    const input = { url: receiver.url, document: STATUS, idempotencyKey: 'register-once-1' };
    const [first, second] = [await done(partner(REGISTER, { input })), await done(partner(REGISTER, { input }))];
    expect([second.webhook.id, second.secret]).toEqual([first.webhook.id, first.secret]);
  });

  it('what happens while it is paused waits in the log', async () => {
    const { webhook } = await register();
    await done(change('pauseWebhook', { webhookId: webhook.id }));
    const missed = await shortStory();
    await gateway.sequenced();
    expect(await read(webhook.id)).toMatchObject({ status: 'PAUSED', deliveries: { edges: [] } });
    await done(change('resumeWebhook', { webhookId: webhook.id }, partner, 'ResumeWebhookInput'));
    expect((await arrived(2)).map(({ body }) => body.subject)).toEqual([missed, missed]);
    await done(change('pauseWebhook', { webhookId: webhook.id }));
    await shortStory();
    await gateway.sequenced();
    await done(change('resumeWebhook', { webhookId: webhook.id, fromNow: true }, partner, 'ResumeWebhookInput'));
    const now = await startLoan(borrower.ask);
    expect((await arrived(3)).slice(2).map(({ body }) => body.subject)).toEqual([now]);
    await done(change('deleteWebhook', { webhookId: webhook.id }));
    expect(await read(webhook.id)).toBeNull();
    expect(await gateway.sql('select id from core.webhook_key where webhook_id = $1', [rowIdOf('Webhook', webhook.id)])).toEqual([]);
    expect((await fetch(`${gateway.url}/webhook-keys/${webhook.id}`)).status).toBe(404);
  });

  it('a test is signed like an event, and holds nobody’s data', async () => {
    const { secret, webhook } = await register();
    const { delivery } = await done(partner(TEST, { input: { webhookId: webhook.id } }));
    const [test] = await arrived(1);
    new Webhook(secret).verify(test!.text, test!.headers as Record<string, string>);
    expect(HTTP.toEvent({ headers: test!.headers, body: test!.text })).toMatchObject({
      type: 'WebhookTest',
      id: delivery.id,
      data: { data: null },
    });
    await eventually(async () => (await deliveriesOf(webhook.id))[0].status === 'DELIVERED');
  });

  it('what it gets can be changed, by its owner, without losing its place', async () => {
    const { webhook } = await register();
    await shortStory();
    await arrived(2);
    const input = { webhookId: webhook.id, document: 'subscription { decisionMade { decision { kind } } }', description: 'Decisions only' };
    await done(change('updateWebhook', input, partner, 'UpdateWebhookInput'));
    const bad = { webhookId: webhook.id, document: '{ lenders { code } }' };
    expect(codesOf(await change('updateWebhook', bad, partner, 'UpdateWebhookInput'))).toEqual(['WEBHOOK_NOT_A_SUBSCRIPTION']);
    const id = await startLoan(borrower.ask);
    await review(borrower, officer, id);
    await done(officer(DECIDE, { input: { applicationId: id, kind: 'APPROVED' } }));
    expect((await arrived(3))[2]!.body.data).toEqual({ data: { decisionMade: { decision: { kind: 'APPROVED' } } } });
  });
});

it('the receiver of the guide takes what is signed, once, and nothing else', async () => {
  const { secret, webhook } = await register({ url: 'http://localhost:1/' });
  const [, program] = /```js\n([\s\S]+?)```/.exec(readFileSync('docs/guides/webhooks.md', 'utf8'))!;
  const server = createServer().listen(0);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const child = spawn(process.execPath, ['-e', program!], {
    env: { PORT: String(port), SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let printed = '';
    child.stdout.on('data', (chunk) => (printed += chunk));
    const url = `http://localhost:${port}/`;
    await eventually(() =>
      fetch(url, { method: 'POST', body: '{}' }).then(
        ({ status }) => status === 401,
        () => false,
      ),
    );
    await done(change('updateWebhook', { webhookId: webhook.id, url }, partner, 'UpdateWebhookInput'));
    const id = await startLoan(borrower.ask);
    await eventually(async () => (await deliveriesOf(webhook.id))[0]?.status === 'DELIVERED');
    await eventually(async () => (await read(webhook.id)).backlog.due === 0);
    await done(partner(REPLAY, { input: { webhookId: webhook.id, after: webhook.cursor } }));
    await eventually(async () => (await deliveriesOf(webhook.id)).filter(({ status }) => status === 'DELIVERED').length === 2);
    expect(printed.trim().split('\n')).toEqual([expect.stringMatching(`^ApplicationStatusChanged ${id} {"data":`)]);
  } finally {
    child.kill();
  }
});

it('the backlog is measured, and endpoints are readers of the log', async () => {
  const { webhook } = await register();
  const text = await gateway.parts.metrics.text();
  expect(text).toMatch(/^lexgraph_webhook_endpoints\{state="active"\} 1$/m);
  expect(text).toMatch(/^lexgraph_webhook_deliveries\{state="due"\} 0$/m);
  const { data } = await operator('{ eventReaders { kind reader } }');
  expect(data.eventReaders).toContainEqual({ kind: 'WEBHOOK', reader: 'PARTNER:partner-1' });
  expect((await read(webhook.id)).backlog.eventsBehind).toBeGreaterThanOrEqual(0);
});

describe('an endpoint that does not take its deliveries', () => {
  it('keeps the later events of the application back, and of no other; gets them in order when it is well again', async () => {
    const { webhook } = await register();
    const sick = await startLoan(borrower.ask);
    receiver.answer(({ body }, response) => void response.writeHead(body.subject === sick ? 503 : 204).end());
    await done(borrower.ask(WITHDRAW, { id: sick }));
    const well = await shortStory();
    await eventually(() => receiver.received.filter(({ body }) => body.subject === well).length === 2);
    receiver.answer(answers.status(204));
    await eventually(async () => {
      gateway.clock.advance({ seconds: 10 });
      return (await read(webhook.id)).backlog.due === 0 && receiver.received.length >= 4;
    });
    const ofSick = receiver.received.filter(({ body }) => body.subject === sick);
    const taken = statesOf(ofSick).filter((state, index, states) => states[index - 1] !== state);
    expect(taken).toEqual(['DRAFT', 'WITHDRAWN']);
  });

  it('that is gone is disabled with an event and a notice; resumed, it gets all of it', async () => {
    const { webhook } = await register({ noticeEmail: 'gone@example.org' });
    receiver.answer(answers.status(410));
    await shortStory();
    await eventually(async () => (await read(webhook.id)).status === 'DISABLED');
    expect(await read(webhook.id)).toMatchObject({ disabledReason: 'GONE' });
    const [notice] = await eventually(async () => {
      const messages = await gateway.messages('gone@example.org');
      return messages.length > 0 && messages;
    });
    expect(notice!.text).toContain('410');
    await gateway.sequenced();
    const { data } = await partner('{ events(types: ["WebhookDisabled"], first: 100) { edges { node { payload cause { actor } } } } }');
    expect(data.events.edges.at(-1).node).toEqual({
      payload: { webhookId: webhook.id, reason: 'GONE' },
      cause: { actor: 'SYSTEM:webhooks' },
    });
    receiver.answer(answers.status(200));
    const before = receiver.received.length;
    await done(change('resumeWebhook', { webhookId: webhook.id }, partner, 'ResumeWebhookInput'));
    expect(statesOf((await arrived(before + 2)).slice(before))).toEqual(['DRAFT', 'WITHDRAWN']);
  });

  it('is tried for three days, then its deliveries are dead letters that can be sent again; after five days it is disabled', async () => {
    const { webhook } = await register({ noticeEmail: 'failing@example.org' });
    receiver.answer(answers.status(500, {}, 'broken'));
    await shortStory();
    await arrived(1);
    const settled = (count: number) =>
      eventually(async () => {
        const [first] = await deliveriesOf(webhook.id);
        return first.attempts.length >= count;
      });
    await settled(1);
    for (let attempt = 2; attempt <= 4; attempt++) {
      gateway.clock.advance({ hours: 23 });
      await settled(attempt);
    }
    expect((await deliveriesOf(webhook.id)).map(({ status }) => status)).toEqual(['DUE', 'WAITING']);
    gateway.clock.advance({ hours: 5 });
    await eventually(async () => (await deliveriesOf(webhook.id))[0].status === 'DEAD_LETTER');
    const [dead, next] = await deliveriesOf(webhook.id);
    expect(dead).toMatchObject({ failure: 'STATUS_500' });
    expect(dead.attempts.at(-1)).toMatchObject({ responseStatus: 500, responseBody: 'broken', responseBodyCut: false });
    // The next one of the application has its own three days.
    expect(next.status).toBe('DUE');
    await eventually(async () => (await deliveriesOf(webhook.id))[1].attempts.length > 0);
    gateway.clock.advance({ hours: 47 });
    await eventually(async () => (await read(webhook.id)).status === 'DISABLED');
    expect((await read(webhook.id)).disabledReason).toBe('FAILING');
    expect((await gateway.messages('failing@example.org'))[0]!.text).toContain('five days');

    receiver.answer(answers.status(200));
    await done(change('resumeWebhook', { webhookId: webhook.id }, partner, 'ResumeWebhookInput'));
    await eventually(async () => (await deliveriesOf(webhook.id))[1].status === 'DELIVERED');
    const before = receiver.received.length;
    const delivered = (await deliveriesOf(webhook.id))[1].id;
    expect(codesOf(await partner(RESEND, { input: { webhookId: webhook.id, deliveryIds: [delivered] } }))).toEqual([
      'WEBHOOK_NOTHING_TO_RESEND',
    ]);
    expect((await done(partner(RESEND, { input: { webhookId: webhook.id, deliveryIds: [dead.id] } }))).resent).toBe(1);
    const again = (await arrived(before + 1))[before]!;
    expect([again.headers['webhook-id'], again.text]).toEqual([dead.eventId, dead.body]);
    await eventually(async () => (await deliveriesOf(webhook.id))[0].status === 'DELIVERED');
    expect(codesOf(await partner(RESEND, { input: { webhookId: webhook.id } }))).toEqual(['WEBHOOK_NOTHING_TO_RESEND']);
  });
});

describe('rights that change', () => {
  it('a revoked partner’s endpoints stop, and go on where they stood when it is restored', async () => {
    const revoked = gateway.as({ token: await gateway.token({ kind: 'PARTNER', subject: 'partner-9', ttl: 86_400 * 30 }) });
    const { webhook } = await register({}, revoked);
    await startLoan(borrower.ask);
    await arrived(1);
    await done(
      operator(`mutation { revokeAccess(input: { subject: "partner-9", reason: "The agreement has ended." }) { findings { code } } }`),
    );
    await shortStory();
    await eventually(async () => (await read(webhook.id, operator)).problem?.code === 'WEBHOOK_OWNER_REVOKED');
    expect(receiver.received).toHaveLength(1);
    await done(
      operator(`mutation { restoreAccess(input: { subject: "partner-9", reason: "There is a new agreement." }) { findings { code } } }`),
    );
    expect(statesOf((await arrived(3)).slice(1))).toEqual(['DRAFT', 'WITHDRAWN']);
    expect((await read(webhook.id, revoked)).problem).toBeNull();
  });

  it('a scope that the owner no longer has keeps the events waiting; nothing that needs it is sent', async () => {
    const { webhook } = await register();
    const row = [rowIdOf('Webhook', webhook.id)];
    await gateway.sql("update core.webhook set scopes = array_remove(scopes, 'applications:read') where id = $1", row);
    const id = await startLoan(borrower.ask);
    await eventually(async () => (await read(webhook.id)).problem?.code === 'WEBHOOK_SCOPE_MISSING');
    expect((await read(webhook.id)).problem.message).toContain('applications:read');
    expect(receiver.received).toEqual([]);
    await gateway.sql("update core.webhook set scopes = scopes || array['applications:read'] where id = $1", row);
    expect((await arrived(1))[0]!.body.subject).toBe(id);
  });

  it('a plugin that is switched off keeps the events waiting, with a code, an event and a notice', async () => {
    const document = 'subscription { applicationStatusChanged { to application { ruMfo { __typename } } } }';
    const { webhook } = await register({ document, noticeEmail: 'held@example.org' });
    const id = await startLoan(borrower.ask);
    await arrived(1);
    const set = (state: string) =>
      done(operator(SET, { input: { plugin: 'ru-mfo', state, force: true, reason: 'A reason of some length.' } }));
    await set('DISABLED');
    await eventually(async () => (await read(webhook.id)).problem?.code === 'PLUGIN_DISABLED');
    expect((await read(webhook.id)).problem.message).toContain('ru-mfo');
    expect((await gateway.messages('held@example.org'))[0]!.text).toContain('PLUGIN_DISABLED');
    await set('ENABLED');
    await eventually(() => gateway.parts.lenders.byCode(LENDER)?.plugins.get('ru-mfo') === 'ENABLED');
    await done(borrower.ask(WITHDRAW, { id }));
    expect((await arrived(2))[1]!.body.data).toEqual({
      data: { applicationStatusChanged: { to: 'WITHDRAWN', application: { ruMfo: { __typename: 'RuMfoApplication' } } } },
    });
    expect((await read(webhook.id)).problem).toBeNull();
    await gateway.sequenced();
    const { data } = await partner('{ events(types: ["WebhookHeld", "WebhookReleased"], first: 100) { edges { node { type payload } } } }');
    expect(data.events.edges.slice(-2).map(({ node }: Values) => node)).toEqual([
      { type: 'WebhookHeld', payload: { webhookId: webhook.id, problem: 'PLUGIN_DISABLED' } },
      { type: 'WebhookReleased', payload: { webhookId: webhook.id } },
    ]);
  });
});

it('two gateways deliver each event once', async () => {
  beside = await startTestGateway({ beside: gateway });
  const { webhook } = await register();
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) ids.push(await shortStory());
  await arrived(10);
  await eventually(async () => (await read(webhook.id)).backlog.due === 0);
  expect(new Set(idsOf(receiver.received)).size).toBe(10);
  expect(receiver.received).toHaveLength(10);
  for (const id of ids) expect(statesOf(receiver.received.filter(({ body }) => body.subject === id))).toEqual(['DRAFT', 'WITHDRAWN']);
});
