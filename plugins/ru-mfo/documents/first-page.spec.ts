import { Temporal } from 'temporal-polyfill';
import { type DocumentContent, measureDocument, printDocument } from '../../../modules/documents';
import { type PdfBox, type PdfPage, readPdf, textOf } from '../../../test/support/read-pdf';
import { loanTerms } from '../finance';
import { lenders } from '../lenders';
import { codeSignedTerms } from '../packet';
import { factsOf, judge, rulesOn } from '../test-support/rule-book';
import { firstPageFacts } from './check-first-page';
import { firstPage, moneyFrameShare, percentFrameShare } from './first-page';
import { firstPageData } from './first-page-text';
import { type IndividualTermsData, individualTerms } from './individual-terms';

const ON = '2024-06-10';

/** The individual terms of a lender as they are printed: a loan of ten days, or another. */
function termsOf(code: string, { amount = '8000.00', termDays = 14, day = ON } = {}) {
  const lender = lenders.find((one) => one.code === code)!;
  const rulesOfDay = rulesOn(day, code);
  const tariff = lender.tariffs.find(({ from }) => from <= day)!;
  const terms = loanTerms({ amount, termDays, startOn: Temporal.PlainDate.from(day) }, tariff);
  const byCode = rulesOfDay.parameter('acceptance.method').bound?.value === 'CODE';
  const template = byCode ? codeSignedTerms : individualTerms;
  const data: IndividualTermsData = {
    number: '2024-000123',
    formedOn: day,
    lender: { legalName: lender.legalName, details: lender.details },
    borrower: {
      name: 'Примерова Проба Образцовна',
      phone: '+79161234567',
      email: 'person@example.org',
      ...(byCode ? { identity: ['Документ: паспорт 4510 123456', 'Место регистрации: г. Москва, ул. Примерная, д. 1'] } : {}),
    },
    terms,
    payout: 'Переводом на банковский счёт заёмщика, указанный в заявлении',
    penalty: '20 процентов годовых от непогашенной части основного долга',
    changed: { amount: null, termDays: null },
    firstPage: firstPageData(rulesOfDay, terms, false),
  };
  const content: DocumentContent = { title: template.title.ru, blocks: template.layout(data) };
  return { content, terms, data };
}

async function printed(code: string, loan: Parameters<typeof termsOf>[1] = {}): Promise<PdfPage[]> {
  const bytes = await printDocument({
    content: termsOf(code, loan).content,
    locale: 'ru',
    at: Temporal.Instant.from('2024-06-10T09:00:00Z'),
    sha256: 'ab'.repeat(32),
    signatures: [],
  });
  return readPdf(bytes);
}

const side = (box: PdfBox) => Math.abs(box.right - box.left);
const share = (box: PdfBox, page: PdfPage) => (side(box) * Math.abs(box.bottom - box.top)) / (page.width * page.height);
/** The two squares that are drawn first, the left one first. */
const framesOf = (page: PdfPage) =>
  page.boxes
    .slice(0, 2)
    .map((box) => ({ ...box, left: Math.min(box.left, box.right), right: Math.max(box.left, box.right) }))
    .sort((a, b) => a.left - b.left) as [PdfBox, PdfBox];
const inside = (page: PdfPage, box: PdfBox) =>
  page.texts.filter(({ x, width, y }) => x >= box.left && x + width <= box.right + 6 && y <= Math.abs(box.bottom - box.top) + 50);
/** Highest point of the table: the first box after the frames. */
const firstRow = (page: PdfPage) => page.boxes[2]!;

