import { newBorrower, signedLoan, startLoan } from '../support/borrower';
import { type Ask, startTestGateway, type TestGateway, type Values } from '../support/test-gateway';

const READ = `query ($first: Int!) { clients(first: $first) { edges { node {
  id
  notifications(first: 5) { edges { node { id kind status } } }
  applications(first: 5) { edges { node {
    id status channel
    client { id }
    documents { id kind signatures { id } application { id } evidencePackages { id } }
    decisions { id kind application { id } }
    deadlines { id state application { id } }
    events(first: 5, types: ["ApplicationStatusChanged"]) { edges { cursor node { type at } } }
    contract {
      id status client { id } terms { schedule { no dueOn total { amount } } } transfers { id status }
      debt { total { amount } overdue { amount } } debtBefore: debt(on: "2020-01-01") { total { amount } } overdueSince schedule { no } schedules { version cause }
      ledger(first: 5) { edges { node { id component } } } payments(first: 5) { edges { node { id status } } }
      ruMfo {
        edition issuedOn debt { total { amount } } creditLine { available { amount } } addons { id documents { id } }
        tranches(first: 5) { edges { node { id contract { id } application { id } } } }
        topUps(first: 5) { edges { node { id contract { id } application { id } } } }
        prolongations(first: 5) { edges { node { id contract { id } supplementaryAgreement { id } packet { id documents { kind document { id } } } } } }
      }
    }
    ruMfo {
      individualTerms { id } individualTermsWithInsurance { id } debtBurdenWarning { id } insuranceWanted
      addons { id status documents { id } } demands { id } assessments { assessedAt } checks { checkedAt } solvency { solvent }
      packets { id status documents { required document { id } } }
      start { begunAt } reception { registrationNo } ageExceptions { id } registerReplies { adverse }
      verificationContacts { heldAt } bureauInquiry { state } payeeCheck { matches }
    }
  } } }
  contracts(first: 5) { edges { node { id application { id } } } }
  ruMfo {
    standing consents accountLock { reportedAt } dataRequests { id } explanations { id } service { status periods { from } }
    registration { current history { step } declarations { code } cards { id checks { attempts } } images { id } accountRequests { id } }
  }
} } } }`;

let gateway: TestGateway;
let officer: Ask;

beforeAll(async () => {
  gateway = await startTestGateway();
  officer = gateway.as({ token: await gateway.token({ kind: 'OFFICER' }) });
  for (let i = 0; i < 3; i++) {
    const borrower = await newBorrower(gateway);
    await signedLoan(borrower, officer);
    gateway.clock.advance({ seconds: 30 });
    if (i > 0) await startLoan(borrower.ask);
  }
});
afterAll(() => gateway.stop());

/** Names of the statements that one request sent with the rights of the caller, in order. */
async function statementsOf(first: number): Promise<{ clients: Values[]; statements: string[] }> {
  const query = jest.spyOn(gateway.parts.databases.app.pool, 'query');
  try {
    const { data, errors } = await officer(READ, { first });
    expect(errors).toBeUndefined();
    const statements = query.mock.calls.map(([sent]) => (sent as unknown as { name: string }).name);
    return { clients: data.clients.edges.map(({ node }: Values) => node), statements };
  } finally {
    query.mockRestore();
  }
}

it('a page of clients with all that belongs to them is read by each statement once, however many they are', async () => {
  const one = await statementsOf(1);
  const all = await statementsOf(3);
  expect(all.clients).toHaveLength(3);
  expect(all.clients.map(({ applications }) => applications.edges.length)).toEqual([2, 2, 1]);
  expect([...all.statements].sort()).toEqual([...new Set(all.statements)].sort());
  expect(all.statements).toContain('application_pages');
  expect(all.statements.length).toBe(one.statements.length);
});

it('every edge leads back to where it came from', async () => {
  const { clients } = await statementsOf(3);
  for (const { id, applications, contracts } of clients) {
    const signed = applications.edges.map(({ node }: Values) => node).find(({ status }: Values) => status === 'SIGNED');
    expect(signed).toMatchObject({
      channel: 'PERSONAL_ACCOUNT',
      client: { id },
      documents: [{ kind: 'INDIVIDUAL_TERMS', signatures: [{}], application: { id: signed.id } }],
      decisions: [{ kind: 'APPROVED', application: { id: signed.id } }],
      contract: { status: 'AWAITING_TRANSFER', client: { id }, transfers: [] },
    });
    expect(signed.contract.terms.schedule.length).toBeGreaterThan(0);
    expect(signed.deadlines.length).toBeGreaterThan(0);
    expect(contracts.edges).toEqual([{ node: { id: signed.contract.id, application: { id: signed.id } } }]);
  }
});

it('pages of a client’s applications join without gap or repeat', async () => {
  const page = (after: string | null) =>
    officer(
      `query ($after: String) { clients(first: 1) { edges { node { applications(first: 1, after: $after) {
         edges { node { id } } pageInfo { hasNextPage endCursor } } } } } }`,
      { after },
    ).then(({ data }) => data.clients.edges[0].node.applications);
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(second.pageInfo.hasNextPage).toBe(false);
  const { clients } = await statementsOf(1);
  expect([first, second].map(({ edges }) => edges[0].node.id)).toEqual(clients[0].applications.edges.map(({ node }: Values) => node.id));
});

it('an application tells its events, and every id in them is one that the graph finds', async () => {
  const { clients } = await statementsOf(3);
  const { id } = clients[2].applications.edges[0].node;
  const { data } = await officer(
    'query ($id: ID!) { application(id: $id) { events(first: 100) { edges { node { type payload application { id } } } } } }',
    { id },
  );
  const events: Values[] = data.application.events.edges.map(({ node }: Values) => node);
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['ApplicationStatusChanged', 'DecisionMade', 'ContractStatusChanged']),
  );
  for (const { application, payload } of events) {
    expect(application).toEqual({ id });
    if (payload.applicationId) expect(payload.applicationId).toBe(id);
  }
  const named = [...new Set(events.flatMap(({ payload }) => [payload.decisionId, payload.contractId, payload.documentId]).filter(Boolean))];
  expect(named.length).toBe(3);
  for (const one of named) expect((await officer('query ($id: ID!) { node(id: $id) { id } }', { id: one })).data.node).toEqual({ id: one });
});
