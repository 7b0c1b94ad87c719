import { graphql } from 'graphql';
import { coreModules } from '../../../modules';
import type { Caller } from '../../../modules/access';
import { Loaders } from '../../../modules/database';
import { composeMaximalSchema } from '../../../schema';
import { toGlobalId } from '../../../schema/base';
import { ruMfo } from '..';
import { LoanBench } from '../test-support/loan-bench';
import { boxes, contactInfo, registeredInSteps } from '../test-support/registration-steps';

const k = (point: string) => `ru-mfo/kapital-nt/${point}`;

describe('the graph of an account', () => {
  const { schema } = composeMaximalSchema({ modules: coreModules, plugins: [ruMfo] });
  let bench: LoanBench;
  let clientId: string;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'kapital-nt', at: '2023-03-01T08:00:00Z' });
    clientId = await registeredInSteps(bench);
  });
  afterAll(() => bench.close());

  const ask = async (source: string, caller: Caller, variableValues: Record<string, unknown> = {}) => {
    const database = bench.database.app.scoped({ lenderId: bench.lender.id, clientId: caller.clientId });
    const contextValue = {
      caller,
      lender: bench.lender,
      locale: 'ru',
      database,
      loaders: new Loaders(database),
      extensions: bench.extensions,
      ports: bench.ports,
      clock: bench.clock,
      execute: (command: never, input: never) => bench.execute(command, input, caller),
    };
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    expect(errors).toBeUndefined();
    return data as Record<string, unknown>;
  };
  const registration = `registration {
    current steps { step done } accountState accountFee desiredAmount desiredTermDays acceptedDocuments
    declarations { code value textVersion } history { step replacedAt content } cards { status } images { kind channel certified from }
  }`;
  const query = (id: string) => `{ client(id: "${toGlobalId('Client', id)}") { personal { familyName } ruMfo { ${registration} } } }`;

  it(`${k('term/Личный_кабинет')} · it is the page of one person: another sees nothing of it`, async () => {
    expect(await ask(query(clientId), bench.client(clientId))).toMatchObject({
      client: { ruMfo: { registration: { current: 'REGISTERED', accountState: 'OPEN', desiredAmount: '10000', desiredTermDays: 21 } } },
    });
    const stranger = await registeredInSteps(bench);
    expect(await ask(query(clientId), bench.client(stranger))).toEqual({ client: null });
  });

  it(`${k('term/Учетная_запись')} · it holds the person’s data and all that passed: steps, boxes, images, a refused application`, async () => {
    await bench.sql(
      `insert into core.application (lender_id, id, number, client_id, plugin_id, product, status, amount, currency, term_days, channel, created_at, status_changed_at)
       values ($1, gen_random_uuid(), 'A-1', $2, 'ru-mfo', 'ru-mfo/microloan', 'REFUSED', 10000, 'RUB', 21, 'PERSONAL_ACCOUNT', '2023-03-01', '2023-03-01')`,
      [bench.lender.id, clientId],
    );
    const { client } = (await ask(
      `{ client(id: "${toGlobalId('Client', clientId)}") { personal { familyName } applications(first: 5) { edges { node { status } } } ruMfo { ${registration} } } }`,
      bench.client(clientId),
    )) as { client: Record<string, unknown> & { ruMfo: { registration: Record<string, unknown> } } };
    expect(client).toMatchObject({ personal: { familyName: 'Примерова' }, applications: { edges: [{ node: { status: 'REFUSED' } }] } });
    const shown = client.ruMfo.registration;
    expect(shown.declarations).toHaveLength(10);
    expect(shown.history).toHaveLength(4);
    expect(shown.history).toContainEqual({
      step: 'PASSPORT_DATA',
      replacedAt: null,
      content: expect.objectContaining({ passportSeries: '3609', birthPlace: 'г. Самара' }),
    });
    expect(shown.images).toContainEqual({
      kind: 'ID_DOCUMENT',
      channel: 'EMAIL',
      certified: true,
      from: expect.stringContaining('@example.org'),
    });
    expect(JSON.stringify(shown)).not.toMatch(/password|scrypt/i);
  });

  it(`${k('reg/2')} · what the account costs is shown: nothing`, async () => {
    const { client } = (await ask(query(clientId), bench.client(clientId))) as {
      client: { ruMfo: { registration: { accountFee: string } } };
    };
    expect(client.ruMfo.registration.accountFee).toBe('0');
  });

  it(`${k('33/1')} · a client is served from the conclusion of a contract to its end, and by no other switch`, async () => {
    const service = `{ client(id: "${toGlobalId('Client', clientId)}") { ruMfo { service { status since periods { from to } } } } }`;
    const none = { client: { ruMfo: { service: { status: 'NOT_IN_SERVICE', since: null, periods: [] } } } };
    expect(await ask(service, bench.client(clientId))).toEqual(none);
    const [application] = await bench.sql<{ id: string }>('select id from core.application where client_id = $1', [clientId]);
    await bench.sql(
      `insert into core.contract (lender_id, id, number, application_id, client_id, plugin_id, status, terms, accepted_at, concluded_at, concluded_on)
       values ($1, gen_random_uuid(), 'C-1', $2, $3, 'ru-mfo', 'ACTIVE', '{"principal":"10000.00","currency":"RUB","termDays":21,"dueOn":"2023-03-18"}', '2023-02-25', '2023-02-25', '2023-02-25')`,
      [bench.lender.id, application!.id, clientId],
    );
    expect(await ask(service, bench.client(clientId))).toEqual({
      client: { ruMfo: { service: { status: 'IN_SERVICE', since: '2023-02-25', periods: [{ from: '2023-02-25', to: null }] } } },
    });
    await bench.sql("update core.contract set status = 'CLOSED' where client_id = $1", [clientId]);
    expect(await ask(service, bench.client(clientId))).toMatchObject({
      client: { ruMfo: { service: { status: 'NOT_IN_SERVICE', since: null } } },
    });
  });

  it('begins a registration without a token and answers the session to go on in', async () => {
    const { noPatronymic: _, ...input } = contactInfo();
    const mutation =
      'mutation ($input: RuMfoStartRegistrationInput!) { ruMfoStartRegistration(input: $input) { clientId session { accessToken } findings { code path } } }';
    const begun = await ask(mutation, bench.nobody, { input });
    expect(begun.ruMfoStartRegistration).toEqual({
      clientId: expect.any(String),
      session: { accessToken: expect.any(String) },
      findings: [],
    });
    const without = {
      ...input,
      email: 'again@example.org',
      phone: '+79270007777',
      familyName: null,
      declarations: boxes({ NOT_PEP: false }),
    };
    expect((await ask(mutation, bench.nobody, { input: without })).ruMfoStartRegistration).toEqual({
      clientId: null,
      session: null,
      findings: [
        { code: 'RU_MFO_FIELD_REQUIRED', path: ['input', 'familyName'] },
        { code: 'RU_MFO_DECLARATION_PEP', path: ['input', 'declarations', '5'] },
      ],
    });
  });
});
