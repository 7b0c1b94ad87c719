import { graphql } from 'graphql';
import { coreModules } from '../../modules';
import type { Caller } from '../../modules/access';
import { Loaders } from '../../modules/database';
import { composeMaximalSchema } from '../../schema';
import { toGlobalId } from '../../schema/base';
import { ruMfo } from '.';
import { LoanBench } from './test-support/loan-bench';
import { accept, decide, inReview, termsOf, transfer } from './test-support/loan-steps';

describe('the plugin’s part of the graph', () => {
  const { schema } = composeMaximalSchema({ modules: coreModules, plugins: [ruMfo] });
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());

  const ask = async (source: string, variableValues: Record<string, unknown>, caller: Caller) => {
    const database = bench.database.app.scoped({ lenderId: bench.lender.id, clientId: caller.clientId });
    const contextValue = {
      caller,
      lender: bench.lender,
      locale: 'ru',
      database,
      loaders: new Loaders(database),
      extensions: bench.extensions,
      clock: bench.clock,
      execute: (command: never, input: never) => bench.execute(command, input, caller),
    };
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    expect(errors).toBeUndefined();
    return data as Record<string, unknown>;
  };

  it('registers a person without a token and answers the id to go on with', async () => {
    const input = bench.registration();
    const mutation =
      'mutation ($input: RuMfoRegisterInput!) { ruMfoRegister(input: $input) { clientId session { clientId accessToken refreshToken } findings { code } } }';
    const { ruMfoRegister } = await ask(mutation, { input }, bench.nobody);
    const { clientId, session } = ruMfoRegister as { clientId: string; session: { clientId: string } };
    expect(session).toEqual({ clientId, accessToken: expect.any(String), refreshToken: expect.any(String) });
    expect(ruMfoRegister).toMatchObject({ findings: [] });
    const again = await ask(mutation, { input: { ...input, requirementsConfirmed: false } }, bench.nobody);
    expect(again.ruMfoRegister).toEqual({ clientId: null, session: null, findings: [{ code: 'RU_MFO_DECLARATION_MISSING' }] });
  });

  it('shows a client’s standing, registration and questionnaire', async () => {
    const clientId = await bench.borrower();
    const query = '{ client(id: "ID") { ruMfo { standing consents requirementsVersion profileUpdatedAt } } }'.replace(
      'ID',
      toGlobalId('Client', clientId),
    );
    expect(await ask(query, {}, bench.client(clientId))).toMatchObject({
      client: {
        ruMfo: {
          standing: 'POTENTIAL_CLIENT',
          consents: ['PERSONAL_DATA', 'CREDIT_BUREAU_TRANSFER'],
          requirementsVersion: '2023-03-13',
          profileUpdatedAt: '2023-04-28T09:00:00.000Z',
        },
      },
    });
  });

  it('carries an application from its start to the contract and its governing edition', async () => {
    const clientId = await bench.borrower();
    const caller = bench.client(clientId);
    const started = await ask(
      `mutation ($input: StartApplicationInput!) { startApplication(input: $input) { findings { code } application { id ruMfo { payoutMethod payoutMask } } } }`,
      {
        input: {
          product: 'ru-mfo/microloan',
          amount: { amount: '15000.00', currency: 'RUB' },
          termDays: 30,
          ruMfo: { payoutMethod: 'PAYMENT_CARD', cardToken: 'tok_12345678', cardLastDigits: '0004' },
        },
      },
      caller,
    );
    expect(started.startApplication).toMatchObject({
      findings: [],
      application: { ruMfo: { payoutMethod: 'PAYMENT_CARD', payoutMask: '•••• 0004' } },
    });

    const applicationId = await inReview(bench, clientId);
    await decide(bench, applicationId);
    const { sha256 } = await termsOf(bench, applicationId);
    const id = toGlobalId('Application', applicationId);
    const offer = await ask(
      `{ application(id: "${id}") { ruMfo { individualTerms { sha256 status } acceptedAt demands { id } assessments { sources } } } }`,
      {},
      caller,
    );
    expect(offer).toMatchObject({
      application: {
        ruMfo: {
          individualTerms: { sha256, status: 'PUBLISHED' },
          acceptedAt: null,
          demands: [],
          assessments: [{ sources: ['CLIENT_DATA', 'CREDIT_BUREAU'] }],
        },
      },
    });
    const accepted = await ask(
      `mutation ($input: RuMfoAcceptIndividualTermsInput!) { ruMfoAcceptIndividualTerms(input: $input) { findings { code } application { status ruMfo { insuranceChoice } } contract { id status ruMfo { edition } } } }`,
      { input: { applicationId: id, documentSha256: sha256, choice: 'WITHOUT_INSURANCE' } },
      caller,
    );
    expect(accepted.ruMfoAcceptIndividualTerms).toMatchObject({
      findings: [],
      application: { status: 'SIGNED', ruMfo: { insuranceChoice: 'WITHOUT_INSURANCE' } },
      contract: { status: 'AWAITING_TRANSFER', ruMfo: { edition: null } },
    });
    const contract = (accepted.ruMfoAcceptIndividualTerms as { contract: { id: string } }).contract.id;
    const [row] = await bench.sql<{ id: string }>('select id from core.contract where application_id = $1', [applicationId]);
    await transfer(bench, row!.id);
    expect(
      await ask(
        `{ contract(id: "${contract}") { status ruMfo { edition basis inForceFrom inForceTo } } client(id: "${toGlobalId('Client', clientId)}") { ruMfo { standing } } }`,
        {},
        caller,
      ),
    ).toMatchObject({
      contract: {
        status: 'ACTIVE',
        ruMfo: { edition: 'ru-mfo/veritas/2023-03-13', basis: 'TABLE_PERIOD', inForceFrom: '2023-03-13', inForceTo: null },
      },
      client: { ruMfo: { standing: 'CLIENT' } },
    });
  });

  it('opens and closes demands by their ids', async () => {
    const clientId = await bench.borrower();
    const applicationId = toGlobalId('Application', await inReview(bench, clientId));
    const open =
      'mutation ($input: RuMfoOpenDemandInput!) { ruMfoOpenDemand(input: $input) { findings { code } application { ruMfo { demands { id kind status } } } } }';
    const opened = await ask(open, { input: { applicationId, kind: 'INCOME_PROOF' } }, bench.officer);
    const [demand] = (opened.ruMfoOpenDemand as { application: { ruMfo: { demands: { id: string }[] } } }).application.ruMfo.demands;
    const close =
      'mutation ($input: RuMfoCloseDemandInput!) { ruMfoCloseDemand(input: $input) { findings { code } application { ruMfo { demands { status document } } } } }';
    const input = { applicationId, demandId: demand!.id, status: 'MET', document: 'NDFL_2', channel: 'SITE' };
    expect((await ask(close, { input }, bench.officer)).ruMfoCloseDemand).toEqual({
      findings: [],
      application: { ruMfo: { demands: [{ status: 'MET', document: 'NDFL_2' }] } },
    });
    expect((await ask(close, { input: { ...input, demandId: 'nonsense' } }, bench.officer)).ruMfoCloseDemand).toMatchObject({
      application: null,
      findings: [{ code: 'RU_MFO_DEMAND_NOT_FOUND' }],
    });
  });

  it('accepts nothing for somebody else', async () => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId);
    await decide(bench, applicationId);
    await accept(bench, clientId, applicationId);
    const stranger = await bench.borrower();
    expect(await ask(`{ application(id: "${toGlobalId('Application', applicationId)}") { id } }`, {}, bench.client(stranger))).toEqual({
      application: null,
    });
  });
});
