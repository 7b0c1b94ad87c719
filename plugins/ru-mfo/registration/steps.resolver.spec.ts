import { graphql } from 'graphql';
import { coreModules } from '../../../modules';
import type { Caller } from '../../../modules/access';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { Loaders, uuidv7 } from '../../../modules/database';
import { DEADLINE_EVENTS } from '../../../modules/deadlines';
import { composeMaximalSchema } from '../../../schema';
import { toGlobalId } from '../../../schema/base';
import { ruMfo } from '..';
import { startAccountCredit } from '../lifecycle/account-credit';
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
    current steps { step done } accountState accountFee { amount } desiredAmount { amount currency } desiredTermDays acceptedDocuments
    declarations { code value textVersion } history { step replacedAt content } cards { status } images { kind channel certified from }
  }`;
  const query = (id: string) => `{ client(id: "${toGlobalId('Client', id)}") { personal { familyName } ruMfo { ${registration} } } }`;

  it(`${k('term/Личный_кабинет')} · it is the page of one person: another sees nothing of it`, async () => {
    expect(await ask(query(clientId), bench.client(clientId))).toMatchObject({
      client: {
        ruMfo: {
          registration: {
            current: 'REGISTERED',
            accountState: 'OPEN',
            desiredAmount: { amount: '10000.00', currency: 'RUB' },
            desiredTermDays: 21,
          },
        },
      },
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
      client: { ruMfo: { registration: { accountFee: unknown } } };
    };
    expect(client.ruMfo.registration.accountFee).toEqual({ amount: '0.00' });
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

  it(`${k('5/1/дата')}, ${k('5/1/срок')} · a transfer to an account is issued when it is sent, is watched for five banking days, and the client is told`, async () => {
    const application = { id: uuidv7(1), clientId, createdAt: new Date('2023-02-17') };
    await bench.sql(
      `insert into core.application (lender_id, id, number, client_id, plugin_id, product, status, amount, currency, term_days, channel, created_at, status_changed_at)
       values ($1, $2, 'A-2', $3, 'ru-mfo', 'ru-mfo/microloan', 'CONCLUDED', 10000, 'RUB', 21, 'PERSONAL_ACCOUNT', '2023-02-10', '2023-02-10')`,
      [bench.lender.id, application.id, clientId],
    );
    const [contract] = await bench.sql<{ id: string }>(
      `insert into core.contract (lender_id, id, number, application_id, client_id, plugin_id, status, terms, accepted_at, concluded_at, concluded_on)
       values ($1, gen_random_uuid(), 'C-2', $2, $3, 'ru-mfo', 'ACTIVE', '{"principal":"10000.00","currency":"RUB","termDays":21,"dueOn":"2023-03-07","schedule":[]}', '2023-02-10', '2023-02-14', '2023-02-14')
       returning id`,
      [bench.lender.id, application.id, clientId],
    );
    await bench.sql(
      `insert into core.transfer (lender_id, id, contract_id, client_id, purpose, status, amount, currency, method, destination_enc, partner, partner_operation_id, ordered_at, next_attempt_at, settled_at)
       values ($1, gen_random_uuid(), $2, $3, 'LOAN', 'SETTLED', 10000, 'RUB', 'BANK_ACCOUNT', '\\x00', 'bank', 'op-1', '2023-02-10T08:00:00Z', '2023-02-10T08:00:00Z', '2023-02-14T08:00:00Z')`,
      [bench.lender.id, contract!.id, clientId],
    );
    expect(await ask(`{ contract(id: "${toGlobalId('Contract', contract!.id)}") { ruMfo { issuedOn } } }`, bench.client(clientId))).toEqual(
      {
        contract: { ruMfo: { issuedOn: '2023-02-10' } },
      },
    );

    bench.clock.moveTo('2023-02-17T08:00:00Z');
    const order = (method: string) =>
      bench.execute(
        defineCommand<object, CommandResult>({
          name: 'test',
          emits: DEADLINE_EVENTS,
          run: async (_, context) => {
            await startAccountCredit(context, application as never, { method, reference: 'x' });
            return {};
          },
        }),
        {},
      );
    const terms = () =>
      bench.sql("select due_at, clause from core.deadline where application_id = $1 and kind = 'ru-mfo/account-credit'", [application.id]);
    await order('PAYMENT_CARD');
    expect(await terms()).toEqual([]);
    await order('BANK_ACCOUNT');
    // 23 and 24 February are no banking days: the fifth is the 28th.
    expect(await terms()).toEqual([{ due_at: new Date('2023-02-28T19:59:59.999Z'), clause: k('5/1/срок') }]);
    expect(
      await bench.sql("select channel from core.notification where application_id = $1 and kind = 'TRANSFER_UNDER_WAY'", [application.id]),
    ).toEqual([{ channel: 'CABINET' }]);
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
