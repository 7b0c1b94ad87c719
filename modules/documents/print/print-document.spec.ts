import { Temporal } from 'temporal-polyfill';
import { readPdf, textOf } from '../../../test/support/read-pdf';
import type { Block } from '../document-content';
import { placeFrames } from './frames';
import { page } from './page';
import { type Printable, printDocument } from './print-document';

const figures: Block = {
  kind: 'frames',
  frames: [{ text: '292,000 % (двести девяносто два процента) годовых' }, { text: '2 400 (две тысячи четыреста) единиц 00 копеек' }],
  minPageShare: 0.05,
};
const schedule: Block = {
  kind: 'table',
  columns: [
    { title: '№', width: 1 },
    { title: 'Дата', width: 3 },
    { title: 'Платёж', width: 3, align: 'right' },
  ],
  rows: Array.from({ length: 90 }, (_, index) => [String(index + 1), `день ${index + 1}`, `${index + 1},00`]),
};
const printable = (blocks: readonly Block[], more: Partial<Printable> = {}): Printable => ({
  content: { title: 'Индивидуальные условия', blocks },
  locale: 'ru',
  at: Temporal.Instant.from('2026-03-01T10:00:00Z'),
  sha256: 'ab'.repeat(32),
  signatures: [],
  ...more,
});

describe('a printed document', () => {
  it('gives its Cyrillic text back, letter for letter', async () => {
    const sentence = 'Съешь же ещё этих мягких французских булок, да выпей чаю; ўсё ў парадку, мой дарагі.';
    const [first] = await readPdf(
      await printDocument(
        printable([
          { kind: 'heading', text: 'Стороны' },
          { kind: 'paragraph', text: sentence },
          { kind: 'fields', fields: [{ label: 'Срок', value: '30 дней' }] },
        ]),
      ),
    );
    const text = textOf(first!);
    for (const part of ['Индивидуальные условия', 'Стороны', sentence, 'Срок: 30 дней']) expect(text).toContain(part);
  });

  it('has the hash and the number of the page at the foot of every page', async () => {
    const pages = await readPdf(await printDocument(printable([schedule])));
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((each, index) => {
      expect(textOf(each)).toContain(`SHA-256 текста: ${'ab'.repeat(32)}`);
      expect(textOf(each)).toContain(`Страница ${index + 1} из ${pages.length}`);
    });
  });

  it('keeps every row of a table, in order, with the head on each page and inside the margins', async () => {
    const pages = await readPdf(await printDocument(printable([schedule])));
    const rows = pages.flatMap((each) => [...textOf(each).matchAll(/день (\d+)/g)].map((match) => Number(match[1])));
    expect(rows).toEqual(Array.from({ length: 90 }, (_, index) => index + 1));
    for (const each of pages) {
      expect(textOf(each)).toContain('Платёж');
      for (const box of each.boxes) expect(Math.max(box.right, box.left)).toBeLessThanOrEqual(page.width - page.margin + 0.1);
    }
  });

  it('is the same bytes for the same content, and others for another moment', async () => {
    const document = printable([figures, schedule], { signatures: [{ heading: 'Заёмщик', lines: [{ label: 'Код', value: '1234' }] }] });
    const [first, second] = await Promise.all([printDocument(document), printDocument(document)]);
    expect(first.equals(second)).toBe(true);
    const later = await printDocument({ ...document, at: document.at.add({ seconds: 1 }) });
    expect(first.equals(later)).toBe(false);
  });

  it('lists signatures on a page of their own at the end', async () => {
    const signatures = ['Заёмщик', 'Кредитор'].map((heading) => ({ heading, lines: [{ label: 'Подписано', value: '2026-03-01' }] }));
    const pages = await readPdf(await printDocument(printable([{ kind: 'paragraph', text: 'Текст' }], { signatures })));
    expect(pages).toHaveLength(2);
    expect(textOf(pages[1]!)).toMatch(/Подписи.*Заёмщик.*Подписано: 2026-03-01.*Кредитор/);
  });
});

describe('frames', () => {
  it('are squares at the top right of the first page, side by side, each a twentieth of the page or more', async () => {
    const [first] = await readPdf(await printDocument(printable([schedule, figures])));
    const [left, right] = first!.boxes.slice(0, 2).map((box) => ({
      x: Math.min(box.left, box.right),
      end: Math.max(box.left, box.right),
      width: Math.abs(box.right - box.left),
      height: Math.abs(box.bottom - box.top),
      y: Math.min(box.top, box.bottom),
    }));
    for (const frame of [left!, right!]) {
      expect(frame.width).toBeCloseTo(frame.height, 1);
      expect((frame.width * frame.height) / (first!.width * first!.height)).toBeGreaterThanOrEqual(0.05);
    }
    expect(right!.x).toBeGreaterThan(left!.end);
    expect(right!.y).toBeCloseTo(left!.y, 1);
    expect(right!.end).toBeCloseTo(page.width - page.margin, 1);
  });

  it('hold their text in capitals, in the largest type of the page and above everything else', async () => {
    const [first] = await readPdf(await printDocument(printable([schedule, figures])));
    const largest = Math.max(...first!.texts.map(({ fontSize }) => fontSize));
    const inFrames = first!.texts.filter(({ fontSize, text }) => fontSize === largest && text.trim());
    const words = textOf({ texts: first!.texts.filter(({ y }) => y <= Math.max(...inFrames.map((run) => run.y))) });
    expect(words).toContain('292,000 % (ДВЕСТИ ДЕВЯНОСТО ДВА ПРОЦЕНТА) ГОДОВЫХ');
    expect(words).toContain('2 400 (ДВЕ ТЫСЯЧИ ЧЕТЫРЕСТА) ЕДИНИЦ 00 КОПЕЕК');
    const lowest = Math.max(...inFrames.map(({ y }) => y));
    for (const { text, y, fontSize } of first!.texts)
      if (text.trim() && fontSize !== largest) expect([text, y > lowest]).toEqual([text, true]);
    const boxes = first!.boxes.slice(0, 2);
    for (const { x, width } of inFrames) expect(boxes.some((box) => x >= box.left && x + width <= box.right)).toBe(true);
  });

  it('grow for long text and refuse what cannot be shown', () => {
    const measure = {
      width: (text: string, size: number) => text.length * size * 0.7,
      height: (text: string, size: number, width: number) => Math.ceil((text.length * size * 0.7) / width) * size * 1.2,
    };
    const frames = (text: string) => placeFrames({ kind: 'frames', frames: [{ text }, { text }], minPageShare: 0.05 }, measure);
    expect(frames('слово '.repeat(24)).frames[0]!.side).toBeGreaterThan(frames('слово').frames[0]!.side);
    expect(() => frames('слово '.repeat(400))).toThrow(/does not fit/);
    expect(() => frames('слово'.repeat(20))).toThrow(/does not fit/);
  });
});
