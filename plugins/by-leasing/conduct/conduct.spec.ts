import { toGlobalId } from '../../../schema/base';
import { liftHold } from '../holds/hold.commands';
import { sendPetition, writePetition } from '../petitions/petition.commands';
import { CabinetBench, codesOf } from '../test-support/cabinet-bench';
import { CODE_WORD } from '../test-support/leasing-bench';
import { reportCompromise } from './conduct.commands';
import { CLIENT_FILES } from './rights';

const BREACHES = 'query ($id: ID!) { client(id: $id) { byLeasing { breaches { clause source } } } }';
const PETITIONS = 'query ($id: ID!) { client(id: $id) { byLeasing { petitions { text } } } }';
const ADD_USER = 'mutation ($id: ID!) { byLeasingAddUser(input: { clientId: $id }) { findings { code clauses { id } } } }';

describe('secure use of the cabinet', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());

  const write = async (clientId: string): Promise<string> => {
    const petition = { clientId, subject: 'OTHER' as const, contractNumber: null, text: 'Прошу справку о платежах.', fileIds: [] };
    return (await bench.done(writePetition, petition, bench.client(clientId))).petitionId!;
  };
  const send = async (clientId: string, petitionId: string) => {
    const code = await bench.code(clientId, { type: 'ByLeasingPetition', id: petitionId });
    return bench.execute(sendPetition, { clientId, petitionId, ...code, codeWord: CODE_WORD }, bench.client(clientId));
  };
  const breaches = async (clientId: string) =>
    (await bench.ask(BREACHES, { id: toGlobalId('Client', clientId) })).client.byLeasing.breaches;

  it('by-leasing/9.2.4/b2 · the report that the SIM card was given away is a breach, and operations wait until the check ends', async () => {
    const clientId = await bench.newClient();
    const petitionId = await write(clientId);
    await bench.done(reportCompromise, { clientId, what: 'HANDED_OVER' }, bench.client(clientId));
    expect(await breaches(clientId)).toEqual([{ clause: 'by-leasing/9.2.4/b2', source: 'CLIENT' }]);
    await bench.leasing.signIn(clientId);
    expect(codesOf(await send(clientId, petitionId))).toContain('BY_LEASING_UNAUTHORISED_ACCESS_REPORTED');
    const [hold] = await bench.sql<{ id: string }>('select id from by_leasing.client_hold where client_id = $1', [clientId]);
    await bench.done(liftHold, { holdId: hold!.id, outcome: 'OUTSIDE_CONTROL' });
    expect(codesOf(await send(clientId, petitionId))).toEqual([]);
  });

  it('by-leasing/9.2.4/b1 · disclosed access data can be reported: sessions end, operations wait, and it is no breach', async () => {
    const clientId = await bench.newClient();
    const petitionId = await write(clientId);
    const before = bench.client(clientId);
    await bench.done(reportCompromise, { clientId, what: 'ACCESS_DATA' }, before);
    expect(await bench.sql('select 1 from core.session where client_id = $1 and ended_at is null', [clientId])).toEqual([]);
    expect(await breaches(clientId)).toEqual([]);
    await bench.leasing.signIn(clientId);
    expect(codesOf(await send(clientId, petitionId))).toContain('BY_LEASING_UNAUTHORISED_ACCESS_REPORTED');
  });

  it('by-leasing/9.2.4/b1 · no code and no code word stands in clear in what is kept, told or answered', async () => {
    const clientId = await bench.newClient();
    const petitionId = await write(clientId);
    const { ceremonyId, code } = await bench.code(clientId, { type: 'ByLeasingPetition', id: petitionId });
    const answer = await bench.execute(
      sendPetition,
      { clientId, petitionId, ceremonyId, code, codeWord: CODE_WORD },
      bench.client(clientId),
    );
    const kept = await Promise.all(
      ['core.audit_entry', 'core.event_inbox', 'core.event', 'core.notification', 'by_leasing.factor_result', 'by_leasing.petition'].map(
        (table) => bench.sql(`select row_to_json(t)::text as row from ${table} t`),
      ),
    );
    // The petition's text is encrypted, so that what is looked for could only come from a secret.
    const output = JSON.stringify([answer, kept]);
    expect(output).not.toContain(CODE_WORD);
    expect(output).not.toContain(`"${code}"`);
    expect(output.length).toBeGreaterThan(1_000);
  });

  it('by-leasing/9.2.4/b3 · nobody else is let into a natural person’s account: the request is refused and recorded', async () => {
    const clientId = await bench.newClient();
    const id = toGlobalId('Client', clientId);
    expect((await bench.ask(ADD_USER, { id }, bench.client(clientId))).byLeasingAddUser.findings).toEqual([
      { code: 'BY_LEASING_DELEGATION_NOT_ALLOWED', clauses: [{ id: 'by-leasing/9.2.4/b3' }] },
    ]);
    expect(await bench.audit('byLeasingAddUser')).toMatchObject([{ outcome: 'REFUSED', actor_subject: clientId }]);
  });

  it('by-leasing/9.1.1 · staff without the right to client files read nothing, and the attempt is logged', async () => {
    const clientId = await bench.newClient();
    await write(clientId);
    const variables = { id: toGlobalId('Client', clientId) };
    const { errors } = await bench.answer(PETITIONS, variables, bench.officerWith('clients:read', 'clients:personal'));
    expect(errors?.[0]?.extensions.code).toBe('BY_LEASING_CLIENT_FILE_CLOSED');
    expect(await bench.audit('byLeasingReadRefused')).toMatchObject([{ outcome: 'REFUSED', actor_subject: 'officer-12' }]);
    expect(await bench.audit('readClientPersonal')).toEqual([]);
    const { client } = await bench.ask(PETITIONS, variables, bench.officerWith('clients:read', 'clients:personal', CLIENT_FILES));
    expect(client.byLeasing.petitions).toEqual([{ text: 'Прошу справку о платежах.' }]);
    expect(await bench.audit('readClientPersonal')).toMatchObject([{ outcome: 'DONE', actor_subject: 'officer-12' }]);
  });
});
