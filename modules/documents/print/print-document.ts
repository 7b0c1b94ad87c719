import PDFDocument from 'pdfkit';
import type { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../schema/base';
import type { Block, DocumentContent, Frames } from '../document-content';
import type { SignatureBlock } from '../extension-points';
import { fonts } from './fonts';
import { framePadding, placeFrames } from './frames';
import { labels } from './labels';
import { bottom, page, sizes, textWidth } from './page';
import { printTable } from './table';

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
  const { regular, bold } = fonts();
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  const bytes = collect(pdf);

  for (const block of document.content.blocks) if (block.kind === 'frames') printFrames(pdf, block);
  pdf.font('bold').fontSize(sizes.title).text(document.content.title, page.margin, pdf.y, { width: textWidth, align: 'center' }).moveDown();
  for (const block of document.content.blocks) printBlock(pdf, block);
  if (document.signatures.length > 0) printSignatures(pdf, document);
  printFooters(pdf, document);
  pdf.end();
  return bytes;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.once('end', () => resolve(Buffer.concat(chunks)));
    pdf.once('error', reject);
  });
}

function printBlock(pdf: PDFKit.PDFDocument, block: Block): void {
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
    case 'table':
      printTable(pdf, block);
      pdf.moveDown();
      break;
    case 'pageBreak':
      pdf.addPage();
      break;
    case 'frames':
      break;
  }
}

function printField(pdf: PDFKit.PDFDocument, label: string, value: string): void {
  pdf
    .font('bold')
    .fontSize(sizes.text)
    .text(`${label}: `, { width: textWidth, continued: true })
    .font('regular')
    .text(value, { width: textWidth });
}

function printFrames(pdf: PDFKit.PDFDocument, block: Frames): void {
  pdf.font('bold');
  const placed = placeFrames(block, {
    width: (text, size) => pdf.fontSize(size).widthOfString(text),
    height: (text, size, width) => pdf.fontSize(size).heightOfString(text, { width }),
  });
  pdf.fontSize(placed.fontSize).fillColor('black').strokeColor('black').lineWidth(1);
  for (const { x, y, side, text } of placed.frames) {
    const inner = side - 2 * framePadding;
    const height = pdf.heightOfString(text, { width: inner });
    pdf.rect(x, y, side, side).stroke();
    pdf.text(text, x + framePadding, y + (side - height) / 2, { width: inner, align: 'center' });
  }
  pdf.x = page.margin;
  pdf.y = placed.bottom + 2 * sizes.text;
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
