import { randomInt } from 'node:crypto';
import type { GraphQLClient } from 'graphql-request';
import { createClient } from 'graphql-sse';
import { Temporal } from 'temporal-polyfill';
import { expect, type Narrator } from './narrator';
import { type PartnerEvent, PartnerStream } from './partner-stream';
import { asker, codeIn, latestMessage, staffTokens } from './people';
import type { Sandbox } from './sandbox';

const LENDER = 'veritas';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly edition: string | null;
  readonly clauses: readonly { readonly id: string }[];
}
interface Session {
  readonly accessToken: string;
  readonly clientId: string;
}
interface Borrower {
  readonly graph: GraphQLClient;
  readonly clientId: string;
}

const FINDINGS = 'findings { code message edition clauses { id } }';
const refuseNothing = (findings: readonly Finding[]) =>
  expect(findings.length === 0, `Unexpected findings: ${findings.map(({ code, message }) => `${code}: ${message}`).join('; ')}`);

/** One lender, two borrowers, an officer and a partner: from registration to a concluded contract, and to a refusal. */
export async function veritasStory(sandbox: Sandbox, narrator: Narrator): Promise<void> {
  const staff = await staffTokens(sandbox, LENDER);
  const visitor = asker(sandbox, LENDER);
  const officer = asker(sandbox, LENDER, staff.officer);
  const partner = asker(sandbox, LENDER, staff.partner);

  narrator.chapter('The lender and its rules');
  await narrator.step(
    'A visitor asks what the lender offers',
    () =>
      visitor.request<{ lenders: { code: string }[]; products: { code: string; title: string }[] }>(
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
      officer.request<{ now: { code: string; from: string }; gap: { code: string | null } }>(
        `{ now: ruleEdition(on: "${Temporal.Now.plainDateISO()}") { code from } gap: ruleEdition(on: "2019-02-02") { code } }`,
      ),
    ({ now, gap }) => {
      expect(gap.code === null, 'A day in a gap has no edition.');
      return [`today: ${now.code}, in force from ${now.from}`, '2019-02-02: no edition; nothing is decided by a neighbour'];
    },
  );

  narrator.chapter('A partner listens');
  const stream = new PartnerStream(sandbox, staff.partner);
  await narrator.step('The partner subscribes to events over WebSocket', () => stream.connect());

  narrator.chapter('The first borrower: from registration to a contract');
  const first = await register(sandbox, narrator, visitor, 36);
  const application = await apply(narrator, first, '15000.00', 30);
  await review(narrator, officer, application.id);
  const approved = await decide(narrator, officer, application.id, 'key-approve');
  expect(approved.kind === 'APPROVED', 'The first borrower meets every rule.');
  await stream.until((handled) => handled.some(({ type }) => type === 'DecisionMade'), 'the first decision');

  narrator.chapter('The network fails while the second borrower is refused');
  await narrator.step(
    'The partner’s socket is cut',
    async () => stream.cut(),
    () => `last handled: ${stream.handled.at(-1)!.type}, ${stream.handled.length} in all`,
  );
  const second = await register(sandbox, narrator, visitor, 66);
  const late = await apply(narrator, second, '10000.00', 21);
  await review(narrator, officer, late.id);
  const refused = await decide(narrator, officer, late.id, 'key-refuse');
  expect(refused.kind === 'REFUSED', 'A borrower of 66 is refused.');
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
  const terms = await narrator.step(
    'The borrower reads the individual terms',
    () =>
      first.graph.request<TermsAnswer>(
        `query ($id: ID!) { application(id: $id) {
          decisions { terms { principal { amount currency } dueOn dailyRate fullCostOfCredit { percent amount { amount } } schedule { no dueOn total { amount } } } }
          ruMfo { individualTerms { id kind title sha256 status download { url } } } } }`,
        { id: application.id },
      ),
    ({ application: { decisions, ruMfo } }) => {
      const { principal, dueOn, dailyRate, fullCostOfCredit, schedule } = decisions[0]!.terms;
      return [
        `${principal.amount} ${principal.currency} until ${dueOn}, ${dailyRate} % a day`,
        `full cost of credit ${fullCostOfCredit.percent} % a year, ${fullCostOfCredit.amount.amount} in money`,
        ...schedule.map(({ no, dueOn: day, total }) => `payment ${no}: ${total.amount} on ${day}`),
        `${ruMfo.individualTerms.title}, SHA-256 ${ruMfo.individualTerms.sha256.slice(0, 16)}…`,
      ];
    },
  );
  const document = terms.application.ruMfo.individualTerms;
  await narrator.step(
    'and downloads them as a PDF by a short-lived link',
    async () => {
      const response = await fetch(document.download.url);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.ok && bytes.subarray(0, 5).toString() === '%PDF-', 'The link answers a PDF.');
      return bytes.length;
    },
    (size) => `${(size / 1024).toFixed(0)} kB`,
  );
  const contract = await narrator.step(
    'The borrower accepts without insurance; the press of the button is the signature’s moment',
    async () => {
      const { accepted } = await first.graph.request<{
        accepted: { contract: { id: string; number: string; status: string } | null; findings: Finding[] };
      }>(
        `mutation ($input: RuMfoAcceptIndividualTermsInput!) { accepted: ruMfoAcceptIndividualTerms(input: $input) { contract { id number status } ${FINDINGS} } }`,
        {
          input: {
            applicationId: application.id,
            documentSha256: document.sha256,
            choice: 'WITHOUT_INSURANCE',
            idempotencyKey: 'key-accept-1',
          },
        },
      );
      refuseNothing(accepted.findings);
      return accepted.contract!;
    },
    ({ number, status }) => `contract ${number}: ${status}`,
  );
  await narrator.step('The officer records that the card is the borrower’s own, as its bank says', async () => {
    const { checked } = await officer.request<{ checked: { findings: Finding[] } }>(
      `mutation ($input: RuMfoCheckPayeeInput!) { checked: ruMfoCheckPayee(input: $input) { ${FINDINGS} } }`,
      { input: { applicationId: application.id, holderName: 'Первый Заёмщик', source: 'BANK' } },
    );
    refuseNothing(checked.findings);
  });
  await narrator.step('The officer orders the transfer', async () => {
    const { ordered } = await officer.request<{ ordered: { findings: Finding[] } }>(
      `mutation ($input: OrderTransferInput!) { ordered: orderTransfer(input: $input) { ${FINDINGS} } }`,
      { input: { contractId: contract.id, idempotencyKey: 'key-transfer' } },
    );
    refuseNothing(ordered.findings);
  });
  await narrator.step('The settlement partner pays; the contract is thereby concluded', () =>
    stream.until((handled) => handled.at(-1)?.payload.to === 'CONCLUDED', 'the conclusion'),
  );
  await narrator.step(
    'The borrower sees the contract under its edition, and the debt part by part',
    () =>
      first.graph.request<ContractAnswer>(
        `query ($id: ID!) { contract(id: $id) { status concludedOn edition debt { principal { amount } interest { amount } penalty { amount } total { amount } }
          terms { schedule { dueOn total { amount } } } application { status ruMfo { signatureIdentifier } } } }`,
        { id: contract.id },
      ),
    ({ contract: { status, concludedOn, edition, debt, application: own } }) => {
      expect(status === 'ACTIVE' && own.status === 'CONCLUDED', 'The contract is concluded.');
      return [
        `${status} since ${concludedOn} under ${edition}`,
        `principal ${debt.principal.amount}, interest ${debt.interest.amount}, penalty ${debt.penalty.amount}, in all ${debt.total.amount}`,
        `signature identifier ${own.ruMfo.signatureIdentifier}`,
      ];
    },
  );

  narrator.chapter('Nothing was lost, nothing came twice');
  await narrator.step(
    'The stream, the list and server-sent events tell the same story in the same order',
    async () => {
      const listed = await list(partner);
      const streamed = stream.handled.map(({ id }) => id);
      const wanted = listed.slice(-streamed.length).map(({ id }) => id);
      expect(new Set(streamed).size === streamed.length, 'No event came twice.');
      expect(JSON.stringify(streamed) === JSON.stringify(wanted), 'No event is missing.');
      const sent = await readServerSentEvents(sandbox, staff.partner, stream.handled[0]!.cursor, streamed.length - 1);
      expect(JSON.stringify(sent) === JSON.stringify(streamed.slice(1)), 'Server-sent events go on from the same cursor.');
      return streamed.length;
    },
    (count) => `${count} events, equal on WebSocket (cut once), list and SSE`,
  );
  await narrator.step('A repeated idempotency key answers what was stored', async () => {
    const again = await decideOnce(officer, application.id, 'key-approve');
    expect(again.decision?.kind === 'APPROVED', 'The stored decision is answered.');
  });
  await stream.close();
}