describe.each(lenders.map(({ code }) => code))('the first page of the terms of %s', (code) => {
  let pages: PdfPage[];
  let page: PdfPage;
  beforeAll(async () => {
    pages = await printed(code);
    page = pages[0]!;
  });

  it('has two squares at the top right, the money right of the per cent, before the table', () => {
    const [percent, money] = framesOf(page);
    for (const box of [percent, money]) expect(side(box)).toBeCloseTo(Math.abs(box.bottom - box.top), 1);
    expect(money.left).toBeGreaterThan(percent.right);
    expect(page.width - money.right).toBeLessThan(page.width * 0.08);
    const top = (box: PdfBox) => page.height - Math.max(box.top, box.bottom);
    expect(top(percent)).toBeCloseTo(top(money), 1);
    const nearTop = (box: PdfBox) => Math.min(Math.min(box.top, box.bottom), page.height - Math.max(box.top, box.bottom));
    expect(nearTop(percent)).toBeLessThan(page.height * 0.08);
    expect(firstRow(page)).toBeDefined();
  });

  it('gives each square at least a twentieth of the page', () => {
    for (const box of framesOf(page)) expect(share(box, page)).toBeGreaterThanOrEqual(0.05);
  });

  it('writes the full cost in capitals, in the largest type of the page', () => {
    const [percent, money] = framesOf(page);
    const framed = [...inside(page, percent), ...inside(page, money)].filter(({ text }) => text.trim());
    const largest = Math.max(...page.texts.map(({ fontSize }) => fontSize));
    const words = framed.filter(({ fontSize }) => fontSize === largest);
    expect(words.length).toBeGreaterThan(4);
    const text = words.map((run) => run.text).join('');
    expect(text).toBe(text.toUpperCase());
    expect(text).toMatch(/ПОЛНАЯ СТОИМОСТЬ/);
    const outside = page.texts.filter((run) => run.text.trim() && !framed.includes(run));
    expect(Math.max(...outside.map(({ fontSize }) => fontSize))).toBeLessThan(largest);
  });

  it('gives its Cyrillic text back, with both figures of the full cost and the lender’s name', () => {
    const text = textOf(page);
    const { terms } = termsOf(code);
    expect(text).toContain(terms.fullCost!.percent.replace('.', ','));
    expect(text.toUpperCase()).toContain('РУБЛ');
    expect(text).toContain(lenders.find((one) => one.code === code)!.legalName.slice(-12, -1));
    expect(text).not.toContain('undefined');
    expect(pages.map(textOf).join(' ')).toContain('Условие Содержание');
  });
});

describe('statements and schedule', () => {
  const onFirst = async (loan: Parameters<typeof termsOf>[1]) => textOf((await printed('sotovy', loan))[0]!).replaceAll('\u00a0', ' ');
  const everywhere = async (loan: Parameters<typeof termsOf>[1]) =>
    (await printed('sotovy', loan)).map(textOf).join(' ').replaceAll('\u00a0', ' ');

  it('ru-mfo/sotovy/4.3/1/текст · the first page of a year’s contract says that charges stop at 130 %, and at 100 % since the law says so', async () => {
    expect(await onFirst({ termDays: 365 })).toContain('достигнет 130 процентов суммы предоставленного займа');
    expect(await onFirst({ termDays: 365, day: '2026-06-10' })).toContain('достигнет 100 процентов суммы предоставленного займа');
    expect(await onFirst({ termDays: 366 })).not.toContain('130 процентов');
  });

  it('ru-mfo/sotovy/4.3/2/текст · the first page says that penalties count on unpaid principal only', async () => {
    expect(await onFirst({ termDays: 30 })).toContain('только на непогашенную часть суммы основного долга');
  });

  it('ru-mfo/sotovy/4.4/1/текст · the first page of 10 000 for 15 days says that the fixed sum stops at 15 %, save 0.1 % a day', async () => {
    const text = await onFirst({ amount: '10000.00', termDays: 15 });
    expect(text).toContain('достигнет 15 процентов суммы займа, кроме неустойки 0,1 процента');
    expect(await onFirst({ amount: '10000.00', termDays: 16 })).not.toContain('фиксируемая');
    expect(await onFirst({ amount: '10000.01', termDays: 15 })).not.toContain('фиксируемая');
  });

  it('ru-mfo/sotovy/4.4/2 · 8 000 for 14 days states 1 200 roubles as the largest fixed sum', async () => {
    expect(await onFirst({ amount: '8000.00', termDays: 14 })).toContain('фиксируемой суммы платежей: 1 200 рублей 00 копеек');
  });

  it('ru-mfo/sotovy/4.10/б · each payment of the schedule is split into principal and interest', async () => {
    const { terms } = termsOf('sotovy', { amount: '20000.00', termDays: 56 });
    const text = await everywhere({ amount: '20000.00', termDays: 56 });
    expect(terms.schedule.length).toBeGreaterThan(1);
    for (const { dueOn, principal, interest } of terms.schedule) {
      const money = (value: string) => value.replace(/\B(?=(\d{3})+\.)/g, ' ').replace('.', ',');
      expect(text).toContain(`${dueOn.split('-').reverse().join('.')} ${money(principal)} ${money(interest)}`);
    }
  });

  it('ru-mfo/sotovy/4.10/в · the schedule states what all payments come to', async () => {
    expect(await everywhere({ amount: '10000.00', termDays: 30 })).toContain(
      'Общая сумма выплат заёмщика в течение срока договора: 12 400 рублей 00 копеек.',
    );
  });
});

