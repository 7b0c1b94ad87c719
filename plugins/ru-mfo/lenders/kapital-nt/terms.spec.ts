import { graphql } from 'graphql';
import { coreModules } from '../../../../modules';
import { Loaders } from '../../../../modules/database';
import { composeMaximalSchema } from '../../../../schema';
import { toGlobalId } from '../../../../schema/base';
import { ruMfo } from '../..';
import { requestProlongation } from '../../prolongation/prolongation.commands';
import { LoanBench } from '../../test-support/loan-bench';
import { codesOf, decide } from '../../test-support/loan-steps';
import { applied, codeBorrower, packetCodeOf, packetOf, reviewed, sentApplication } from '../../test-support/packet-steps';
import { begun } from '../../test-support/registration-steps';
import { runningContract } from '../../test-support/running-contract';

const ID = 'ru-mfo/kapital-nt';

describe('the terms of this lender’s rules in the graph', () => {
  const { schema } = composeMaximalSchema({ modules: coreModules, plugins: [ruMfo] });
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'kapital-nt', at: '2023-02-21T14:05:00Z' });
  });
  afterAll(() => bench.close());

  const ask = async (source: string, caller: ReturnType<LoanBench['client']>, variableValues: Record<string, unknown> = {}) => {
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
      visiblePlugins: new Set(['ru-mfo']),
      execute: (command: never, input: never) => bench.execute(command, input, caller),
    };
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    expect(errors).toBeUndefined();
    return data as Record<string, unknown>;
  };

  it(`${ID}/term/Общие_условия_договора · anybody reads which general terms are in force and since when`, async () => {
    const query = '{ ruMfoPublications(kind: GENERAL_TERMS) { version effectiveFrom url text } }';
    expect(await ask(query, bench.nobody)).toMatchObject({
      ruMfoPublications: [{ version: '2022-09-20', effectiveFrom: '2022-09-20', url: expect.stringContaining('https://belkacredit.ru') }],
    });
  });

  it(`${ID}/term/Клиент · one who only named contacts is a client already, without any contract`, async () => {
    const clientId = await begun(bench);
    const client = await ask(`{ client(id: "${toGlobalId('Client', clientId)}") { id ruMfo { standing } } }`, bench.client(clientId));
    expect(client).toMatchObject({ client: { ruMfo: { standing: 'POTENTIAL_CLIENT' } } });
    expect(await bench.sql('select 1 from core.contract where client_id = $1', [clientId])).toEqual([]);
  });

  it(`${ID}/term/Оферта · the offer to prolong is the lender’s own document to the client`, async () => {
    const running = await runningContract(bench, { amount: '10000.00', termDays: 21 });
    const input = { contractId: running.contractId, action: 'PROLONG' as const, days: 10 };
    const { prolongationId, findings = [] } = await bench.execute(requestProlongation, input, bench.client(running.clientId));
    expect(findings).toEqual([]);
    const [offer] = await bench.sql<{ status: string; client_id: string }>(
      'select d.status, d.client_id from ru_mfo.prolongation p join core.document d on d.id = p.document_id where p.id = $1',
      [prolongationId],
    );
    expect(offer).toEqual({ status: 'PUBLISHED', client_id: running.clientId });
  });

  it(`${ID}/term/Заявка_на_пролонгацию · a request always belongs to a contract; without one it is refused`, async () => {
    const running = await runningContract(bench, { amount: '10000.00', termDays: 21 });
    const input = { contractId: running.contractId, action: 'PROLONG' as const, days: 10 };
    const { prolongationId } = await bench.execute(requestProlongation, input, bench.client(running.clientId));
    const [row] = await bench.sql<{ contract_id: string }>('select contract_id from ru_mfo.prolongation where id = $1', [prolongationId]);
    expect(row!.contract_id).toBe(running.contractId);
    const clientId = await codeBorrower(bench);
    const none = { ...input, contractId: '01990000-0000-7000-8000-00000000dead' };
    expect(codesOf(await bench.execute(requestProlongation, none, bench.client(clientId)))).toEqual(['CONTRACT_NOT_FOUND']);
  });

  it('shows how an application was begun, checked and assessed, and signs its packet', async () => {
    const clientId = await codeBorrower(bench);
    const caller = bench.client(clientId);
    const applicationId = await sentApplication(bench, clientId, applied());
    const id = toGlobalId('Application', applicationId);
    const call =
      'mutation ($input: RuMfoRecordVerificationContactInput!) { ruMfoRecordVerificationContact(input: $input) { findings { code } application { ruMfo { verificationContacts { channel subject result } } } } }';
    const input = { applicationId: id, channel: 'PHONE', subject: 'EMPLOYER', result: 'CONFIRMED', heldAt: '2023-02-21T11:30:00Z' };
    expect(await ask(call, bench.officer, { input })).toMatchObject({
      ruMfoRecordVerificationContact: {
        findings: [],
        application: { ruMfo: { verificationContacts: [{ channel: 'PHONE', subject: 'EMPLOYER', result: 'CONFIRMED' }] } },
      },
    });
    const check =
      'mutation ($input: RuMfoCheckDataInput!) { ruMfoCheckData(input: $input) { findings { code } application { ruMfo { checks { falseData } } } } }';
    expect(await ask(check, bench.officer, { input: { applicationId: id, falseData: ['EMPLOYER'] } })).toMatchObject({
      ruMfoCheckData: { findings: [], application: { ruMfo: { checks: [{ falseData: ['EMPLOYER'] }] } } },
    });
    bench.clock.moveTo('2023-02-21T14:06:00Z');
    await reviewed(bench, applicationId);
    await decide(bench, applicationId);

    const seen = await ask(
      `{ application(id: "${id}") { ruMfo {
        start { editionId editionAcceptance shownEditionId acknowledged }
        packets { id kind status identifier documents { documentId kind sha256 required tickedAt document { status } } } } } }`,
      caller,
    );
    expect(seen).toMatchObject({
      application: {
        ruMfo: {
          start: { editionId: `${ID}/2022-09-20`, editionAcceptance: 'IMPLIED', acknowledged: ['FALSE_DATA_RISK', 'CRIMINAL_LIABILITY'] },
          packets: [{ kind: 'TERMS', status: 'OPEN', identifier: null }],
        },
      },
    });
    const officerSees = `{ application(id: "${id}") { ruMfo { solvency { amountToIncome monthlyPayments { amount } category score solvent formula } } } }`;
    expect(await ask(officerSees, bench.officer)).toMatchObject({
      application: {
        ruMfo: {
          solvency: { amountToIncome: '0.2222', monthlyPayments: { amount: '4000.00' }, category: 'WORKING', score: 1000, solvent: true },
        },
      },
    });
    const [packet] = (
      seen.application as { ruMfo: { packets: { id: string; documents: { documentId: string; sha256: string; required: boolean }[] }[] } }
    ).ruMfo.packets;
    const documents = packet!.documents.filter(({ required }) => required).map(({ documentId, sha256 }) => ({ documentId, sha256 }));
    const tick =
      'mutation ($input: RuMfoTickPacketInput!) { ruMfoTickPacket(input: $input) { findings { code } packet { documents { required tickedAt } } } }';
    expect(await ask(tick, caller, { input: { packetId: packet!.id, documents } })).toMatchObject({ ruMfoTickPacket: { findings: [] } });
    const { ceremonyId, code } = await packetCodeOf(bench, clientId, await packetOf(bench, applicationId));
    const sign =
      'mutation ($input: RuMfoSignPacketInput!) { ruMfoSignPacket(input: $input) { findings { code } packet { status identifier } application { status } contract { status } } }';
    const signed = { packetId: packet!.id, ceremonyId: toGlobalId('Ceremony', ceremonyId), code };
    expect(await ask(sign, caller, { input: signed })).toMatchObject({
      ruMfoSignPacket: {
        findings: [],
        packet: { status: 'SIGNED', identifier: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/) },
        application: { status: 'SIGNED' },
        contract: { status: 'AWAITING_TRANSFER' },
      },
    });
    const revoke = 'mutation ($input: RuMfoRevokeConsentInput!) { ruMfoRevokeConsent(input: $input) { findings { code } client { id } } }';
    expect(await ask(revoke, caller, { input: { consent: 'CREDIT_REPORT' } })).toMatchObject({ ruMfoRevokeConsent: { findings: [] } });
  });

  it('forms no packet of an application where the rules ask for none', async () => {
    const clientId = await codeBorrower(bench);
    const applicationId = await sentApplication(bench, clientId, applied());
    const form =
      'mutation ($input: RuMfoFormApplicationPacketInput!) { ruMfoFormApplicationPacket(input: $input) { findings { code } packet { id } } }';
    expect(await ask(form, bench.client(clientId), { input: { applicationId: toGlobalId('Application', applicationId) } })).toEqual({
      ruMfoFormApplicationPacket: { findings: [{ code: 'RU_MFO_PACKET_NOT_WANTED' }], packet: null },
    });
  });
});
