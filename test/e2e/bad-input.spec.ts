import { toGlobalId } from '../../schema/base';
import { type Borrower, DECIDE, loan, newBorrower, REGISTER, registration, review, START, startLoan } from '../support/borrower';
import { type AnsweredError, type Ask, eventually, startTestGateway, type TestGateway } from '../support/test-gateway';

// What was sent in beforehand or is sent below, and belongs into no message and no log.
const PERSONAL = ['+79161230001', '9161230001', '40702810638050013199', 'Примерова', '500100732259', '@example.org'];

let gateway: TestGateway;
let borrower: Borrower;
let officer: Ask;
let application: string;
let before: Record<string, number>;
let tables: string[] | undefined;

beforeAll(async () => {
  gateway = await startTestGateway();
  borrower = await newBorrower(gateway);
  officer = gateway.as({ token: await gateway.token({ kind: 'OFFICER' }) });
  application = await startLoan(borrower.ask, { idempotencyKey: 'first-loan-1' });
  await review(borrower, officer, application);
  // Workers move what was written; the counts stand once nothing waits for them.
  await gateway.sequenced();
  await eventually(async () => {
    const last = before;
    before = await rowCounts();
    await new Promise((resolve) => setTimeout(resolve, 150));
    return JSON.stringify(last) === JSON.stringify(before);
  });
});
afterAll(() => gateway.stop());

