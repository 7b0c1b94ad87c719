import { Temporal } from 'temporal-polyfill';
import { toGlobalId } from '../../../schema/base';
import { changePhone } from '../accounts/change-phone.command';
import { CabinetBench, codesOf } from '../test-support/cabinet-bench';
import { type TellDataChange, tellDataChange } from './data-change.commands';

const ALL = 'query ($id: ID!) { client(id: $id) { byLeasing { dataChanges { fields text channel changedOn dueOn late } } } }';

describe('a change of data', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());

  /** Somebody who is in the cabinet on a day. */
  const clientOn = async (day: string) => {
    bench.clock.moveTo(`${day}T09:00:00Z`);
    await bench.sql('update core.notification set secret_enc = null');
    return bench.newClient();
  };
  const tell = (clientId: string, parts: Partial<TellDataChange> = {}, caller = bench.client(clientId)) => {
    const change = { fields: ['SURNAME' as const], text: 'Новая фамилия: Пробина', changedOn: Temporal.PlainDate.from('2026-06-01') };
    return bench.execute(tellDataChange, { clientId, ...change, ...parts }, caller);
  };

  it('by-leasing/9.2.7/data · of a Monday is told in time on the fifth working day', async () => {
    const clientId = await clientOn('2026-06-08');
    expect(codesOf(await tell(clientId))).toEqual([]);
    const { client } = await bench.ask(ALL, { id: toGlobalId('Client', clientId) }, bench.client(clientId));
    expect(client.byLeasing.dataChanges).toEqual([
      {
        fields: ['SURNAME'],
        text: 'Новая фамилия: Пробина',
        channel: 'CABINET',
        changedOn: '2026-06-01',
        dueOn: '2026-06-08',
        late: false,
      },
    ]);
  });

  it('by-leasing/9.2.7/data · is taken a day later, and marked late', async () => {
    const clientId = await clientOn('2026-06-09');
    expect((await tell(clientId)).findings).toMatchObject([
      {
        code: 'BY_LEASING_DATA_CHANGE_NOTICE_LATE',
        severity: 'WARNING',
        clauses: ['by-leasing/9.2.7/data'],
        facts: { days: 5, dueOn: '2026-06-08' },
      },
    ]);
    expect(await bench.sql('select late from by_leasing.data_change where client_id = $1', [clientId])).toEqual([{ late: true }]);
  });

  const phone = (clientId: string, number: string) =>
    bench.execute(changePhone, { clientId, phone: number, applicationNumber: '55', changedOn: '2026-06-01' });

  it('by-leasing/9.2.7/phone · of the phone is told at an office in time on the third working day', async () => {
    expect(codesOf(await phone(await clientOn('2026-06-04'), '+375297000001'))).toEqual([]);
  });

  it('by-leasing/9.2.7/phone · of the phone is late a day after, and the number changes all the same', async () => {
    const clientId = await clientOn('2026-06-05');
    expect((await phone(clientId, '+375297000002')).findings).toMatchObject([
      {
        code: 'BY_LEASING_PHONE_CHANGE_NOTICE_LATE',
        severity: 'WARNING',
        clauses: ['by-leasing/9.2.7/phone'],
        facts: { days: 3, dueOn: '2026-06-04' },
      },
    ]);
    expect(await bench.sql('select 1 from by_leasing.phone_change where client_id = $1', [clientId])).toHaveLength(1);
  });

  it('of the phone is not told in the cabinet', async () => {
    const clientId = await clientOn('2026-06-08');
    expect((await tell(clientId, { fields: ['PHONE'] })).findings).toMatchObject([
      { code: 'BY_LEASING_PHONE_CHANGE_OFFICE_ONLY', clauses: ['by-leasing/5.5'] },
    ]);
    expect((await tell(clientId, { fields: ['PHONE'] }, bench.officer)).findings).toMatchObject([
      { code: 'BY_LEASING_PHONE_CHANGE_NOTICE_LATE' },
    ]);
  });

  it('names what changed, with its new values, on a day that has come', async () => {
    const clientId = await clientOn('2026-06-08');
    expect(codesOf(await tell(clientId, { fields: [] }))).toEqual(['BY_LEASING_TEXT_REQUIRED']);
    expect(codesOf(await tell(clientId, { text: ' ' }))).toEqual(['BY_LEASING_TEXT_REQUIRED']);
    expect(codesOf(await tell(clientId, { changedOn: Temporal.PlainDate.from('2026-06-09') }))).toEqual(['BY_LEASING_MOMENT_IN_FUTURE']);
  });
});