interface TermsAnswer {
  readonly application: {
    readonly decisions: readonly {
      readonly terms: {
        readonly principal: { readonly amount: string; readonly currency: string };
        readonly dueOn: string;
        readonly dailyRate: string;
        readonly fullCostOfCredit: { readonly percent: string; readonly amount: { readonly amount: string } };
        readonly schedule: readonly { readonly no: number; readonly dueOn: string; readonly total: { readonly amount: string } }[];
      };
    }[];
    readonly ruMfo: {
      readonly individualTerms: { readonly title: string; readonly sha256: string; readonly download: { readonly url: string } };
    };
  };
}
interface ContractAnswer {
  readonly contract: {
    readonly status: string;
    readonly concludedOn: string;
    readonly edition: string;
    readonly debt: Readonly<Record<'principal' | 'interest' | 'penalty' | 'total', { readonly amount: string }>>;
    readonly application: { readonly status: string; readonly ruMfo: { readonly signatureIdentifier: string } };
  };
}

/** Registers a borrower of that age: confirmations, phone by code, mailbox by code, questionnaire. */
async function register(sandbox: Sandbox, narrator: Narrator, visitor: GraphQLClient, age: number): Promise<Borrower> {
  const digits = String(randomInt(10_000_000)).padStart(7, '0');
  const [phone, email] = [`+7999${digits}`, `borrower-${digits}@example.com`];
  const password = `пароль-${digits}`;
  const session = await narrator.step(`A person of ${age} confirms the requirements, registers, and has a session`, async () => {
    const { done } = await visitor.request<{ done: { session: Session | null; findings: Finding[] } }>(
      `mutation ($input: RuMfoRegisterInput!) { done: ruMfoRegister(input: $input) { session { accessToken clientId } ${FINDINGS} } }`,
      {
        input: {
          phone,
          email,
          password,
          requirementsConfirmed: true,
          requirementsVersion: '2023-03-13',
          consents: ['PERSONAL_DATA', 'CREDIT_BUREAU_TRANSFER'],
          generalTermsVersion: '2023-03-13',
          signatureAgreementVersion: '2023-03-13',
        },
      },
    );
    refuseNothing(done.findings);
    return done.session!;
  });
  const fresh = asker(sandbox, LENDER, session.accessToken);
  await narrator.step('confirms the phone by a code', () => confirm(sandbox, fresh, 'PHONE', phone));
  await narrator.step('and the mailbox by another', () => confirm(sandbox, fresh, 'EMAIL', email));
  const graph = await narrator.step('comes back later with the phone and the password', async () => {
    const { entered } = await visitor.request<{ entered: { session: Session | null; findings: Finding[] } }>(
      `mutation ($input: SignInWithPasswordInput!) { entered: signInWithPassword(input: $input) { session { accessToken clientId } ${FINDINGS} } }`,
      { input: { login: phone, password } },
    );
    refuseNothing(entered.findings);
    expect(entered.session, 'The password chosen at the registration lets the client in.');
    return asker(sandbox, LENDER, entered.session.accessToken);
  });
  await narrator.step('and fills in the questionnaire', async () => {
    const today = Temporal.Now.plainDateISO('Europe/Moscow');
    const birthDate = today.subtract({ years: age, days: 1 }).toString();
    const { filled } = await graph.request<{ filled: { findings: Finding[] } }>(
      `mutation ($input: RuMfoCompleteProfileInput!) { filled: ruMfoCompleteProfile(input: $input) { ${FINDINGS} } }`,
      {
        input: {
          familyName: 'Заёмщик',
          givenName: age > 60 ? 'Второй' : 'Первый',
          birthDate,
          citizenship: 'RU',
          addresses: [{ kind: 'RESIDENCE', country: 'RU', postcode: '101000', text: 'г. Москва, адрес для примера' }],
          passport: { series: '4510', number: digits.slice(1), issuedOn: today.subtract({ years: 10 }).toString(), unitCode: '770-001' },
          taxpayerNumber: '500100732259',
          payoutKinds: ['PAYMENT_CARD'],
          fullCapacity: true,
          ownInterest: true,
          officialTies: [],
        },
      },
    );
    refuseNothing(filled.findings);
  });
  return { graph, clientId: session.clientId };
}

