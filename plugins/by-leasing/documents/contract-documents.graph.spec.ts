import { toGlobalId } from '../../../schema/base';
import { inviteParticipant } from '../participants/invite.command';
import { CabinetBench } from '../test-support/cabinet-bench';
import { DocumentBench } from '../test-support/document-bench';
import { sandboxTrust, trustPort } from '../trust/port';

const READ = `query ($id: ID!) { contract(id: $id) { byLeasing { documents { kind state client { id } } } } }`;

describe('documents under a contract', () => {
  let cabinet: CabinetBench;
  let bench: DocumentBench;
  beforeAll(async () => {
    cabinet = await CabinetBench.open();
    bench = await DocumentBench.open(cabinet.leasing);
    cabinet.bind(trustPort, sandboxTrust());
  });
  afterAll(() => cabinet.close());

  const read = async (contractId: string, caller = cabinet.officer) =>
    (await cabinet.ask(READ, { id: toGlobalId('Contract', contractId) }, caller)).contract;

  it('by-leasing/3.13.7 · are read from the contract, the latest first, each with its client; the client sees what the lender has signed', async () => {
    const clientId = await bench.ready();
    const { contractId } = await bench.concluded(clientId);
    expect(await read(contractId)).toEqual({ byLeasing: { documents: [] } });
    await bench.offered('ACCEPTANCE_CERTIFICATE', { contractId });
    cabinet.clock.advance({ minutes: 1 });
    await bench.offered('ADDENDUM', { contractId });
    cabinet.clock.advance({ minutes: 1 });
    await bench.formLender('BUYOUT_DOCUMENT', { contractId });
    const client = { id: toGlobalId('Client', clientId) };
    const shown = [
      { kind: 'ADDENDUM', state: 'OFFERED', client },
      { kind: 'ACCEPTANCE_CERTIFICATE', state: 'OFFERED', client },
    ];
    expect((await read(contractId)).byLeasing.documents).toEqual([{ kind: 'BUYOUT_DOCUMENT', state: 'FORMED', client }, ...shown]);
    expect((await read(contractId, cabinet.client(clientId))).byLeasing.documents).toEqual(shown);
    expect(await read(contractId, cabinet.client(await bench.ready()))).toBeNull();
  });

  it('of several contracts are bounded for each: many of one leave the other’s whole', async () => {
    const [busy, quiet] = [
      (await bench.concluded(await bench.ready())).contractId,
      (await bench.concluded(await bench.ready())).contractId,
    ];
    await bench.offered('ADDENDUM', { contractId: quiet });
    await bench.formLender('ADDENDUM', { contractId: busy });
    await cabinet.sql(
      `insert into by_leasing.document (lender_id, id, client_id, role, application_id, contract_id, kind, flow, state, fields_enc, created_at)
       select d.lender_id, gen_random_uuid(), d.client_id, d.role, d.application_id, d.contract_id, d.kind, d.flow, 'VOID', d.fields_enc,
         d.created_at + n * interval '1 second'
       from by_leasing.document d cross join generate_series(1, 505) as n where d.contract_id = $1`,
      [busy],
    );
    const source = `query ($busy: ID!, $quiet: ID!) {
      busy: contract(id: $busy) { byLeasing { documents { id } } } quiet: contract(id: $quiet) { byLeasing { documents { kind } } } }`;
    const ids = { busy: toGlobalId('Contract', busy), quiet: toGlobalId('Contract', quiet) };
    const answer = await cabinet.ask(source, ids);
    expect(answer.busy.byLeasing.documents).toHaveLength(500);
    expect(answer.quiet.byLeasing.documents).toEqual([{ kind: 'ADDENDUM' }]);
  });

  it('and those who take part in a deal open the person in the same query', async () => {
    const clientId = await bench.ready();
    const { applicationId } = await bench.concluded(clientId);
    const guarantor = await bench.ready();
    await bench.done(inviteParticipant, { applicationId, clientId: guarantor, role: 'GUARANTOR' });
    const source = `query ($id: ID!) { node(id: $id) { ... on Application { byLeasing { participants { role client { id } } } } } }`;
    const participants = async (caller = cabinet.officer) =>
      (await cabinet.ask(source, { id: toGlobalId('Application', applicationId) }, caller)).node.byLeasing.participants;
    expect(await participants()).toEqual([{ role: 'GUARANTOR', client: { id: toGlobalId('Client', guarantor) } }]);
    // The one whose deal it is knows of the guarantor's part, and reads nothing of the person.
    expect(await participants(cabinet.client(clientId))).toEqual([{ role: 'GUARANTOR', client: null }]);
  });
});
