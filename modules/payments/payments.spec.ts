import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../schema/base';
import { acmeRepayment, acmeRescheduling } from '../../test/support/acme-servicing';
import { ServicingBench } from '../../test/support/servicing-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import type { CommandResult } from '../commands';
import { post, replaceSchedule } from '../contracts';
import { refundSurplus } from './refund';
import { type RegisterPayment, registerPayment } from './register-payment.command';
import { reversePayment } from './reverse-payment.command';
import { settleTransfer } from './settle-transfer.command';

describe('money that comes in', () => {
  let database: TestDatabase;
  let bench: ServicingBench;
  let payments = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await ServicingBench.open(database);
  });
  afterAll(() => database.close());
  beforeEach(() => bench.toDay('2026-03-02'));
  afterEach(() => {
    bench.repay = acmeRepayment;
  });

  const pay = (contractId: string, amount: string, more: Partial<RegisterPayment> = {}) =>
    bench.lender.execute(registerPayment, {
      contractId,
      amount: { amount: new Decimal(amount), currency: 'XTS' },
      paidOn: null,
      paidAt: null,
      externalId: `bank-${++payments}`,
      ...more,
    });
  const codes = ({ findings = [] }: CommandResult) => findings.map(({ code }) => code);

  it('pays interest up to its day first, and the principal with the rest', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-07');
    expect(codes(await pay(id, '1150.00'))).toEqual([]);
    expect(await bench.debt(id)).toEqual(['2000.00', '0.00', '0.00']);
    await bench.toDay('2026-03-08');
    await bench.accrual().runDueNow();
    expect(await bench.debt(id)).toEqual(['2000.00', '20.00', '0.00']);
  });

  it('closes the contract when nothing is owed, with the interest of the days used only', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-07');
    await pay(id, '3150.00');
    expect(await bench.debt(id)).toEqual(['0.00', '0.00', '0.00']);
    expect(await bench.status(id)).toBe('CLOSED');
    expect(await bench.deadlines(id)).toEqual({ '2026-03-12': 'CANCELLED', '2026-03-22': 'CANCELLED', '2026-04-01': 'CANCELLED' });
    await bench.toDay('2026-03-20');
    await bench.accrual().runDueNow();
    expect(await bench.debt(id)).toEqual(['0.00', '0.00', '0.00']);
  });

  it('keeps what is paid above the debt, gives it back, and holds nothing then', async () => {
    const id = await bench.contract();
    await pay(id, '3500.00');
    expect(await bench.balance(id)).toMatchObject({ principal: '0.00', surplus: '500.00' });
    const { transferId, findings = [] } = await bench.lender.execute(refundSurplus, { contractId: id });
    expect(findings).toEqual([]);
    expect(codes(await bench.lender.execute(refundSurplus, { contractId: id }))).toEqual(['SURPLUS_NONE']);
    expect(await bench.sql('select amount, purpose, status from core.transfer where id = $1', [transferId])).toEqual([
      { amount: '500.00', purpose: 'REFUND', status: 'ORDERED' },
    ]);
    const settled = { state: 'SETTLED' as const, partner: 'sandbox', partnerOperationId: 'op-1', at: new Date('2026-03-02T10:00:00Z') };
    for (let i = 0; i < 2; i++) await bench.lender.execute(settleTransfer, { transferId: transferId!, outcome: settled });
    expect(await bench.balance(id)).toMatchObject({ surplus: '0.00' });
    expect(await bench.totals(id)).toEqual({ PRINCIPAL: '0.00', SURPLUS: '0.00' });
  });

  it('lets a refused refund be ordered again', async () => {
    const id = await bench.contract();
    await pay(id, '3001.00');
    const { transferId } = await bench.lender.execute(refundSurplus, { contractId: id });
    await bench.lender.execute(settleTransfer, {
      transferId: transferId!,
      outcome: { state: 'FAILED', partner: 'sandbox', reason: 'ACCOUNT_CLOSED' },
    });
    expect(await bench.balance(id)).toMatchObject({ surplus: '1.00' });
    expect(codes(await bench.lender.execute(refundSurplus, { contractId: id }))).toEqual([]);
  });

  it('books the same money once, and knows other money under the same id', async () => {
    const [id, another] = [await bench.contract(), await bench.contract()];
    const first = await pay(id, '100.00', { externalId: 'statement-1/7' });
    const again = await pay(id, '100.00', { externalId: 'statement-1/7' });
    expect(again.paymentId).toBe(first.paymentId);
    expect(await bench.debt(id)).toEqual(['2900.00', '0.00', '0.00']);
    expect(codes(await pay(id, '100.01', { externalId: 'statement-1/7' }))).toEqual(['PAYMENT_EXTERNAL_ID_REUSED']);
    expect(codes(await pay(another, '100.00', { externalId: 'statement-1/7' }))).toEqual(['PAYMENT_EXTERNAL_ID_REUSED']);
    expect(await bench.debt(another)).toEqual(['3000.00', '0.00', '0.00']);
  });

  it('takes two payments at once as it takes them one after the other', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-07');
    const results = await Promise.all([pay(id, '1000.00'), pay(id, '2000.00'), pay(id, '200.00')]);
    expect(results.flatMap(codes)).toEqual([]);
    expect(await bench.balance(id)).toMatchObject({ principal: '0.00', interest: '0.00', surplus: '50.00' });
    expect(await bench.status(id)).toBe('CLOSED');
  });

  it('takes the same payment sent twice at once for one', async () => {
    const id = await bench.contract();
    const results = await Promise.all([1, 2, 3].map(() => pay(id, '100.00', { externalId: 'at-once' })));
    expect(new Set(results.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect(await bench.debt(id)).toEqual(['2900.00', '0.00', '0.00']);
  });

  it('takes payments beside accrual: no day is lost, none is doubled', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => bench.contract()));
    await bench.toDay('2026-03-07');
    await Promise.all([
      bench.accrual({ batch: 2 }).runDueNow(),
      ...ids.map((id) => pay(id, '650.00')),
      bench.accrual({ batch: 1 }).runDueNow(),
    ]);
    for (const id of ids) expect(await bench.debt(id)).toEqual(['2500.00', '0.00', '0.00']);
  });

  it('puts late money on its day: what was accrued too much since is corrected, and no line is changed', async () => {
    const [late, known] = [await bench.contract(), await bench.contract()];
    await bench.toDay('2026-03-07');
    await pay(known, '1150.00');
    await bench.toDay('2026-03-17');
    await bench.accrual().runDueNow();
    const before = await bench.postings(late);
    const { paymentId } = await pay(late, '1150.00', { paidOn: '2026-03-07' });
    const after = await bench.postings(late);
    expect(after.slice(0, before.length)).toEqual(before);
    const corrections = after.filter(({ correction }) => correction > 0);
    expect(corrections.length).toBeGreaterThan(0);
    expect(new Set(corrections.map(({ correctedBy }) => correctedBy))).toEqual(new Set([`PAYMENT:${paymentId}`]));
    expect(await bench.balance(late)).toEqual(await bench.balance(known));
    expect(await bench.debt(late)).toEqual(['2000.00', '200.00', '0.00']);
  });

  it('splits later money anew when earlier money becomes known', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-12');
    await pay(id, '1300.00');
    expect(await bench.debt(id)).toEqual(['2000.00', '0.00', '0.00']);
    await pay(id, '1050.00', { paidOn: '2026-03-07' });
    // 150 of interest and 900 of principal on the 7th, then five days of 21: 105 of interest and 1195 of principal on the 12th.
    expect(await bench.debt(id)).toEqual(['905.00', '0.00', '0.00']);
  });

  it('ends a contract on the day of late money that pays it off, and holds what came after', async () => {
    const id = await bench.contract();
    await bench.toDay('2026-03-12');
    await pay(id, '500.00');
    await pay(id, '3150.00', { paidOn: '2026-03-07' });
    expect(await bench.balance(id)).toMatchObject({ principal: '0.00', interest: '0.00', surplus: '500.00' });
    expect(await bench.status(id)).toBe('CLOSED');
  });

  it('holds money that comes after the end', async () => {
    const id = await bench.contract();
    await pay(id, '3000.00');
    await bench.toDay('2026-03-20');
    expect(codes(await pay(id, '10.00'))).toEqual([]);
    expect(await bench.balance(id)).toMatchObject({ surplus: '10.00', accruedThrough: '2026-03-20' });
  });

  it('takes a payment back: the debt is as if it had never been, and the contract goes on', async () => {
    const [id, never] = [await bench.contract(), await bench.contract()];
    const { paymentId } = await pay(id, '3000.00');
    expect(await bench.status(id)).toBe('CLOSED');
    await bench.toDay('2026-03-15');
    await bench.accrual().runDueNow();
    expect(codes(await bench.lender.execute(reversePayment, { paymentId: paymentId!, reason: 'CHARGEBACK' }))).toEqual([]);
    expect(await bench.status(id)).toBe('ACTIVE');
    expect(await bench.balance(id)).toEqual(await bench.balance(never));
    expect(codes(await bench.lender.execute(reversePayment, { paymentId: paymentId!, reason: 'CHARGEBACK' }))).toEqual([
      'PAYMENT_ALREADY_REVERSED',
    ]);
    await bench.toDay('2026-03-16');
    await bench.accrual().runDueNow();
    expect(await bench.balance(id)).toEqual(await bench.balance(never));
    // What was taken back stays so when the days are run again.
    await pay(id, '1.00', { paidOn: '2026-03-03' });
    await pay(never, '1.00', { paidOn: '2026-03-03' });
    expect(await bench.balance(id)).toEqual(await bench.balance(never));
  });

  it('does not take back money that was refunded', async () => {
    const id = await bench.contract();
    const { paymentId } = await pay(id, '3500.00');
    const { transferId } = await bench.lender.execute(refundSurplus, { contractId: id });
    const at = new Date('2026-03-02T10:00:00Z');
    await bench.lender.execute(settleTransfer, {
      transferId: transferId!,
      outcome: { state: 'SETTLED', partner: 'sandbox', partnerOperationId: 'op-2', at },
    });
    expect(codes(await bench.lender.execute(reversePayment, { paymentId: paymentId!, reason: 'CHARGEBACK' }))).toEqual([
      'LEDGER_ALREADY_REFUNDED',
    ]);
    expect(await bench.status(id)).toBe('CLOSED');
  });

  it('does not take back money whose refund is on its way, and does once the partner has refused it', async () => {
    const id = await bench.contract();
    const { paymentId } = await pay(id, '3500.00');
    const { transferId } = await bench.lender.execute(refundSurplus, { contractId: id });
    const back = () => bench.lender.execute(reversePayment, { paymentId: paymentId!, reason: 'CHARGEBACK' });
    expect(codes(await back())).toEqual(['REFUND_UNDER_WAY']);
    expect(await bench.balance(id)).toMatchObject({ principal: '0.00', surplus: '500.00' });
    const failed = { state: 'FAILED' as const, partner: 'sandbox', reason: 'ACCOUNT_CLOSED' };
    await bench.lender.execute(settleTransfer, { transferId: transferId!, outcome: failed });
    expect(codes(await back())).toEqual([]);
    expect(await bench.balance(id)).toMatchObject({ principal: '3000.00', surplus: '0.00' });
  });

  it('takes money back beside a refund that other money covers', async () => {
    const id = await bench.contract();
    await pay(id, '3500.00');
    const { paymentId } = await pay(id, '40.00');
    const { transferId } = await bench.lender.execute(refundSurplus, { contractId: id });
    expect(codes(await bench.lender.execute(reversePayment, { paymentId: paymentId!, reason: 'TWICE' }))).toEqual(['REFUND_UNDER_WAY']);
    const settled = { state: 'SETTLED' as const, partner: 'sandbox', partnerOperationId: 'op-3', at: new Date('2026-03-02T10:00:00Z') };
    await bench.lender.execute(settleTransfer, { transferId: transferId!, outcome: settled });
    const later = await pay(id, '60.00');
    expect(codes(await bench.lender.execute(reversePayment, { paymentId: later.paymentId!, reason: 'TWICE' }))).toEqual([]);
    expect(await bench.balance(id)).toMatchObject({ surplus: '0.00' });
  });

  it('refuses what is no payment, and changes nothing then', async () => {
    const id = await bench.contract();
    const before = await bench.postings(id);
    const EUR = { amount: new Decimal('10.00'), currency: 'EUR' };
    expect(codes(await pay(id, '0'))).toEqual(['MONEY_NOT_POSITIVE']);
    expect(codes(await pay(id, '-5'))).toContain('MONEY_NEGATIVE');
    expect(codes(await pay(id, '1.001'))).toEqual(['MONEY_TOO_PRECISE']);
    expect(codes(await pay(id, '1', { amount: EUR }))).toEqual(['MONEY_CURRENCY_WRONG']);
    expect(codes(await pay(id, '1', { externalId: 'with a space' }))).toEqual(['PAYMENT_EXTERNAL_ID_INVALID']);
    expect(codes(await pay(id, '1', { externalId: '' }))).toEqual(['PAYMENT_EXTERNAL_ID_INVALID']);
    expect(codes(await pay(id, '1', { paidOn: '2026-03-03' }))).toEqual(['LEDGER_DAY_OUTSIDE']);
    expect(codes(await pay(id, '1', { paidOn: '2026-03-01' }))).toEqual(['LEDGER_DAY_OUTSIDE']);
    expect(codes(await pay(id, '1', { paidOn: '2026-03-02', paidAt: '2026-03-02T09:00:00Z' }))).toEqual(['PAYMENT_DAY_AMBIGUOUS']);
    expect(codes(await pay('00000000-0000-0000-0000-000000000000', '1'))).toEqual(['CONTRACT_NOT_FOUND']);
    expect(codes(await bench.lender.execute(reversePayment, { paymentId: '00000000-0000-0000-0000-000000000000', reason: 'x' }))).toEqual([
      'PAYMENT_NOT_FOUND',
    ]);
    expect(codes(await bench.lender.execute(reversePayment, { paymentId: '00000000-0000-0000-0000-000000000000', reason: ' ' }))).toEqual([
      'PAYMENT_REASON_INVALID',
    ]);
    expect(await bench.postings(id)).toEqual(before);
    expect(await bench.sql('select 1 from core.payment where contract_id = $1', [id])).toEqual([]);
  });

  it('counts a moment by the lender’s day', async () => {
    const id = await bench.contract();
    bench.clock.moveTo('2026-03-07T23:30:00Z');
    await pay(id, '150.00', { paidAt: '2026-03-07T22:30:00Z' });
    expect(await bench.sql('select paid_on::text from core.payment where contract_id = $1', [id])).toEqual([{ paid_on: '2026-03-07' }]);
    // The lender's day is the 8th by now: its interest has accrued on the whole principal.
    expect(await bench.debt(id)).toEqual(['3000.00', '30.00', '0.00']);
  });

  it('tells of money, and of the contract’s end, in the order in which they were booked', async () => {
    const id = await bench.contract();
    await pay(id, '100.00');
    await pay(id, '2900.00');
    const told = await bench.sql<{ type: string; payload: { amount?: string; to?: string } }>(
      `select type, payload from core.event_inbox where subject_id = $1 order by seq`,
      [id],
    );
    expect(told.map(({ type, payload }) => `${type} ${payload.amount ?? payload.to}`)).toEqual([
      'PaymentReceived 100.00',
      'ContractStatusChanged CLOSED',
      'PaymentReceived 2900.00',
    ]);
  });

  describe('by the schedule', () => {
    it('meets the deadline of an instalment that is paid on its day, and misses one that is not', async () => {
      const id = await bench.contract();
      await bench.toDay('2026-03-12');
      await pay(id, '1300.00');
      expect(await bench.deadlines(id)).toEqual({ '2026-03-12': 'MET', '2026-03-22': 'PENDING', '2026-04-01': 'PENDING' });
      await bench.toDay('2026-03-23');
      expect(await bench.fireDue(id)).toEqual({ '2026-03-12': 'MET', '2026-03-22': 'MISSED', '2026-04-01': 'PENDING' });
      expect(await bench.balance(id)).toMatchObject({ overdueSince: '2026-03-23', penalty: '1.00' });
    });

    it('meets it also when it was paid before its day, once the interest of the days until then is paid', async () => {
      const id = await bench.contract();
      await bench.toDay('2026-03-10');
      await pay(id, '1240.00');
      await bench.toDay('2026-03-12');
      await pay(id, '39.99');
      expect((await bench.deadlines(id))['2026-03-12']).toBe('PENDING');
      await pay(id, '0.01');
      expect((await bench.deadlines(id))['2026-03-12']).toBe('MET');
    });

    it('is overdue until all that fell due is paid, then no longer', async () => {
      const id = await bench.contract();
      await bench.toDay('2026-03-15');
      await pay(id, '700.00');
      expect(await bench.balance(id)).toMatchObject({ overdueSince: '2026-03-13' });
      // 300 of interest and 400 of principal are paid; 600 of the first 1000 are left, with three days of interest and penalty.
      expect(await bench.debt(id)).toEqual(['2600.00', '90.00', '3.00']);
      await pay(id, '599.99');
      expect(await bench.balance(id)).toMatchObject({ overdueSince: '2026-03-13' });
      await pay(id, '0.01');
      expect(await bench.balance(id)).toMatchObject({ overdueSince: null, principal: '2000.00', interest: '90.00', penalty: '3.00' });
    });

    it('plans the rest anew when principal is repaid ahead, and goes back when that money is taken back', async () => {
      bench.repay = acmeRescheduling;
      const id = await bench.contract();
      await bench.toDay('2026-03-04');
      const { paymentId } = await pay(id, '1560.00');
      const { terms } = await bench.record(id);
      expect(terms.schedule.map(({ dueOn, principal }) => [dueOn, principal])).toEqual([
        ['2026-03-12', '500.00'],
        ['2026-03-22', '500.00'],
        ['2026-04-01', '500.00'],
      ]);
      expect(await bench.deadlines(id)).toEqual({ '2026-03-12': 'PENDING', '2026-03-22': 'PENDING', '2026-04-01': 'PENDING' });
      await bench.toDay('2026-03-13');
      await bench.accrual().runDueNow();
      expect(await bench.balance(id)).toMatchObject({ principal: '1500.00', penalty: '0.50', overdueSince: '2026-03-13' });
      await bench.lender.execute(reversePayment, { paymentId: paymentId!, reason: 'CHARGEBACK' });
      expect((await bench.record(id)).terms.schedule.map(({ principal }) => principal)).toEqual(['1000.00', '1000.00', '1000.00']);
      expect(await bench.balance(id)).toMatchObject({ principal: '3000.00', interest: '330.00', penalty: '1.00' });
      expect(await bench.sql('select cause from core.schedule where contract_id = $1 order by version', [id])).toEqual([
        { cause: 'CONCLUSION' },
        { cause: 'EARLY_REPAYMENT' },
        { cause: 'REVERSAL' },
      ]);
    });

    it('goes by new terms from their day on: a later date ends what was overdue', async () => {
      const id = await bench.contract();
      await bench.toDay('2026-03-15');
      await bench.accrual().runDueNow();
      expect(await bench.balance(id)).toMatchObject({ penalty: '3.00', overdueSince: '2026-03-13' });
      await bench.onContract(id, async (context, contract) => {
        const schedule = [{ ...contract.terms.schedule[0]!, dueOn: '2026-05-01', principal: '3000.00' }];
        const terms = { ...contract.terms, dueOn: '2026-05-01', schedule };
        await replaceSchedule(context, contract, {
          terms,
          from: Temporal.PlainDate.from('2026-03-13'),
          cause: 'AGREEMENT',
          reference: 'addendum-1',
        });
      });
      expect(await bench.balance(id)).toMatchObject({ penalty: '0.00', overdueSince: null, interest: '390.00' });
      expect(await bench.deadlines(id)).toMatchObject({ '2026-03-22': 'CANCELLED', '2026-04-01': 'CANCELLED', '2026-05-01': 'PENDING' });
    });
  });

  describe('beside other entries', () => {
    const on = (day: string) => Temporal.PlainDate.from(day);

    it('posts a fine, a loss and a waiver, each with its cause', async () => {
      const id = await bench.contract();
      await bench.onContract(id, async (context, contract) => {
        const entry = { on: on('2026-03-02'), lines: [{ component: 'COST' as const, amount: '225.00' }] };
        await post(context, contract, { ...entry, cause: 'FINE', reference: 'fine-1', clause: 'acme/4.1' });
        await post(context, contract, { ...entry, cause: 'LOSS', reference: 'loss-1' });
        await post(context, contract, {
          cause: 'WAIVER',
          reference: 'waiver-1',
          on: on('2026-03-02'),
          lines: [{ component: 'COST', amount: '-50' }],
        });
      });
      expect(await bench.balance(id)).toMatchObject({ principal: '3000.00', cost: '400.00' });
      expect(await bench.sql('select clause from core.posting where contract_id = $1 and cause = $2', [id, 'FINE'])).toEqual([
        { clause: 'acme/4.1' },
      ]);
    });

    it('posts one cause once, and stops where it comes with other lines', async () => {
      const id = await bench.contract();
      const fine = {
        cause: 'FINE' as const,
        reference: 'fine-1',
        on: on('2026-03-02'),
        lines: [{ component: 'COST' as const, amount: '10.00' }],
      };
      for (let i = 0; i < 2; i++) await bench.onContract(id, (context, contract) => post(context, contract, fine));
      expect(await bench.balance(id)).toMatchObject({ cost: '10.00' });
      const other = { ...fine, lines: [{ component: 'COST' as const, amount: '11.00' }] };
      await expect(bench.onContract(id, (context, contract) => post(context, contract, other))).rejects.toThrow('posted before');
    });

    it('takes nothing below zero', async () => {
      const id = await bench.contract();
      const waiver = {
        cause: 'WAIVER' as const,
        reference: 'w',
        on: on('2026-03-02'),
        lines: [{ component: 'PENALTY' as const, amount: '-0.01' }],
      };
      expect((await bench.onContract(id, (context, contract) => post(context, contract, waiver))).codes).toEqual([
        'LEDGER_BALANCE_EXCEEDED',
      ]);
      await expect(bench.sql('update core.ledger set interest = -1 where contract_id = $1', [id])).rejects.toThrow('ledger_balances_check');
    });

    it('accrues on a sum that was provided later from the day after it, also when it is booked late', async () => {
      const id = await bench.contract();
      await bench.toDay('2026-03-07');
      await bench.accrual().runDueNow();
      const tranche = {
        cause: 'TRANCHE' as const,
        reference: 't',
        on: on('2026-03-05'),
        lines: [{ component: 'PRINCIPAL' as const, amount: '1000.00' }],
      };
      await bench.onContract(id, (context, contract) => post(context, contract, tranche));
      // Until it is planned, the sum is owed at once.
      expect(await bench.debt(id)).toEqual(['4000.00', '170.00', '2.00']);
      await bench.onContract(id, async (context, contract) => {
        const [first, ...rest] = contract.terms.schedule;
        const terms = { ...contract.terms, schedule: [{ ...first!, principal: '2000.00' }, ...rest] };
        await replaceSchedule(context, contract, { terms, cause: 'TRANCHE', reference: 't' });
      });
      expect(await bench.debt(id)).toEqual(['4000.00', '170.00', '0.00']);
    });

    it('keeps a line of credit open at zero', async () => {
      bench.repay = { ...acmeRepayment, closesAtZero: () => false };
      const id = await bench.contract();
      await pay(id, '3000.00');
      expect(await bench.status(id)).toBe('ACTIVE');
      await bench.toDay('2026-03-04');
      await bench.accrual().runDueNow();
      expect(await bench.balance(id)).toMatchObject({ principal: '0.00', interest: '0.00', accruedThrough: '2026-03-04' });
    });

    it('stops a rule that splits a payment wrongly', async () => {
      const id = await bench.contract();
      bench.repay = { allocate: (_debt, amount) => ({ interest: amount }) };
      await expect(pay(id, '100.00')).rejects.toThrow('A payment cannot cover 100 of 0 (interest).');
      bench.repay = { allocate: () => ({}) };
      await expect(pay(id, '100.00')).rejects.toThrow('left over');
      expect(await bench.sql('select 1 from core.payment where contract_id = $1', [id])).toEqual([]);
    });
  });
});
