import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { WorkingCalendar } from '../../../modules/calendar';
import type { CommandResult } from '../../../modules/commands';
import { workingDaysBy } from '../calendar';
import { recordReceipt, sendNotice } from '../notices/notices.commands';
import { PledgeBench } from '../test-support/pledge-bench';
import { PledgeStory } from '../test-support/pledge-story';
import type { ForeclosureRoute } from './machine';
import { openForeclosure } from './open-foreclosure.command';
import { fileSuit, listForSale, recordDecision, recordSale } from './steps.commands';

const acts = ['OPEN', 'CLAIM', 'FILE', 'AWARD', 'LIST', 'SELL', 'PAY_PART', 'PAY_ALL'] as const;
type Act = (typeof acts)[number];

const START = Temporal.PlainDate.from('2026-06-01');
/** Loans of 30 days: the grace period ends a month after the day that was missed. */
const GRACE_END = '2026-08-01';
const LIMIT = 4500;
const calendar = new WorkingCalendar(workingDaysBy);

const moves = (of: readonly Act[], most: number) =>
  fc.array(fc.record({ act: fc.constantFrom(...of), wait: fc.integer({ min: 0, max: most }) }), { maxLength: 12 });
const orderly: Readonly<Record<ForeclosureRoute, readonly Act[]>> = {
  COURT: ['CLAIM', 'OPEN', 'FILE', 'AWARD', 'LIST', 'SELL'],
  SELF_SALE: ['OPEN', 'LIST', 'SELL'],
};

/** One pledge on which commands are tried in any order, on any day; what was done is remembered. */
class Walk {
  readonly done: { readonly act: Act; readonly on: string }[] = [];
  private foreclosureId = '00000000-0000-7000-8000-000000000000';

  constructor(
    private readonly story: PledgeStory,
    private readonly route: ForeclosureRoute,
    private readonly value: string,
  ) {}

  async try(act: Act, on: string): Promise<void> {
    this.story.toDay(on);
    const { findings = [] } = await this.act(act, on);
    if (findings.every(({ severity }) => severity !== 'BLOCKING')) this.done.push({ act, on });
  }

  dayOf = (act: Act): string | undefined => this.done.find((one) => one.act === act)?.on;

  private async act(act: Act, on: string): Promise<CommandResult> {
    const { bench, pledgeId, contractId } = this.story;
    const { foreclosureId, route } = this;
    switch (act) {
      case 'OPEN': {
        const opened = await bench.execute(openForeclosure, { pledgeId, route, basis: 'DEFAULT' });
        this.foreclosureId = opened.foreclosureId ?? foreclosureId;
        return opened;
      }
      case 'CLAIM': {
        const claim = { pledgeId, kind: 'CLAIM' as const, sender: 'PLEDGEE' as const, text: 'Претензия' };
        const sent = await bench.execute(sendNotice, { ...claim, ways: ['REGISTERED_MAIL'] });
        return sent.noticeId ? bench.execute(recordReceipt, { noticeId: sent.noticeId, way: 'REGISTERED_MAIL', deliveredOn: on }) : sent;
      }
      case 'FILE':
        return bench.execute(fileSuit, { foreclosureId, forum: 'MINSK_CENTRAL_DISTRICT' });
      case 'AWARD':
        return bench.execute(recordDecision, { foreclosureId, isAllowed: true });
      case 'LIST':
        return bench.execute(listForSale, { foreclosureId, way: 'COMMISSION_CONTRACT', reference: 'K-1', startPrice: this.value });
      case 'SELL':
        return bench.execute(recordSale, { foreclosureId, soldOn: on, proceeds: '5000.00' });
      case 'PAY_PART':
        return bench.pay(contractId, '1.00');
      case 'PAY_ALL':
        return bench.pay(contractId, '9000.00');
    }
  }
}

describe('the commands of foreclosure', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());

  it('sell on no walk before the clocks have run, without a court where one is needed, or after the debt was paid', async () => {
    let sold = 0;
    const worlds = fc.record({
      route: fc.constantFrom<ForeclosureRoute>('COURT', 'SELF_SALE'),
      value: fc.constantFrom('4200.00', '4500.00', '4500.01'),
      tried: moves(acts, 20),
      waits: fc.array(fc.integer({ min: 12, max: 40 }), { minLength: 6, maxLength: 6 }),
      isOrderly: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
    });
    await fc.assert(
      fc.asyncProperty(worlds, async ({ route, value, tried, waits, isOrderly }) => {
        bench.toDay(START.toString());
        const story = await PledgeStory.open(bench);
        await story.worth(value);
        const walk = new Walk(story, route, value);
        // An orderly walk comes to the sale where it may; the other one goes anywhere.
        const steps = isOrderly ? orderly[route].map((act, i) => ({ act, wait: waits[i]! })) : tried;
        let day = START.add({ days: isOrderly ? 30 : 0 });
        for (const { act, wait } of steps) {
          day = day.add({ days: wait });
          await walk.try(act, day.toString());
        }
        const saleOn = walk.dayOf('SELL');
        if (!saleOn) return;
        sold++;
        expect(saleOn > GRACE_END).toBe(true);
        const paidOn = walk.dayOf('PAY_ALL');
        if (paidOn) expect(paidOn >= saleOn).toBe(true);
        if (route === 'SELF_SALE') {
          expect(Number(value)).toBeLessThanOrEqual(LIMIT);
          return;
        }
        const [filedOn, claimedOn] = [walk.dayOf('FILE')!, walk.dayOf('CLAIM')!];
        expect(filedOn > GRACE_END).toBe(true);
        const waited = calendar.between(Temporal.PlainDate.from(claimedOn), Temporal.PlainDate.from(filedOn).subtract({ days: 1 }));
        expect(waited).toBeGreaterThanOrEqual(10);
        expect(walk.dayOf('AWARD')).toBeDefined();
      }),
      { numRuns: 10, endOnFailure: true },
    );
    expect(sold).toBeGreaterThan(0);
  });
});
