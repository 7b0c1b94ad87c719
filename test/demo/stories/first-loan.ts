import { createClient } from 'graphql-sse';
import { Temporal } from 'temporal-polyfill';
import { LiveStream } from '../live-stream';
import { expect, type Narrator } from '../narrator';
import type { Sandbox } from '../sandbox';
import { Scene } from '../scene';
import { begin, decide, decideOnce, send, toCard } from '../steps/application';
import type { Borrower } from '../steps/borrower';
import { debtLine, debtOf, payOut } from '../steps/contract';
import { accept, readTerms } from '../steps/offer';
import { nameOf, registerByForm } from '../steps/registration';
import { checkPayee, review } from '../steps/review';

const LENDER = 'veritas';
const TYPES = 'types: ["ApplicationStatusChanged", "DecisionMade", "ContractStatusChanged"]';
const FIRST = { age: 36, givenName: 'Первый' };
const SECOND = { age: 66, givenName: 'Второй' };

interface HeardEvent {
  readonly id: string;
  readonly cursor: string;
  readonly type: string;
  readonly payload: { readonly kind?: string; readonly to?: string };
}

/** One lender, two borrowers, an officer and a partner: from registration to a concluded contract, and to a refusal. */
export async function firstLoan(sandbox: Sandbox, narrator: Narrator): Promise<void> {
  const scene = await Scene.open(sandbox, narrator, LENDER);

  narrator.chapter('The lender and its rules');
  await readRules(scene);

  narrator.chapter('A partner listens');
  const stream = new LiveStream<HeardEvent>(
    sandbox,
    scene.partnerToken,
    `subscription ($after: Cursor) { item: events(after: $after, ${TYPES}) { id cursor type payload } }`,
  );
  await narrator.step('The partner subscribes to events over WebSocket', () => stream.connect());

  narrator.chapter('The first borrower: from registration to a contract');
  const first = await registerByForm(scene, FIRST);
  const application = await applied(scene, first, '15000.00', 30);
  const key = { idempotencyKey: `approve-${application}`.slice(0, 100) };
  await decide(scene, application, 'APPROVED', key);
  await stream.until((handled) => handled.some(({ type }) => type === 'DecisionMade'), 'the first decision');

  narrator.chapter('The network fails while the second borrower is refused');
  await narrator.step(
    'The partner’s socket is cut',
    async () => stream.cut(),
    () => `last handled: ${stream.handled.at(-1)!.type}, ${stream.handled.length} in all`,
  );
  const second = await registerByForm(scene, SECOND);
  const refused = await decide(scene, await applied(scene, second, '10000.00', 21), 'REFUSED');
  expect(
    refused.findings.every(({ clauses, edition }) => clauses.length > 0 && edition !== null),
    'Every failed rule names its clause and edition.',
  );
  await narrator.step(
    'The partner comes back with its cursor, and has missed nothing',
    async () => {
      await stream.connect();
      await stream.until((handled) => handled.filter(({ type }) => type === 'DecisionMade').length === 2, 'the second decision');
    },
    () => `${stream.handled.length} events handled`,
  );

  narrator.chapter('Acceptance, transfer, contract');
  const { plain } = await readTerms(scene, first, application);
  const contractId = await accept(scene, first, application, plain, 'WITHOUT_INSURANCE');
  await checkPayee(scene, application, nameOf(FIRST));
  await payOut(scene, first, contractId);
  await narrator.step('The borrower sees the debt part by part', () => debtOf(first, contractId), debtLine);

  narrator.chapter('Nothing was lost, nothing came twice');
  await stream.until((handled) => handled.at(-1)?.payload.to === 'CONCLUDED', 'the conclusion');
  await compareReaders(scene, stream);
  await narrator.step('A repeated idempotency key answers what was stored', async () => {
    const again = await decideOnce(scene, application, key);
    expect(again.decision?.kind === 'APPROVED', 'The stored decision is answered.');
  });
  await stream.close();
}

async function readRules({ narrator, visitor, officer }: Scene): Promise<void> {
  await narrator.step(
    'A visitor asks what the lender offers',
    () =>
      visitor.ask<{ lenders: { code: string }[]; products: { code: string; title: string }[] }>(
        '{ lenders { code } products { code title } }',
      ),
    ({ lenders, products }) => [
      `lenders: ${lenders.map(({ code }) => code).join(', ')}`,
      ...products.map(({ code, title }) => `${code}: ${title}`),
    ],
  );
  await narrator.step(
    'The officer reads the edition in force, and the one that stands in a gap of the table',
    () =>
      officer.ask<{ now: { code: string; from: string }; gap: { code: string | null } }>(
        `{ now: ruleEdition(on: "${Temporal.Now.plainDateISO()}") { code from } gap: ruleEdition(on: "2019-02-02") { code } }`,
      ),
    ({ now, gap }) => {
      expect(gap.code === null, 'A day in a gap has no edition.');
      return [`today: ${now.code}, in force from ${now.from}`, '2019-02-02: no edition; nothing is decided by a neighbour'];
    },
  );
}

async function applied(scene: Scene, borrower: Borrower, amount: string, termDays: number): Promise<string> {
  const id = await begin(scene, borrower, { amount, termDays, own: toCard });
  await send(scene, borrower, id);
  await review(scene, id, { identificationMethods: ['DOCUMENT_PHOTOS'] });
  return id;
}

async function compareReaders(scene: Scene, stream: LiveStream<HeardEvent>): Promise<void> {
  await scene.narrator.step(
    'The stream, the list and server-sent events tell the same story in the same order',
    async () => {
      const streamed = stream.handled.map(({ id }) => id);
      const listed = (await list(scene)).slice(-streamed.length).map(({ id }) => id);
      expect(new Set(streamed).size === streamed.length, 'No event came twice.');
      expect(JSON.stringify(streamed) === JSON.stringify(listed), 'No event is missing.');
      const sent = await readServerSentEvents(scene, stream.handled[0]!.cursor, streamed.length - 1);
      expect(JSON.stringify(sent) === JSON.stringify(streamed.slice(1)), 'Server-sent events go on from the same cursor.');
      return streamed.length;
    },
    (count) => `${count} events, equal on WebSocket (cut once), list and SSE`,
  );
}

async function list(scene: Scene): Promise<HeardEvent[]> {
  const partner = scene.party(scene.partnerToken);
  const events: HeardEvent[] = [];
  for (let after: string | null = null; ; ) {
    const page: { events: { edges: { cursor: string; node: HeardEvent }[]; pageInfo: { hasNextPage: boolean } } } = await partner.ask(
      `query ($after: Cursor) { events(after: $after, first: 100, ${TYPES}) { edges { cursor node { id cursor type payload } } pageInfo { hasNextPage } } }`,
      { after },
    );
    events.push(...page.events.edges.map(({ node }) => node));
    if (!page.events.pageInfo.hasNextPage) return events;
    after = page.events.edges.at(-1)!.cursor;
  }
}

async function readServerSentEvents({ sandbox, partnerToken }: Scene, after: string, count: number): Promise<string[]> {
  const client = createClient({
    url: `${sandbox.url}/graphql/stream`,
    headers: { authorization: `Bearer ${partnerToken}` },
    retryAttempts: 0,
  });
  const ids: string[] = [];
  const results = client.iterate<{ events: HeardEvent }>({
    query: `subscription ($after: Cursor) { events(after: $after, ${TYPES}) { id } }`,
    variables: { after },
  });
  for await (const { data } of results) {
    if (data) ids.push(data.events.id);
    if (ids.length >= count) break;
  }
  client.dispose();
  return ids;
}
