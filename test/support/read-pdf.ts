import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface PdfText {
  /** A run of letters or of white space; a run that ends its line ends in a space. */
  readonly text: string;
  /** Left end of the base line in points from the page's left and top. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

export interface PdfBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
  /** Stroked rectangles. */
  readonly boxes: readonly PdfBox[];
}

// A process of its own: the reader is an ES module, which jest's loader does not take.
const READER = `
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)));
const { OPS } = await getResolvedPDFJS();
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const texts = items.filter((item) => item.str !== '' || item.hasEOL).map((item) => ({
    text: item.str + (item.hasEOL ? ' ' : ''), x: item.transform[4], y: height - item.transform[5], width: item.width, fontSize: Math.abs(item.transform[3]),
  }));
  const operators = await page.getOperatorList();
  const boxes = [];
  operators.fnArray.forEach((name, index) => {
    if (name !== OPS.constructPath) return;
    const [left, top, right, bottom] = operators.argsArray[index][2];
    boxes.push({ left, top, right, bottom });
  });
  pages.push({ width, height, texts, boxes });
}
process.stdout.write(JSON.stringify(pages));
`;

/** Reads a PDF the way a viewer does. */
export async function readPdf(bytes: Buffer): Promise<PdfPage[]> {
  const child = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', READER], {
    cwd: process.cwd(),
    maxBuffer: 1 << 26,
  });
  child.child.stdin!.end(bytes);
  return JSON.parse((await child).stdout) as PdfPage[];
}

/** All text of a page in reading order; any run of white space is one space. */
export const textOf = (page: { readonly texts: readonly PdfText[] }): string =>
  page.texts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ');
