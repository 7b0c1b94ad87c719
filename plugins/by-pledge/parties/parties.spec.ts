import { recordReceipt, sendNotice } from '../notices/notices.commands';
import { codesOf, PledgeBench } from '../test-support/pledge-bench';
import { notifyChange, registerHeirs, transferDebt } from './party.commands';

describe('the parties to a pledge in force', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.toDay('2026-06-01'));

  it('by-pledge/5.8 · stays as it is when the debt passes to another with the lender’s consent', async () => {
    const { pledgeId } = await bench.running();
    const debtorId = await bench.borrower();
    expect(codesOf(await bench.execute(transferDebt, { pledgeId, debtorId, consentId: null }))).toEqual(['BY_PLEDGE_CONSENT_MISSING']);
    const consentId = await bench.consent(pledgeId, 'DEBT_TRANSFER', 'to B');
    await bench.done(transferDebt, { pledgeId, debtorId, consentId });
    expect(await bench.pledge(pledgeId)).toMatchObject({ status: 'ACTIVE', debtor_client_id: debtorId });
  });

  it('by-pledge/5.13 · heirs become joint co-pledgors, all of them', async () => {
    const { pledgeId } = await bench.running();
    const heirIds = [await bench.borrower(), await bench.borrower()];
    const register = (ids: readonly string[]) => bench.execute(registerHeirs, { pledgeId, heirIds: ids, basis: 'свидетельство' });
    expect(codesOf(await register([]))).toEqual(['BY_PLEDGE_PARTY_INVALID']);
    expect(codesOf(await register(heirIds))).toEqual([]);
    const rows = await bench.sql<{ role: string; until: Date | null }>(
      'select role, until from by_pledge.party where pledge_id = $1 order by role',
      [pledgeId],
    );
    expect(rows).toMatchObject([
      { role: 'CO_PLEDGOR', until: null },
      { role: 'CO_PLEDGOR', until: null },
      { role: 'PLEDGOR', until: expect.any(Date) },
    ]);
  });

  it('by-pledge/5.13 · a notice goes to each heir, and is received when the last of them has it', async () => {
    const { pledgeId } = await bench.running();
    const heirIds = [await bench.borrower(), await bench.borrower()];
    await bench.done(registerHeirs, { pledgeId, heirIds, basis: 'свидетельство' });
    const notice = {
      pledgeId,
      kind: 'CLAIM' as const,
      sender: 'PLEDGEE' as const,
      ways: ['REGISTERED_MAIL' as const],
      text: 'Претензия',
    };
    const { noticeId } = await bench.done(sendNotice, notice);
    const read = () =>
      bench.sql<{ party: string; received: string | null }>(
        'select party_client_id as party, received_on::text as received from by_pledge.notice_delivery where notice_id = $1',
        [noticeId],
      );
    expect(new Set((await read()).map(({ party }) => party))).toEqual(new Set(heirIds));
    bench.toDay('2026-06-05');
    const receipt = { noticeId: noticeId!, way: 'REGISTERED_MAIL' as const };
    expect(codesOf(await bench.execute(recordReceipt, { ...receipt, deliveredOn: '2026-06-03' }))).toEqual([
      'BY_PLEDGE_NOTICE_PARTY_UNCLEAR',
    ]);
    const received = async () =>
      (await bench.sql<{ on: string | null }>('select received_on::text as on from by_pledge.notice where id = $1', [noticeId]))[0]!.on;
    await bench.done(recordReceipt, { ...receipt, partyClientId: heirIds[0], deliveredOn: '2026-06-05' });
    expect(await received()).toBeNull();
    await bench.done(recordReceipt, { ...receipt, partyClientId: heirIds[1], deliveredOn: '2026-06-03' });
    expect(await received()).toBe('2026-06-05');
  });

  it('by-pledge/5.14 · a change is told by the next day', async () => {
    const { pledgeId } = await bench.running();
    const told = (changedOn: string) => bench.execute(notifyChange, { pledgeId, what: 'ADDRESS' as const, changedOn });
    bench.toDay('2026-06-02');
    expect(codesOf(await told('2026-06-01'))).toEqual([]);
    bench.toDay('2026-06-03');
    expect(codesOf(await told('2026-06-01'))).toEqual(['BY_PLEDGE_NOTICE_LATE']);
  });
});