/** Asks for a code to a contact of one's own and enters it. */
async function confirm(sandbox: Sandbox, graph: GraphQLClient, contact: 'PHONE' | 'EMAIL', to: string): Promise<void> {
  const { asked } = await graph.request<{ asked: { ceremonyId: string; findings: Finding[] } }>(
    `mutation ($input: RequestCodeInput!) { asked: requestCode(input: $input) { ceremonyId ${FINDINGS} } }`,
    { input: { purpose: `CONFIRM_${contact}`, channel: contact === 'PHONE' ? 'SMS' : 'EMAIL' } },
  );
  refuseNothing(asked.findings);
  const { text } = await latestMessage(sandbox, to);
  const { confirmed } = await graph.request<{ confirmed: { findings: Finding[] } }>(
    `mutation ($input: ConfirmContactInput!) { confirmed: confirmContact(input: $input) { ${FINDINGS} } }`,
    { input: { contact, ceremonyId: asked.ceremonyId, code: codeIn(text) } },
  );
  refuseNothing(confirmed.findings);
}

/** An application for a loan, made and sent. */
async function apply(narrator: Narrator, borrower: Borrower, amount: string, termDays: number): Promise<{ id: string }> {
  const application = await narrator.step(
    `The borrower applies for ${amount} RUB for ${termDays} days`,
    async () => {
      const { products } = await borrower.graph.request<{ products: { code: string }[] }>('{ products { code } }');
      const { started } = await borrower.graph.request<{
        started: { application: { id: string; number: string } | null; findings: Finding[] };
      }>(
        `mutation ($input: StartApplicationInput!) { started: startApplication(input: $input) { application { id number } ${FINDINGS} } }`,
        {
          input: {
            product: products[0]!.code,
            amount: { amount, currency: 'RUB' },
            termDays,
            ruMfo: { payoutMethod: 'PAYMENT_CARD', cardToken: 'tok_demo_4242424242', cardLastDigits: '4242' },
            idempotencyKey: `start-${borrower.clientId}`.slice(0, 100),
          },
        },
      );
      refuseNothing(started.findings);
      return started.application!;
    },
    ({ number }) => `application ${number}`,
  );
  await narrator.step(
    'and sends it: a term for the preliminary decision begins to run',
    async () => {
      const { sent } = await borrower.graph.request<{
        sent: {
          application: { status: string; deadlines: { kind: string; dueAt: string; clause: string | null }[] } | null;
          findings: Finding[];
        };
      }>(
        `mutation ($input: ApplicationStepInput!) { sent: submitApplication(input: $input) { application { status deadlines { kind dueAt clause } } ${FINDINGS} } }`,
        { input: { applicationId: application.id } },
      );
      refuseNothing(sent.findings);
      return sent.application!;
    },
    ({ status, deadlines }) => [status, ...deadlines.map(({ kind, dueAt, clause }) => `${kind} until ${dueAt} (${clause})`)],
  );
  return application;
}

