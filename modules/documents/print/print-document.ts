import PDFDocument from 'pdfkit';
import type { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../schema/base';
import type { Block, DocumentContent, Frames } from '../document-content';
import type { SignatureBlock } from '../extension-points';
import { fonts } from './fonts';
import { framePadding, type PlacedFrames, placeFrames } from './frames';
import { labels } from './labels';
import { bottom, page, sizes, textWidth } from './page';
import type { PageGeometry, PlacedBlock } from './page-geometry';
import { printTable } from './table';

const INK = 'black';
const PAPER = 'white';

/** Largest type of each kind of block, points. */
const typeOf: Readonly<Record<Block['kind'], number>> = {
  heading: sizes.heading,
  paragraph: sizes.text,
  fields: sizes.text,
  table: sizes.table,
  frames: 0,
  pageBreak: 0,
};

export interface Printable {
  readonly content: DocumentContent;
  readonly locale: Locale;
  /** The document's own moment: it stands in the file instead of the time of printing. */
  readonly at: Temporal.Instant;
  /** Hexadecimal SHA-256 of the canonical text, printed at the foot of every page. */
  readonly sha256: string;
  readonly signatures: readonly SignatureBlock[];
}

/** Prints a document as PDF. The bytes depend on the input alone: no clock, no randomness. */
export async function printDocument(document: Printable): Promise<Buffer> {
  const date = new Date(document.at.epochMilliseconds);
  const pdf = new PDFDocument({
    size: [page.width, page.height],
    margins: { left: page.margin, right: page.margin, top: page.margin, bottom: page.margin + page.footer },
    bufferPages: true,
    lang: document.locale,
    displayTitle: true,
    // The file's identifier is made from this information.
    info: {
      Title: document.content.title,
      Producer: 'Lexgraph',
      Creator: 'Lexgraph',
      Keywords: document.sha256,
      CreationDate: date,
      ModDate: date,
    },
  });
  const bytes = collect(pdf);
  printContent(pdf, document.content);
  if (document.signatures.length > 0) printSignatures(pdf, document);
  printFooters(pdf, document);
  pdf.end();
  return bytes;
}

/** Lays a document out as it would be printed and tells where everything came to stand. */
export function measureDocument(content: DocumentContent): PageGeometry {
  const pdf = new PDFDocument({
    size: [page.width, page.height],
    margins: { left: page.margin, right: page.margin, top: page.margin, bottom: page.margin + page.footer },
    bufferPages: true,
  });
  return printContent(pdf, content);
}

function printContent(pdf: PDFKit.PDFDocument, content: DocumentContent): PageGeometry {
  const { regular, bold } = fonts();
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  let frames: PlacedFrames | null = null;
  for (const block of content.blocks) if (block.kind === 'frames') frames = printFrames(pdf, block);
  pdf.font('bold').fontSize(sizes.title).text(content.title, page.margin, pdf.y, { width: textWidth, align: 'center' }).moveDown();
  const pageNo = () => pdf.bufferedPageRange().count;
  const blocks = content.blocks.map((block): PlacedBlock => {
    const before = pageNo();
    const pushed = printBlock(pdf, block);
    return { block, firstPage: pushed ?? before, lastPage: pageNo(), fontSize: typeOf[block.kind] };
  });
  const onFirst = blocks.filter(({ firstPage }) => firstPage === 1).map(({ fontSize }) => fontSize);
  const largestOutside = Math.max(sizes.title, ...onFirst);
  return { width: page.width, height: page.height, margin: page.margin, frames, largestOutside, ink: INK, paper: PAPER, blocks };
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.once('end', () => resolve(Buffer.concat(chunks)));
    pdf.once('error', reject);
  });
}

/** Answers the page on which the block begins, where it is another than that on which it was to begin. */
function printBlock(pdf: PDFKit.PDFDocument, block: Block): number | undefined {
  pdf.x = page.margin;
  switch (block.kind) {
    case 'heading':
      // A heading does not stand alone at the foot of a page.
      if (pdf.y + 4 * sizes.heading > bottom) pdf.addPage();
      pdf.moveDown(0.6).font('bold').fontSize(sizes.heading).text(block.text, { width: textWidth }).moveDown(0.3);
      break;
    case 'paragraph':
      pdf.font('regular').fontSize(sizes.text).text(block.text, { width: textWidth, align: 'left' }).moveDown(0.5);
      break;
    case 'fields':
      for (const { label, value } of block.fields) printField(pdf, label, value);
      pdf.moveDown(0.5);
      break;
    case 'table': {
      const begins = printTable(pdf, block);
      pdf.moveDown();
      return begins;
    }
    case 'pageBreak':
      pdf.addPage();
      break;
    case 'frames':
      break;
  }
  return undefined;
}

function printField(pdf: PDFKit.PDFDocument, label: string, value: string): void {
  pdf
    .font('bold')
    .fontSize(sizes.text)
    .text(`${label}: `, { width: textWidth, continued: true })
    .font('regular')
    .text(value, { width: textWidth });
}

function printFrames(pdf: PDFKit.PDFDocument, block: Frames): PlacedFrames {
  pdf.font('bold');
  const placed = placeFrames(block, {
    width: (text, size) => pdf.fontSize(size).widthOfString(text),
    height: (text, size, width) => pdf.fontSize(size).heightOfString(text, { width }),
  });
  pdf.fontSize(placed.fontSize).fillColor(INK).strokeColor(INK).lineWidth(1.2);
  for (const { x, y, side, text } of placed.frames) {
    const inner = side - 2 * framePadding;
    const height = pdf.heightOfString(text, { width: inner });
    pdf.rect(x, y, side, side).stroke();
    pdf.text(text, x + framePadding, y + (side - height) / 2, { width: inner, align: 'center' });
  }
  pdf.x = page.margin;
  pdf.y = placed.bottom + 2 * sizes.text;
  return placed;
}

function printSignatures(pdf: PDFKit.PDFDocument, { signatures, locale }: Printable): void {
  pdf.addPage();
  pdf.font('bold').fontSize(sizes.title).text(labels[locale].signatures, page.margin, pdf.y, { width: textWidth }).moveDown();
  for (const { heading, lines } of signatures) {
    if (pdf.y + (lines.length + 2) * sizes.text * 1.4 > bottom) pdf.addPage();
    printBlock(pdf, { kind: 'heading', text: heading });
    for (const { label, value } of lines) printField(pdf, label, value);
  }
}

function printFooters(pdf: PDFKit.PDFDocument, { sha256, locale }: Printable): void {
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index);
    // Below the margin pdfkit would break the page.
    pdf.page.margins.bottom = 0;
    const y = page.height - page.margin - sizes.footer;
    pdf.font('regular').fontSize(sizes.footer);
    pdf.text(`${labels[locale].hash}: ${sha256}`, page.margin, y, { lineBreak: false });
    pdf.text(labels[locale].page(index + 1, count), page.margin, y, { width: textWidth, align: 'right', lineBreak: false });
  }
}
