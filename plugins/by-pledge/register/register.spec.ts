import { acceptAddendum, proposeAddendum } from '../addenda/addendum.commands';
import { reportCircumstance } from '../course/course.commands';
import { REGISTER_CHANGE, REGISTER_EXCLUSION } from '../ids';
import { endJob } from '../pledge/end-pledge';
import { car, codesOf, PledgeBench } from '../test-support/pledge-bench';
import { pledgeRegisterPort, simulatedRegister } from './port';
import { bookRegisterOperation, discloseRegister, recordRegisterOperation, registerFinding, registerJob } from './register.commands';

describe('the register of a pledge in force', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
    bench.bind(
      pledgeRegisterPort,
      simulatedRegister(() => new Date(bench.clock.now().epochMilliseconds)),
    );
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.toDay('2026-06-01'));

  const tasks = (pledgeId: string, operation?: string) =>
    bench.sql<{ id: string; operation: string; due_on: string | null; state: string; is_late: boolean | null }>(
      'select id, operation, due_on::text, state, is_late from by_pledge.register_task where pledge_id = $1 and ($2::text is null or operation = $2) order by known_on, id',
      [pledgeId, operation ?? null],
    );
  const done = (pledgeId: string, taskId: string, parts: { chargePledgor?: boolean } = {}) =>
    bench.execute(recordRegisterOperation, { pledgeId, taskId, number: 'R-77', chargePledgor: false, ...parts });

  const amended = async (changes: Readonly<Record<string, string>>, kind: 'ITEM' | 'VALUE' | 'RATE' | 'TERMINATION' = 'ITEM') => {
    const applied = await bench.running();
    const { pledgeId, clientId } = applied;
    const { addendumId } = await bench.done(proposeAddendum, { pledgeId, kind, changes, reason: 'изменение', effectiveOn: '2026-06-01' });
    await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null }, bench.client(clientId));
    await bench.done(acceptAddendum, { pledgeId, addendumId: addendumId!, from: null });
    return applied;
  };

  it('by-pledge/3.3/б/cost · is paid by the lender', async () => {
    const { pledgeId } = await bench.running();
    const [entry] = await tasks(pledgeId);
    expect(codesOf(await done(pledgeId, entry!.id, { chargePledgor: true }))).toEqual(['BY_PLEDGE_REGISTER_FEE_NOT_CHARGEABLE']);
    expect(codesOf(await done(pledgeId, entry!.id))).toEqual([]);
  });

  it('by-pledge/3.3/б/entry · holds every pledge in force, and one that it does not is told', async () => {
    const { pledgeId } = await bench.running();
    expect(registerFinding({ status: 'ACTIVE' }, false)).toMatchObject({ code: 'BY_PLEDGE_REGISTER_ENTRY_MISSING' });
    await registerJob.run(bench.jobContext);
    const [entry] = await bench.sql<Record<string, unknown>>('select * from by_pledge.register_entry where pledge_id = $1', [pledgeId]);
    expect(entry).toMatchObject({ status: 'ENTERED', number: expect.stringMatching(/^R-/) });
    expect(registerFinding({ status: 'ACTIVE' }, true)).toBeNull();
  });

  it('by-pledge/3.3/б/consent-free · is changed without the pledgor, who has no say in it', async () => {
    const { pledgeId, clientId } = await bench.running();
    const [entry] = await tasks(pledgeId);
    const operation = { pledgeId, taskId: entry!.id, number: 'R-1', chargePledgor: false };
    expect(codesOf(await bench.execute(recordRegisterOperation, operation, bench.client(clientId)))).toEqual([
      'BY_PLEDGE_REGISTER_BY_PLEDGEE',
    ]);
    expect(codesOf(await bench.execute(bookRegisterOperation, operation))).toEqual([]);
  });

  it('by-pledge/3.3/б/disclosure · gives data out with both consents only', async () => {
    const { pledgeId, clientId } = await bench.running();
    await bench.consent(pledgeId, 'REGISTER_DISCLOSURE', 'to a bank');
    expect(codesOf(await bench.execute(discloseRegister, { pledgeId, recipient: 'BANK' }))).toEqual([
      'BY_PLEDGE_REGISTER_DISCLOSURE_CONSENT',
    ]);
    await bench.consent(pledgeId, 'REGISTER_DISCLOSURE', 'to a bank', bench.client(clientId));
    expect(codesOf(await bench.execute(discloseRegister, { pledgeId, recipient: 'BANK' }))).toEqual([]);
  });

  it('by-pledge/3.3/в/b1 · is updated within 2 working days of a change', async () => {
    const { pledgeId, applicationId } = await amended({ plate: '5678 KB-7' });
    const [task] = await tasks(pledgeId, 'CHANGE');
    expect(task!.due_on).toBe('2026-06-03');
    bench.toDay('2026-06-03');
    expect(codesOf(await done(pledgeId, task!.id))).toEqual([]);
    bench.toDay('2026-06-01');
    const other = await amended({ plate: '5678 KB-7' });
    bench.toDay('2026-06-04');
    expect(await bench.fire(other.applicationId, REGISTER_CHANGE)).toEqual(['MISSED']);
    expect(codesOf(await done(other.pledgeId, (await tasks(other.pledgeId, 'CHANGE'))[0]!.id))).toEqual([
      'BY_PLEDGE_REGISTER_CHANGE_OVERDUE',
    ]);
    expect(await bench.fire(applicationId, REGISTER_CHANGE)).toEqual(['MET']);
  });

  it('by-pledge/A1/row4 · a new plate is a change of the register', async () => {
    const { pledgeId } = await amended({ plate: '5678 KB-7' });
    expect(await tasks(pledgeId, 'CHANGE')).toMatchObject([{ state: 'WAITING', due_on: '2026-06-03' }]);
  });

  it('by-pledge/A1/row5 · a new place of keeping is version 2, and version 1 is kept', async () => {
    const { pledgeId } = await amended({ storageAddress: 'г. Минск, ул. Иная, д. 2' });
    const rows = await bench.sql<{ version: number; ground: string }>(
      'select version, ground from by_pledge.inventory where pledge_id = $1 order by version',
      [pledgeId],
    );
    expect(rows).toEqual([
      { version: 1, ground: 'INVENTORY' },
      { version: 2, ground: expect.stringMatching(/^ADDENDUM/) },
    ]);
  });

  it('by-pledge/A1/row5 · a place that the pledgor’s notice tells of is version 2, in words that only the keys open', async () => {
    const { pledgeId } = await bench.running();
    const told = { pledgeId, event: 'LOCATION_CHANGED' as const, occurredOn: '2026-06-01', notifiedOn: '2026-06-01' };
    expect(codesOf(await bench.execute(reportCircumstance, { ...told, text: ' ' }))).toEqual(['BY_PLEDGE_DUTY_TERM_MISSING']);
    await bench.done(reportCircumstance, { ...told, text: 'г. Минск, ул. Новая, д. 3' });
    const versions = await bench.sql<{ version: number; ground: string; place: Buffer }>(
      'select version, ground, storage_address_enc as place from by_pledge.inventory where pledge_id = $1 order by version',
      [pledgeId],
    );
    expect(versions.map(({ version, place }) => bench.opened('inventory', `${pledgeId}/${version}`, 'storage_address', place))).toEqual([
      car.storageAddress,
      'г. Минск, ул. Новая, д. 3',
    ]);
    expect(versions[1]!.ground).toMatch(/^NOTICE /);
    expect(await tasks(pledgeId, 'CHANGE')).toEqual([]);
  });

  it('by-pledge/3.3/в/b2 · loses the entry within 2 working days of the end', async () => {
    const { pledgeId, contractId, applicationId } = await bench.running();
    await registerJob.run(bench.jobContext);
    bench.toDay('2026-06-30');
    await bench.pay(contractId, '3130.50');
    await endJob.run(bench.jobContext);
    const [task] = await tasks(pledgeId, 'EXCLUDE');
    // 3 July is a holiday; two working days from 30 June.
    expect(task!.due_on).toBe('2026-07-02');
    bench.toDay('2026-07-06');
    expect(await bench.fire(applicationId, REGISTER_EXCLUSION)).toEqual(['MISSED']);
    expect(codesOf(await done(pledgeId, task!.id))).toEqual(['BY_PLEDGE_REGISTER_EXCLUSION_OVERDUE']);
  });
});