async function review(narrator: Narrator, officer: GraphQLClient, applicationId: string): Promise<void> {
  await narrator.step('The officer takes it into review and records the assessment', async () => {
    const { taken, assessed } = await officer.request<Record<'taken' | 'assessed', { findings: Finding[] }>>(
      `mutation ($step: ApplicationStepInput!, $assess: RuMfoAssessInput!) {
        taken: takeApplication(input: $step) { ${FINDINGS} }
        assessed: ruMfoAssess(input: $assess) { ${FINDINGS} } }`,
      {
        step: { applicationId },
        assess: {
          applicationId,
          sources: ['CLIENT_DATA', 'CREDIT_BUREAU'],
          identificationMethods: ['DOCUMENT_PHOTOS'],
          creditHistoryMeetsPolicy: true,
          dataReliable: true,
        },
      },
    );
    refuseNothing([...taken.findings, ...assessed.findings]);
  });
  await narrator.step('and asks the credit bureaus: self-bans, debts, expensive loans', async () => {
    const { asked } = await officer.request<{ asked: { findings: Finding[] } }>(
      `mutation ($input: RuMfoAskBureausInput!) { asked: ruMfoAskBureaus(input: $input) { ${FINDINGS} } }`,
      { input: { applicationId, monthlyIncome: '100000.00' } },
    );
    refuseNothing(asked.findings);
  });
}

