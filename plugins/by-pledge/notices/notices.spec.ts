import { clausesOf, codesOf } from '../test-support/pledge-bench';
import { addDays, days, PledgeStory } from '../test-support/pledge-story';
import type { NoticeKind, NoticeWay } from './notice-table';
import { answerClaim, recordReceipt, sendNotice } from './notices.commands';

describe('notices between the parties', () => {
  let story: PledgeStory;
  beforeAll(async () => {
    story = await PledgeStory.open();
  });
  afterAll(() => story.close());

  const send = (kind: NoticeKind, ways: readonly NoticeWay[], sentOn?: string) =>
    story.bench.execute(sendNotice, {
      pledgeId: story.pledgeId,
      kind,
      sender: 'PLEDGEE',
      ways,
      text: 'Текст',
      ...(sentOn ? { sentOn } : {}),
    });
  const sent = async (kind: NoticeKind, ways: readonly NoticeWay[], sentOn?: string) => {
    const { noticeId, findings } = await send(kind, ways, sentOn);
    if (!noticeId) throw new Error(JSON.stringify(findings));
    return noticeId;
  };
  const deliveries = (noticeId: string) =>
    story.bench.sql<{ way: string; counts: boolean; received: string | null }>(
      'select way, counts, received_on::text as received from by_pledge.notice_delivery where notice_id = $1 order by way',
      [noticeId],
    );

  it('by-pledge/5.15 · several ways of one notice are several deliveries, a messenger is no way', async () => {
    story.toDay('2026-07-10');
    const noticeId = await sent('INFORMATION_REQUEST', ['EMAIL_SCAN', 'REGISTERED_MAIL']);
    expect(await deliveries(noticeId)).toHaveLength(2);
    const refused = await send('INFORMATION_REQUEST', ['MESSENGER']);
    expect(codesOf(refused)).toEqual(['BY_PLEDGE_NOTICE_CHANNEL_NOT_ALLOWED']);
    expect(clausesOf(refused)).toContain('by-pledge/5.15');
  });

  it('by-pledge/5.15/row1 · a claim goes by registered mail and counts from the first attempt or the delivery, the earlier of both', async () => {
    for (const way of ['ORDINARY_MAIL', 'EMAIL_SCAN', 'OFFICE'] as const)
      expect(clausesOf(await send('CLAIM', [way]))).toContain('by-pledge/5.15/row1');
    const noticeId = await sent('CLAIM', ['REGISTERED_MAIL'], '2026-06-02');
    await story.bench.done(recordReceipt, { noticeId, way: 'REGISTERED_MAIL', deliveredOn: '2026-06-09' });
    await story.bench.done(recordReceipt, { noticeId, way: 'REGISTERED_MAIL', firstAttemptOn: '2026-06-05' });
    expect(await deliveries(noticeId)).toEqual([{ way: 'REGISTERED_MAIL', counts: true, received: '2026-06-05' }]);
  });

  it('by-pledge/5.15/row1 · a copy by e-mail is a courtesy: it starts no clock', async () => {
    const noticeId = await sent('CLAIM', ['REGISTERED_MAIL', 'EMAIL_SCAN'], '2026-06-02');
    expect(await deliveries(noticeId)).toEqual([
      { way: 'EMAIL_SCAN', counts: false, received: null },
      { way: 'REGISTERED_MAIL', counts: true, received: null },
    ]);
    await story.bench.done(recordReceipt, { noticeId, way: 'EMAIL_SCAN', deliveredOn: '2026-06-03' });
    expect(await story.bench.sql('select received_on from by_pledge.notice where id = $1', [noticeId])).toEqual([{ received_on: null }]);
  });

  it('by-pledge/5.15/row2 · a notice of sale goes by registered mail only', async () => {
    expect(clausesOf(await send('SALE_NOTICE', ['ORDINARY_MAIL']))).toContain('by-pledge/5.15/row2');
    const noticeId = await sent('SALE_NOTICE', ['REGISTERED_MAIL'], '2026-06-02');
    await story.bench.done(recordReceipt, { noticeId, way: 'REGISTERED_MAIL', firstAttemptOn: '2026-06-06', deliveredOn: '2026-06-08' });
    expect(await deliveries(noticeId)).toMatchObject([{ received: '2026-06-06' }]);
  });

  it('by-pledge/5.15/row3.1 · a scan by e-mail is received on the day after, and needs the address of the questionnaire', async () => {
    const noticeId = await sent('OTHER', ['EMAIL_SCAN'], '2026-06-02');
    expect(await deliveries(noticeId)).toMatchObject([{ received: '2026-06-03' }]);
    const [kept] = await story.bench.sql<{ email_enc: Buffer }>('select email_enc from core.client where id = $1', [story.clientId]);
    await story.bench.sql('update core.client set email_enc = null, email_index = null, email_verified_at = null where id = $1', [
      story.clientId,
    ]);
    const refused = await send('OTHER', ['EMAIL_SCAN']);
    await story.bench.sql('update core.client set email_enc = $2 where id = $1', [story.clientId, kept!.email_enc]);
    expect(refused.findings).toMatchObject([{ code: 'BY_PLEDGE_NOTICE_ADDRESS_UNKNOWN', clauses: ['by-pledge/5.15/row3.1'] }]);
  });

  it('by-pledge/5.15/row3.2 · a notice in the office is received when it is signed there, not before', async () => {
    const noticeId = await sent('OTHER', ['OFFICE'], '2026-06-01');
    expect(await deliveries(noticeId)).toMatchObject([{ received: null }]);
    const unsigned = await story.bench.execute(recordReceipt, { noticeId, way: 'OFFICE' });
    expect(unsigned.findings).toMatchObject([{ code: 'BY_PLEDGE_NOTICE_NOT_RECEIVED', clauses: ['by-pledge/5.15/row3.2'] }]);
    await story.bench.done(recordReceipt, { noticeId, way: 'OFFICE', signedAt: '2026-06-01T11:00:00Z' });
    const rows = await story.bench.sql('select signed_at, received_on::text as on from by_pledge.notice_delivery where notice_id = $1', [
      noticeId,
    ]);
    expect(rows).toEqual([{ signed_at: new Date('2026-06-01T11:00:00Z'), on: '2026-06-01' }]);
  });

  it('by-pledge/5.15/row3.3/ordinary · an ordinary letter is received on the third day after it was sent, working or not', async () => {
    expect(await deliveries(await sent('OTHER', ['ORDINARY_MAIL'], '2026-06-01'))).toMatchObject([{ received: '2026-06-04' }]);
    expect(await deliveries(await sent('OTHER', ['ORDINARY_MAIL'], '2026-06-05'))).toMatchObject([{ received: '2026-06-08' }]);
  });

  it('by-pledge/5.15/row3.3/registered · a letter that came back counts from the first attempt, one that nobody saw not at all', async () => {
    const noticeId = await sent('OTHER', ['REGISTERED_MAIL'], '2026-06-02');
    const unseen = await story.bench.execute(recordReceipt, { noticeId, way: 'REGISTERED_MAIL' });
    expect(unseen.findings).toMatchObject([{ code: 'BY_PLEDGE_NOTICE_NOT_RECEIVED', clauses: ['by-pledge/5.15/row3.3/registered'] }]);
    await story.bench.done(recordReceipt, { noticeId, way: 'REGISTERED_MAIL', firstAttemptOn: '2026-06-05' });
    expect(await deliveries(noticeId)).toMatchObject([{ received: '2026-06-05' }]);
  });

  it('of the future, of nothing, or answered though no claims are refused', async () => {
    expect(codesOf(await send('OTHER', []))).toEqual(['BY_PLEDGE_NOTICE_CHANNEL_NOT_ALLOWED']);
    expect(codesOf(await send('OTHER', ['OFFICE'], addDays(days.now(story), 1)))).toEqual(['BY_PLEDGE_DAY_INVALID']);
    const noticeId = await sent('OTHER', ['OFFICE']);
    expect(codesOf(await story.bench.execute(answerClaim, { noticeId, on: days.now(story) }))).toEqual(['BY_PLEDGE_NOTICE_NOT_FOUND']);
  });
});
