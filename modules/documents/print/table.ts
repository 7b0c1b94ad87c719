import type { Table } from '../document-content';
import { bottom, page, sizes, textWidth } from './page';

const PADDING = 3;

/** Draws a grid; rows stay whole, and the head comes again on each new page. Answers the page on which it begins. */
export function printTable(pdf: PDFKit.PDFDocument, table: Table): number {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => (column.width / whole) * textWidth);
  const head = table.columns.map((column) => column.title);

  const heightOf = (cells: readonly string[], font: string) => {
    pdf.font(font).fontSize(sizes.table);
    return Math.max(...cells.map((cell, index) => pdf.heightOfString(cell, { width: widths[index]! - 2 * PADDING }))) + 2 * PADDING;
  };
  const draw = (cells: readonly string[], font: string, height: number) => {
    const y = pdf.y;
    let x = page.margin;
    pdf.font(font).fontSize(sizes.table);
    for (const [index, width] of widths.entries()) {
      pdf.lineWidth(0.5).rect(x, y, width, height).stroke();
      pdf.text(cells[index] ?? '', x + PADDING, y + PADDING, { width: width - 2 * PADDING, align: table.columns[index]!.align ?? 'left' });
      x += width;
    }
    pdf.x = page.margin;
    pdf.y = y + height;
  };

  const headHeight = heightOf(head, 'bold');
  if (pdf.y + headHeight + heightOf(table.rows[0] ?? [''], 'regular') > bottom) pdf.addPage();
  const begins = pdf.bufferedPageRange().count;
  draw(head, 'bold', headHeight);
  for (const row of table.rows) {
    const height = heightOf(row, 'regular');
    if (pdf.y + height > bottom) {
      pdf.addPage();
      draw(head, 'bold', headHeight);
    }
    draw(row, 'regular', height);
  }
  return begins;
}