interface DecisionAnswer {
  readonly decision: { readonly kind: string; readonly edition: string; readonly receiptHash: string; readonly findings: Finding[] } | null;
  readonly findings: Finding[];
}

async function decideOnce(officer: GraphQLClient, applicationId: string, key: string): Promise<DecisionAnswer> {
  const { decided } = await officer.request<{ decided: DecisionAnswer }>(
    `mutation ($input: DecideApplicationInput!) { decided: decideApplication(input: $input) { decision { kind edition receiptHash ${FINDINGS} } ${FINDINGS} } }`,
    { input: { applicationId, idempotencyKey: `${key}-${applicationId}`.slice(0, 100) } },
  );
  return decided;
}

async function decide(narrator: Narrator, officer: GraphQLClient, applicationId: string, key: string) {
  return narrator.step(
    'The rules decide, and a receipt says why',
    async () => {
      const { decision, findings } = await decideOnce(officer, applicationId, key);
      expect(decision, `No decision was recorded: ${findings.map(({ code, message }) => `${code}: ${message}`).join('; ')}`);
      return decision;
    },
    ({ kind, edition, receiptHash, findings }) => [
      `${kind} by ${edition}, receipt ${receiptHash.slice(0, 16)}…`,
      ...findings.map(
        ({ code, message, clauses, edition: bound }) => `${code} — ${message} [${clauses.map(({ id }) => id).join(', ')}; ${bound}]`,
      ),
    ],
  );
}

async function list(partner: GraphQLClient): Promise<PartnerEvent[]> {
  const events: PartnerEvent[] = [];
  for (let after: string | null = null; ; ) {
    const page: { events: { edges: { cursor: string; node: PartnerEvent }[]; pageInfo: { hasNextPage: boolean } } } = await partner.request(
      `query ($after: Cursor) { events(after: $after, first: 100, types: ["ApplicationStatusChanged", "DecisionMade", "ContractStatusChanged"]) {
        edges { cursor node { id cursor type payload } } pageInfo { hasNextPage } } }`,
      { after },
    );
    events.push(...page.events.edges.map(({ node }) => node));
    if (!page.events.pageInfo.hasNextPage) return events;
    after = page.events.edges.at(-1)!.cursor;
  }
}

async function readServerSentEvents(sandbox: Sandbox, token: string, after: string, count: number): Promise<string[]> {
  const client = createClient({ url: `${sandbox.url}/graphql/stream`, headers: { authorization: `Bearer ${token}` }, retryAttempts: 0 });
  const ids: string[] = [];
  const results = client.iterate<{ events: PartnerEvent }>({
    query: `subscription ($after: Cursor) { events(after: $after, types: ["ApplicationStatusChanged", "DecisionMade", "ContractStatusChanged"]) { id } }`,
    variables: { after },
  });
  for await (const { data } of results) {
    if (data) ids.push(data.events.id);
    if (ids.length >= count) break;
  }
  client.dispose();
  return ids;
}