describe('the measure before an offer', () => {
  const measured = (loan: Parameters<typeof termsOf>[1] = {}, change: (content: DocumentContent) => DocumentContent = (same) => same) => {
    const { content, terms, data } = termsOf('sotovy', loan);
    const laidOut = { ...change(content), terms, firstPage: data.firstPage!, secured: false };
    const facts = firstPageFacts(measureDocument(change(content)), laidOut);
    return firstPage.map((validator) => {
      const plain = Object.fromEntries(Object.entries(facts).map(([name, entry]) => [name, entry![0]])) as Parameters<typeof factsOf>[0];
      return judge(validator, plain, ON, 'sotovy');
    });
  };
  const failures = (...given: Parameters<typeof measured>) =>
    measured(...given).flatMap(({ verdict, code }) => (verdict === 'FAIL' ? [code] : []));
  const without = (kind: string) => (content: DocumentContent) => ({
    ...content,
    blocks: content.blocks.filter((block) => block.kind !== kind),
  });

  it.each([
    ['ru-mfo/sotovy/4.2/1', 'ru-mfo/sotovy/4.2/2/место'],
    ['ru-mfo/sotovy/4.2/2/шрифт', 'ru-mfo/sotovy/4.2/3/место'],
    ['ru-mfo/sotovy/1.3/Индивидуальные_условия', 'ru-mfo/sotovy/4.10/а'],
  ])('%s · terms as this plugin prints them pass, and so does %s', (...clauses) => {
    const verdicts = measured();
    expect(verdicts.filter(({ verdict }) => verdict === 'FAIL')).toEqual([]);
    const met = verdicts.flatMap((verdict) => verdict.clauses);
    for (const clause of clauses) expect(met).toContain(clause);
  });

  it('agrees with what a reader measures in the printed file', async () => {
    const { content } = termsOf('sotovy');
    const [page] = await printed('sotovy');
    const { frames } = measureDocument(content);
    expect(framesOf(page!).map((box) => side(box))).toEqual(frames!.frames.map((frame) => expect.closeTo(frame.side, 0.5)));
  });

  it('ru-mfo/sotovy/4.2/2/площадь · without frames nothing is offered', () => {
    expect(failures({}, without('frames'))).toEqual(
      expect.arrayContaining(['RU_MFO_PSK_BOX_POSITION', 'RU_MFO_PSK_BOX_FONT', 'RU_MFO_PSK_BOX_AREA']),
    );
    expect(judge(percentFrameShare, { percentFrameShare: undefined as never }, ON, 'sotovy').reason).toBe('FACT_MISSING');
    expect(judge(moneyFrameShare, {}, ON, 'sotovy').reason).toBe('FACT_MISSING');
  });

  it('ru-mfo/sotovy/4.2/1 · a table that a page break pushes to the second page is refused', () => {
    const pushed = (content: DocumentContent): DocumentContent => {
      const at = content.blocks.findIndex(({ kind }) => kind === 'table');
      return { ...content, blocks: [...content.blocks.slice(0, at), { kind: 'pageBreak' }, ...content.blocks.slice(at)] };
    };
    expect(failures({}, pushed)).toEqual(['RU_MFO_INDIVIDUAL_TERMS_FORM']);
  });

  it('refuses terms without table, statements or schedule', () => {
    expect(failures({}, without('table'))).toEqual(
      expect.arrayContaining(['RU_MFO_INDIVIDUAL_TERMS_FORM', 'RU_MFO_SCHEDULE_MISSING', 'RU_MFO_SCHEDULE_NOT_SPLIT']),
    );
    expect(failures({}, without('paragraph'))).toEqual(
      expect.arrayContaining(['RU_MFO_FIRST_PAGE_STATEMENT_MISSING', 'RU_MFO_SCHEDULE_TOTAL_MISMATCH']),
    );
  });
});
