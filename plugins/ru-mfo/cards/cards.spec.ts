import fc from 'fast-check';
import { Decimal } from '../../../schema/base';
import { identify } from '../registration/identification.command';
import { chooseMoneyReceipt } from '../registration/money-receipt.command';
import { graphOf } from '../test-support/graph-of';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, start } from '../test-support/loan-steps';
import {
  askCard,
  cardPartner,
  chargedCard,
  enteredCard,
  runCards,
  sendImage,
  sendImages,
  toAccount,
  upTo,
  verifiedCardOf,
} from '../test-support/registration-steps';
import { beginCard } from './begin-card.command';
import { bookCardCheck } from './book-card-check.command';
import { confirmCard } from './confirm-card.command';
import { randomSum } from './random-sum';

const k = (point: string) => `ru-mfo/kapital-nt/${point}`;

describe('a card', () => {
  let bench: LoanBench;
  let partner: ReturnType<typeof cardPartner>;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'kapital-nt' });
    partner = cardPartner(bench);
  });
  afterAll(() => bench.close());
  afterEach(() => {
    partner.answer = null;
  });

  const rowOf = async (cardId: string) =>
    (await bench.sql<Record<string, unknown>>('select * from ru_mfo.card where id = $1', [cardId]))[0]!;
  const checkOf = async (cardId: string) =>
    (await bench.sql<Record<string, unknown>>('select * from ru_mfo.card_check where card_id = $1', [cardId]))[0]!;
  const name = (clientId: string, cardId: string, amount: string) => bench.execute(confirmCard, { cardId, amount }, bench.client(clientId));
  const other = (sum: string) => new Decimal(sum).plus(sum === '2.00' ? '-0.01' : '0.01').toFixed(2);

  it(`${k('5/2/верно')}, ${k('5/2/неверно')} · the exact sum verifies it, a kopeck more does not and is counted`, async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const { cardId, sum } = await chargedCard(bench, partner, clientId);
    expect((await name(clientId, cardId, other(sum))).findings).toMatchObject([
      {
        code: 'RU_MFO_CARD_AMOUNT_MISMATCH',
        clauses: [k('5/2/верно'), k('5/2/неверно')],
        facts: { attemptsLeft: 2 },
        path: ['input', 'amount'],
      },
    ]);
    expect(await rowOf(cardId)).toMatchObject({ status: 'CHARGED', verified_at: null });
    expect(await checkOf(cardId)).toMatchObject({ attempts: 1 });
    expect(codesOf(await name(clientId, cardId, sum))).toEqual([]);
    expect(await rowOf(cardId)).toMatchObject({ status: 'VERIFIED', verified_at: new Date('2023-04-28T09:00:00Z') });
  });

  it(`${k('5/2/неверно')}, ${k('5/шлюз')} · an unverified card takes no money and keeps the next step closed`, async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const { cardId, sum } = await chargedCard(bench, partner, clientId);
    for (const left of [2, 1, 0])
      expect((await name(clientId, cardId, other(sum))).findings).toMatchObject([{ facts: { attemptsLeft: left } }]);
    expect(await rowOf(cardId)).toMatchObject({ status: 'REFUSED', token_enc: null, refusal: 'ATTEMPTS_EXHAUSTED' });
    expect(codesOf(await name(clientId, cardId, sum))).toEqual(['RU_MFO_CARD_NOT_FOUND']);
    const byCard = toAccount(clientId, { method: 'PAYMENT_CARD', cardId, account: null, bankCode: null });
    expect((await bench.execute(chooseMoneyReceipt, byCard, bench.client(clientId))).findings).toMatchObject([
      { code: 'RU_MFO_CARD_NOT_VERIFIED', clauses: [k('5/шлюз')] },
    ]);
  });

  it(`${k('5/2/возврат')} · the charge goes back whether the sum was named or not, and the return is tracked`, async () => {
    for (const right of [true, false]) {
      const clientId = await upTo(bench, 'MONEY_RECEIPT');
      const { cardId, sum } = await chargedCard(bench, partner, clientId);
      for (const guess of right ? [sum] : [1, 2, 3].map(() => other(sum))) await name(clientId, cardId, guess);
      expect(await checkOf(cardId)).toMatchObject({ refund_status: 'ORDERED', refunded_at: null });
      partner.answer = () => ({ state: 'PENDING' });
      await runCards(bench);
      expect(await checkOf(cardId)).toMatchObject({ refund_status: 'ORDERED' });
      partner.answer = null;
      bench.clock.advance({ minutes: 1 });
      await runCards(bench);
      const check = await checkOf(cardId);
      expect(check).toMatchObject({ refund_status: 'SETTLED', refund_operation: `op-${check.refund_id}` });
      expect(partner.refunds.filter(({ chargeId }) => chargeId === check.id)).toEqual([
        { id: check.refund_id, chargeId: check.id, amount: sum, currency: 'RUB' },
      ]);
    }
  });

  it(`${k('5/2/возврат')}, ${k('5/2/неверно')} · the charge of a card that was left goes back too: for another card, or for an account`, async () => {
    for (const leave of ['ANOTHER_CARD', 'ACCOUNT'] as const) {
      const clientId = await upTo(bench, 'MONEY_RECEIPT');
      const { cardId, sum } = await chargedCard(bench, partner, clientId);
      const left =
        leave === 'ACCOUNT'
          ? await bench.execute(chooseMoneyReceipt, toAccount(clientId), bench.client(clientId))
          : await bench.execute(beginCard, { clientId }, bench.client(clientId));
      expect(codesOf(left)).toEqual([]);
      expect(await rowOf(cardId)).toMatchObject({ status: 'REFUSED', token_enc: null, refusal: 'SUM_NOT_NAMED' });
      expect(codesOf(await name(clientId, cardId, sum))).toEqual(['RU_MFO_CARD_NOT_FOUND']);
      await runCards(bench);
      expect(await checkOf(cardId)).toMatchObject({ refund_status: 'SETTLED' });
    }
  });

  it(`${k('5/2/списание')} · a charge of 2.00 starts a check, of 2.01 or nothing does not and goes back`, async () => {
    for (const [amount, status, codes] of [
      ['2.00', 'CHARGED', []],
      ['0.01', 'CHARGED', []],
      ['2.01', 'REFUSED', ['RU_MFO_CARD_CHARGE_OUT_OF_RANGE']],
      ['0.00', 'REFUSED', ['RU_MFO_CARD_CHARGE_OUT_OF_RANGE']],
    ] as const) {
      const clientId = await upTo(bench, 'MONEY_RECEIPT');
      const cardId = await enteredCard(bench, partner, clientId);
      await askCard(bench, partner, clientId, cardId);
      const { id } = await checkOf(cardId);
      const outcome = {
        state: 'SETTLED',
        partner: 'card-partner',
        partnerOperationId: 'op',
        at: new Date('2023-04-28T09:00:05Z'),
      } as const;
      const booked = await bench.execute(bookCardCheck, { checkId: id as string, operation: 'CHARGE', outcome, amount });
      expect(codesOf(booked)).toEqual(codes);
      if (codes.length > 0) expect(booked.findings).toMatchObject([{ clauses: [k('5/2/списание')] }]);
      expect(await rowOf(cardId)).toMatchObject({ status });
      expect((await checkOf(cardId)).refund_status).toBe(codes.length > 0 ? 'ORDERED' : null);
    }
  });

  it(`${k('5/2/списание')} · every sum is of whole kopecks from the least to the greatest`, () => {
    fc.assert(
      fc.property(fc.constant(null), () => {
        const sum = new Decimal(randomSum(new Decimal('0.01'), new Decimal('2.00')));
        expect(sum.gte('0.01') && sum.lte('2.00') && sum.decimalPlaces() <= 2).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it(`${k('5/2/ввод')} · the sum stands nowhere in the clear: not in a row, a message, an event or a finding`, async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const { cardId, sum } = await chargedCard(bench, partner, clientId);
    const wrong = await name(clientId, cardId, other(sum));
    const rows = await bench.sql('select amount_enc::text, partner, failure, charge_operation from ru_mfo.card_check where card_id = $1', [
      cardId,
    ]);
    const events = await bench.sql("select payload from core.event_inbox where payload::text like '%' || $1 || '%'", [cardId]);
    expect(JSON.stringify([rows, events, wrong])).not.toContain(`"${sum}"`);
    expect(
      bench.open((await checkOf(cardId)).amount_enc as Buffer, 'ru_mfo.card_check', (await checkOf(cardId)).id as string, 'amount_enc'),
    ).toBe(sum);
  });

  it(`${k('term/Карта')} · a card of another scheme is refused, of the three named it is taken`, async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    for (const scheme of ['UNIONPAY', null]) {
      const cardId = await enteredCard(bench, partner, clientId, { scheme });
      expect((await askCard(bench, partner, clientId, cardId)).findings).toMatchObject([
        { code: 'RU_MFO_CARD_SCHEME_NOT_ALLOWED', clauses: [k('term/Карта')], facts: { accepted: 'MASTERCARD, MIR, VISA' } },
      ]);
      expect(await rowOf(cardId)).toMatchObject({ status: 'REFUSED', token_enc: null });
    }
    for (const scheme of ['VISA', 'MASTERCARD', 'MIR']) {
      const cardId = await enteredCard(bench, partner, clientId, { scheme });
      expect(codesOf(await askCard(bench, partner, clientId, cardId))).toEqual([]);
    }
  });

  it(`${k('13/4')} · token, four digits and the month are kept; an answer with a number in it leaves nothing`, async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    for (const more of [{ pan: '2200000000000004' }, { token: '2200000000000004' }, { cvv: '123' }, { last4: '12345' }]) {
      const cardId = await enteredCard(bench, partner, clientId, more);
      expect((await askCard(bench, partner, clientId, cardId)).findings).toMatchObject([
        { code: 'RU_MFO_CARD_DATA_FORBIDDEN', clauses: [k('13/4')] },
      ]);
      expect(await rowOf(cardId)).toMatchObject({ status: 'FORM', token_enc: null, last_four: null });
    }
    const { cardId } = await chargedCard(bench, partner, clientId);
    const row = await rowOf(cardId);
    expect(row).toMatchObject({ last_four: '4477', expires: '2027-05', scheme: 'MIR', form_reference: null });
    expect((row.token_enc as Buffer).toString('latin1')).not.toContain('tok_');
    expect(bench.open(row.token_enc as Buffer, 'ru_mfo.card', cardId, 'token_enc')).toBe('tok_9f1a2b3c4d');
  });

  it(`${k('5/2/реквизиты')}, ${k('13/3')} · its details are entered on the partner’s page; until then there is nothing to check`, async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const { cardId } = await bench.execute(beginCard, { clientId }, bench.client(clientId));
    expect(await rowOf(cardId!)).toMatchObject({ status: 'FORM', token_enc: null });
    await partner.beginTokenisation(cardId!);
    expect(codesOf(await askCard(bench, partner, clientId, cardId!))).toEqual(['RU_MFO_CARD_FORM_PENDING']);
    partner.refuse(`form-${cardId}`, 'CARD_DECLINED');
    expect(codesOf(await askCard(bench, partner, clientId, cardId!))).toEqual(['RU_MFO_CARD_REFUSED']);
    const early = await upTo(bench, 'ADDITIONAL_INFO');
    expect(codesOf(await bench.execute(beginCard, { clientId: early }, bench.client(early)))).toEqual(['RU_MFO_STEP_OUT_OF_ORDER']);
  });

  it(`${k('term/Партнер')} · charge and return keep the partner and its operations`, async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const cardId = await verifiedCardOf(bench, partner, clientId);
    await runCards(bench);
    const check = await checkOf(cardId);
    expect(check).toMatchObject({ partner: 'card-partner', charge_operation: `op-${check.id}`, refund_operation: `op-${check.refund_id}` });
  });

  it('that the partner refuses to charge is not verified, and an answer booked twice changes nothing', async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    partner.answer = () => ({ state: 'FAILED', partner: 'card-partner', reason: 'NO_FUNDS' });
    const { cardId } = await chargedCard(bench, partner, clientId);
    expect(await rowOf(cardId)).toMatchObject({ status: 'REFUSED', refusal: 'NO_FUNDS' });
    const { id } = await checkOf(cardId);
    const outcome = { state: 'SETTLED', partner: 'x', partnerOperationId: 'y', at: new Date() } as const;
    await bench.execute(bookCardCheck, { checkId: id as string, operation: 'CHARGE', outcome });
    expect(await checkOf(cardId)).toMatchObject({ charge_status: 'FAILED', partner: 'card-partner' });
  });

  it('is the fifth of a day at most, and none after nine wrong sums in thirty days: other people’s cards are not tried out here', async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const begin = () => bench.execute(beginCard, { clientId }, bench.client(clientId));
    const guessed = async () => {
      const { cardId, sum } = await chargedCard(bench, partner, clientId);
      for (let i = 0; i < 3; i++) await name(clientId, cardId, other(sum));
    };
    for (let i = 0; i < 3; i++) await guessed();
    expect(codesOf(await begin())).toEqual(['RU_MFO_CARD_CHECKS_EXHAUSTED']);
    const another = await upTo(bench, 'MONEY_RECEIPT');
    const results = await Promise.all(
      Array.from({ length: 8 }, () => bench.execute(beginCard, { clientId: another }, bench.client(another))),
    );
    expect(results.filter((result) => codesOf(result).length === 0)).toHaveLength(5);
    const back = bench.clock.now();
    bench.clock.advance({ hours: 24 });
    expect(codesOf(await begin())).toEqual(['RU_MFO_CARD_CHECKS_EXHAUSTED']);
    expect(codesOf(await bench.execute(beginCard, { clientId: another }, bench.client(another)))).toEqual([]);
    bench.clock.advance({ hours: 24 * 30 });
    expect(codesOf(await begin())).toEqual([]);
    bench.clock.moveTo(back.toString());
  });

  it('is confirmed or refused by three sums, however many are named at once', async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const { cardId, sum } = await chargedCard(bench, partner, clientId);
    const results = await Promise.all(Array.from({ length: 12 }, () => name(clientId, cardId, other(sum))));
    expect(results.filter((result) => codesOf(result)[0] === 'RU_MFO_CARD_AMOUNT_MISMATCH')).toHaveLength(3);
    expect(await checkOf(cardId)).toMatchObject({ attempts: 3 });
    expect(codesOf(await name(clientId, cardId, sum))).toEqual(['RU_MFO_CARD_NOT_FOUND']);
    expect(await rowOf(cardId)).toMatchObject({ status: 'REFUSED', token_enc: null });
  });

  it.each([
    'javascript:alert(1)',
    'http://acme.example/',
    'https://user:secret@acme.example/',
    'data:text/html,x',
    `https://a.example/${'x'.repeat(500)}`,
  ])('leads back from the partner’s page to no such address: %s', async (returnUrl) => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const mutation = 'mutation ($input: RuMfoBeginCardInput!) { ruMfoBeginCard(input: $input) { formUrl findings { code } } }';
    const { ruMfoBeginCard } = await graphOf(bench)(mutation, { input: { returnUrl } }, bench.client(clientId));
    expect(ruMfoBeginCard).toEqual({ formUrl: null, findings: [{ code: 'RU_MFO_FIELD_INVALID' }] });
  });

  it('of somebody else cannot be confirmed', async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const { cardId, sum } = await chargedCard(bench, partner, clientId);
    const stranger = await upTo(bench, 'MONEY_RECEIPT');
    expect(codesOf(await name(stranger, cardId, sum))).toEqual(['RU_MFO_CARD_NOT_FOUND']);
  });

  it(`${k('6/2')} · money to a card needs its face to be seen; no file of it is kept`, async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const cardId = await verifiedCardOf(bench, partner, clientId);
    const byCard = toAccount(clientId, { method: 'PAYMENT_CARD', cardId, account: null, bankCode: null, ownWays: ['BANK_ACCOUNT_RU'] });
    expect(codesOf(await bench.execute(chooseMoneyReceipt, byCard, bench.client(clientId)))).toEqual([]);
    for (const kind of ['ID_DOCUMENT', 'SELFIE_WITH_ID'] as const) await sendImage(bench, clientId, kind);
    const done = () =>
      bench.execute(identify, { clientId, confirmations: ['ID_SENT', 'SELFIE_SENT', 'CARD_SENT'] }, bench.client(clientId));
    expect((await done()).findings).toMatchObject([{ code: 'RU_MFO_CARD_PHOTO_MISSING', clauses: [k('6/2')] }]);
    await sendImages(bench, clientId);
    expect(await bench.sql("select file_id from ru_mfo.image where client_id = $1 and kind = 'CARD_FACE'", [clientId])).toEqual([
      { file_id: null },
    ]);
    expect(codesOf(await done())).toEqual([]);
  });

  it('of the registration is where an application’s money goes, and no other token is taken', async () => {
    const clientId = await upTo(bench, 'MONEY_RECEIPT');
    const cardId = await verifiedCardOf(bench, partner, clientId);
    const byCard = toAccount(clientId, { method: 'PAYMENT_CARD', cardId, account: null, bankCode: null, ownWays: ['BANK_ACCOUNT_RU'] });
    await bench.execute(chooseMoneyReceipt, byCard, bench.client(clientId));
    await sendImages(bench, clientId);
    await bench.execute(identify, { clientId, confirmations: ['ID_SENT', 'SELFIE_SENT', 'CARD_SENT'] }, bench.client(clientId));
    const own = { payoutMethod: 'PAYMENT_CARD', rulesShown: 'ru-mfo/kapital-nt/2022-09-20' } as const;
    const { applicationId, findings } = await start(bench, clientId, own);
    expect(findings).toEqual([]);
    expect(await bench.sql('select payout_mask from ru_mfo.application where application_id = $1', [applicationId])).toEqual([
      { payout_mask: '•••• 4477' },
    ]);
    expect(codesOf(await start(bench, clientId, { ...own, cardToken: 'tok_of_somebody', cardLastDigits: '1111' }))).toEqual([
      'RU_MFO_PAYOUT_BY_REGISTRATION',
    ]);
  });
});