/** Rows of every table of the core and of the plugin, behind row-level security. */
async function rowCounts(): Promise<Record<string, number>> {
  tables ??= (
    await gateway.sql<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('core', 'ru_mfo') order by 1`,
    )
  ).map(({ name }) => name);
  const counts = tables.map((name) => `select '${name}' as name, count(*)::int as rows from ${name}`);
  const rows = await gateway.sql<{ name: string; rows: number }>(counts.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

beforeEach(() => {
  gateway.logged.length = 0;
});

afterEach(async () => {
  await gateway.silence();
  expect(await rowCounts()).toEqual(before);
  const log = gateway.logged.join('');
  for (const secret of [...PERSONAL, borrower.phone, borrower.email, borrower.session.accessToken]) expect(log).not.toContain(secret);
  expect(log).not.toContain('unexpected error');
});

/** The only error: its code, with a sentence that ends as one. */
function only(errors: readonly AnsweredError[] | undefined): string {
  expect(errors).toHaveLength(1);
  const [{ message, extensions }] = errors as [AnsweredError];
  expect(message.length).toBeGreaterThan(20);
  for (const secret of PERSONAL) expect(message).not.toContain(secret);
  return extensions.code;
}

async function refusal(ask: Ask, document: string, variables: Record<string, unknown> = {}) {
  const { errors, status } = await ask(document, variables);
  return [only(errors), status];
}

const post = async (body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { errors } = (await response.json()) as { errors?: AnsweredError[] };
  return [only(errors), response.status];
};

describe('a document', () => {
  it('that is not GraphQL is refused at the place of the mistake', async () => {
    const { errors } = await borrower.ask('{ viewer { kind }');
    expect(only(errors)).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('with an unknown field is refused', async () => {
    expect((await refusal(borrower.ask, '{ viewer { shoeSize } }'))[0]).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('of several operations without a name is refused', async () => {
    expect((await refusal(borrower.ask, 'query A { viewer { kind } } query B { viewer { kind } }'))[0]).toBe(
      'OPERATION_RESOLUTION_FAILURE',
    );
  });

  it('over a limit is refused, each limit with its code', async () => {
    const many = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join(' ');
    expect((await refusal(borrower.ask, `{ viewer { ${many(60, (n) => `a${n}: kind`)} } }`))[0]).toBe('QUERY_TOO_MANY_ALIASES');
    expect((await refusal(borrower.ask, `{ ${many(5000, () => 'viewer')} }`))[0]).toBe('QUERY_TOO_LONG');
    const costly =
      '{ applications(first: 100) { edges { node { documents { signatures { id } } decisions { id terms { schedule { no } } } deadlines { id } client { notifications(first: 100) { edges { node { id } } } } } } } }';
    expect((await refusal(borrower.ask, costly))[0]).toBe('QUERY_TOO_COSTLY');
  });
});

describe('a request', () => {
  it.each([
    ['no JSON', '{"query":', {}, 'BODY_NOT_JSON', 400],
    ['a list', '[]', {}, 'BODY_NOT_JSON', 400],
    ['another media type', '{ viewer { kind } }', { 'content-type': 'text/plain' }, 'CONTENT_TYPE_UNSUPPORTED', 415],
    [
      'a body over the limit',
      JSON.stringify({ query: '{ viewer { kind } }', variables: { x: 'x'.repeat(300_000) } }),
      {},
      'REQUEST_TOO_LARGE',
      413,
    ],
  ])('with %s is refused', async (_, body, headers, code, status) => {
    expect(await post(body, headers as Record<string, string>)).toEqual([code, status]);
  });
});

describe('a value of the wrong form', () => {
  it.each([
    ['a sum with three decimals', { amount: { amount: '15000.001', currency: 'RUB' } }],
    ['a negative sum', { amount: { amount: '-15000.00', currency: 'RUB' } }],
    ['another currency', { amount: { amount: '15000.00', currency: 'EUR' } }],
  ])('%s is a finding, as data', async (_, changes) => {
    const { data, errors } = await borrower.ask(START, { input: loan(changes) });
    expect(errors).toBeUndefined();
    expect(data.startApplication.application).toBeNull();
    expect(data.startApplication.findings).toEqual([
      expect.objectContaining({ severity: 'BLOCKING', code: expect.stringMatching(/^MONEY_/) }),
    ]);
  });

  it.each([
    ['a sum as a number', START, { input: loan({ amount: { amount: 15000, currency: 'RUB' } }) }],
    ['a sum in words', START, { input: loan({ amount: { amount: 'much', currency: 'RUB' } }) }],
    ['a currency that is none', START, { input: loan({ amount: { amount: '1.00', currency: 'rubles' } }) }],
    ['a term over 32 bits', START, { input: loan({ termDays: 3_000_000_000 }) }],
    ['an impossible date', 'query ($on: LocalDate!) { ruleEdition(on: $on) { code } }', { on: '2023-02-30' }],
    ['a date written another way', 'query ($on: LocalDate!) { ruleEdition(on: $on) { code } }', { on: '28.04.2023' }],
    ['a missing variable', 'query ($on: LocalDate!) { ruleEdition(on: $on) { code } }', {}],
    ['an unknown field of an input', START, { input: loan({ gift: true }) }],
    ['an id of another form', 'query ($id: ID!) { node(id: $id) { id } }', { id: { a: 1 } }],
  ])('%s is refused', async (_, document, variables) => {
    expect((await refusal(borrower.ask, document, variables))[0]).toBe('BAD_USER_INPUT');
  });

  it('an impossible date in a list of events or deadlines is refused', async () => {
    const document = '{ deadlines(dueBefore: "2023-02-30T00:00:00Z") { edges { cursor } } }';
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain((await refusal(officer, document))[0]);
  });

  it.each([
    [
      'a text that PostgreSQL cannot keep',
      'query ($types: [String!]) { events(types: $types) { edges { cursor } } }',
      { types: ['a\u0000b'] },
    ],
    ['such a text deep inside', REGISTER, { input: registration({ consents: ['PERSONAL_DATA', 'x\u0000'] }) }],
    ['such a text in the document itself', '{ rules(stage: "a\\u0000") { code } }', {}],
  ])('%s is refused', async (_, document, variables) => {
    expect((await refusal(borrower.ask, document, variables))[0]).toBe('BAD_USER_INPUT');
  });

  it.each([['1e999999999'], ['NaN'], ['Infinity'], ['0x10'], [' 1'], ['']])('the sum %p is refused', async (amount) => {
    expect((await refusal(borrower.ask, START, { input: loan({ amount: { amount, currency: 'RUB' } }) }))[0]).toBe('BAD_USER_INPUT');
  });

  it.each(['8 (916) four', '+375291234567', '12345', ''])('the phone %p is a finding, as data', async (phone) => {
    const { data, errors } = await gateway.as({ lender: 'veritas' })(REGISTER, { input: registration({ phone, email: null }) });
    expect(errors).toBeUndefined();
    expect(data.ruMfoRegister.findings).toEqual([
      expect.objectContaining({ code: expect.stringMatching(/^RU_MFO_(PHONE_INVALID|FIELD_REQUIRED)$/) }),
    ]);
    expect(data.ruMfoRegister.clientId).toBeNull();
  });
});

describe('the rules of a day', () => {
  const EDITION = 'query ($on: LocalDate!) { ruleEdition(on: $on) { code findings { code message severity } } }';
  it.each([
    ['in a gap between editions', '2019-02-10'],
    ['before all editions', '1999-01-01'],
  ])('%s have no edition, and say so with a code', async (_, on) => {
    const { data, errors } = await borrower.ask(EDITION, { on });
    expect(errors).toBeUndefined();
    expect(data.ruleEdition.code).toBeNull();
    expect(data.ruleEdition.findings[0]).toMatchObject({ code: 'RU_MFO_EDITION_GAP', severity: 'BLOCKING' });
  });

  it('of an unknown lender or plugin are nothing', async () => {
    const { data } = await borrower.ask(
      '{ a: ruleEdition(on: "2023-04-28", lender: "nobody") { code } b: ruleEdition(on: "2023-04-28", plugin: "nobody") { code } }',
    );
    expect(data).toEqual({ a: null, b: null });
  });
});

describe('a decision', () => {
  const rub = (amount: string) => ({ amount, currency: 'RUB' });
  it.each([
    ['on a ground that the rules do not know', { kind: 'REFUSED', grounds: [{ code: 'NO_SUCH_GROUND' }] }, 'DECISION_GROUND_UNKNOWN'],
    ['of a sum with three decimals', { kind: 'APPROVED_OTHER_TERMS', amount: rub('9000.001') }, 'MONEY_TOO_PRECISE'],
    ['of a sum below nought', { kind: 'APPROVED_OTHER_TERMS', amount: rub('-9000.00') }, 'MONEY_NEGATIVE'],
    [
      'of a sum in another currency',
      { kind: 'APPROVED_OTHER_TERMS', amount: { ...rub('9000.00'), currency: 'EUR' } },
      'MONEY_CURRENCY_WRONG',
    ],
    ['of a term below nought', { kind: 'APPROVED_OTHER_TERMS', termDays: -1 }, 'TERM_INVALID'],
  ])('%s is a finding, as data', async (_, changes, code) => {
    const { data, errors } = await officer(DECIDE, { input: { applicationId: application, ...changes } });
    expect(errors).toBeUndefined();
    expect(data.decideApplication.decision).toBeNull();
    expect(data.decideApplication.findings[0]).toMatchObject({ severity: 'BLOCKING', code });
  });
});

describe('an idempotency key', () => {
  it('with the same input answers what was stored', async () => {
    const { data } = await borrower.ask(START, { input: loan({ idempotencyKey: 'first-loan-1' }) });
    expect(data.startApplication.application.id).toBe(application);
  });

  it('with another input is refused', async () => {
    const input = loan({ idempotencyKey: 'first-loan-1', termDays: 29 });
    expect((await refusal(borrower.ask, START, { input }))[0]).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it.each(['a b', '', 'x'.repeat(129), 'ключ ключ'])('of the form %p is refused', async (idempotencyKey) => {
    expect((await refusal(borrower.ask, START, { input: loan({ idempotencyKey }) }))[0]).toBe('IDEMPOTENCY_KEY_INVALID');
  });
});

describe('a token', () => {
  const VIEWER = '{ viewer { kind subject } }';
  const withToken = (token: string, lender?: string) => refusal(gateway.as({ token, lender }), VIEWER);

  it('that was forged is refused', async () => {
    const [head, body, signature] = borrower.session.accessToken.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>;
    const officerClaims = Buffer.from(JSON.stringify({ ...claims, lexgraph_role: 'OFFICER', lexgraph_client: undefined })).toString(
      'base64url',
    );
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const token of [`${head}.${officerClaims}.${signature}`, `${unsigned}.${officerClaims}.`, 'nonsense', `${head}.${body}`]) {
      expect(await withToken(token)).toEqual(['TOKEN_INVALID', 401]);
    }
  });

  it('that has expired is refused', async () => {
    expect(await withToken(await gateway.token({ kind: 'OFFICER', ttl: -3600 }))).toEqual(['TOKEN_EXPIRED', 401]);
  });

  it('of another issuer is refused', async () => {
    const other = await startTestGateway({ beside: gateway, config: { publicUrl: 'https://elsewhere.example' } });
    const token = await other.token({ kind: 'OFFICER' });
    await other.stop();
    expect(await withToken(token)).toEqual(['TOKEN_INVALID', 401]);
  });

  it('for a lender that it is not good for, or that there is not, is refused', async () => {
    const token = await gateway.token({ kind: 'OFFICER' });
    expect(await withToken(token, 'sotovy')).toEqual(['LENDER_NOT_ALLOWED', 403]);
    expect((await withToken(token, 'nobody'))[0]).toBe('LENDER_UNKNOWN');
  });
});

describe('a cursor', () => {
  const PAGE = 'query ($after: String, $first: Int) { applications(after: $after, first: $first) { edges { cursor } } }';
  const EVENTS = 'query ($after: Cursor) { events(after: $after, first: 1) { edges { cursor } } }';
  const cursorOf = async () => (await borrower.ask(PAGE)).data.applications.edges[0].cursor as string;
  const eventCursor = async () => (await borrower.ask(EVENTS)).data.events.edges[0].cursor as string;

  it('of another list, or damaged, is refused by a list', async () => {
    const cursor = await cursorOf();
    for (const after of [await eventCursor(), `${cursor}x`, cursor.slice(0, -4), 'x', '']) {
      expect((await refusal(borrower.ask, PAGE, { after }))[0]).toBe('CURSOR_INVALID');
    }
    expect((await refusal(officer, 'query ($after: String) { clients(after: $after) { edges { cursor } } }', { after: cursor }))[0]).toBe(
      'CURSOR_INVALID',
    );
  });

  it('of a list, or damaged, is refused by the events, listed and streamed', async () => {
    const cursor = await eventCursor();
    for (const after of [await cursorOf(), `${cursor}x`, cursor.slice(0, -4), 'x', '']) {
      expect((await refusal(borrower.ask, EVENTS, { after }))[0]).toBe('CURSOR_INVALID');
      for (const transport of ['WebSocket', 'SSE'] as const) {
        const listener = gateway.listen(transport, borrower.asker, 'subscription ($after: Cursor) { events(after: $after) { id } }', {
          after,
        });
        const { value } = await listener.next();
        expect(only(value.errors)).toBe('CURSOR_INVALID');
      }
    }
  });

  it('of a log that was restored since is refused with a code of its own', async () => {
    const bytes = Buffer.from(await eventCursor(), 'base64url');
    bytes[5] = bytes[5]! ^ 0xff;
    expect((await refusal(borrower.ask, EVENTS, { after: bytes.toString('base64url') }))[0]).toBe('CURSOR_EPOCH_CHANGED');
  });

  it.each([0, -1, 101])('with a page of %p is refused', async (first) => {
    expect((await refusal(borrower.ask, PAGE, { first }))[0]).toBe('PAGE_SIZE_INVALID');
    expect((await refusal(borrower.ask, 'query ($first: Int!) { events(first: $first) { edges { cursor } } }', { first }))[0]).toBe(
      'PAGE_SIZE_INVALID',
    );
  });
});

describe('an id', () => {
  const foreign = [
    'x',
    '',
    toGlobalId('Application', '01890000-0000-7000-8000-000000000001'),
    toGlobalId('Nothing', '01890000-0000-7000-8000-000000000001'),
    Buffer.from('Application:1 or 1=1').toString('base64url'),
  ];

  it.each(foreign)('%p finds nothing', async (id) => {
    const { data, errors } = await borrower.ask(
      'query ($id: ID!) { node(id: $id) { id } application(id: $id) { id } document(id: $id) { id } contract(id: $id) { id } }',
      { id },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: null, application: null, document: null, contract: null });
  });

  it.each(foreign)('%p as a filter of events is refused or finds nothing', async (applicationId) => {
    const { data, errors } = await borrower.ask(
      'query ($applicationId: ID!) { events(applicationId: $applicationId) { edges { cursor } } }',
      { applicationId },
    );
    if (errors) expect(only(errors)).toBe('BAD_USER_INPUT');
    else expect(data.events.edges).toEqual([]);
  });
});

describe('what nobody may ask', () => {
  it('without a token is refused', async () => {
    expect(await refusal(gateway.as({ lender: 'veritas' }), '{ applications { edges { cursor } } }')).toEqual(['UNAUTHENTICATED', 401]);
  });

  it('in the caller’s language', async () => {
    const { errors } = await gateway.as({ lender: 'veritas', locale: 'ru' })('{ applications { edges { cursor } } }');
    expect(errors?.[0]?.message).toMatch(/[а-я]/);
  });
});
