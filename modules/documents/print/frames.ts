import type { Frames } from '../document-content';
import { page, sizes, textWidth } from './page';

const GAP = 8;
const PADDING = 8;
const LARGEST = 26;

export interface PlacedFrame {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly text: string;
}

export interface PlacedFrames {
  readonly frames: readonly PlacedFrame[];
  /** One size for all, so that none looks lesser. */
  readonly fontSize: number;
  readonly bottom: number;
}

/** Measures text in the frames' font. */
export interface Measure {
  width(text: string, fontSize: number): number;
  height(text: string, fontSize: number, width: number): number;
}

/**
 * Places square frames at the top right, in a row. The squares start at the wanted share of the page and grow until the text
 * fits in type larger than any other. Throws when it does not fit at all: the template's text is too long.
 */
export function placeFrames(block: Frames, measure: Measure): PlacedFrames {
  const texts = block.frames.map(({ text }) => text.toUpperCase());
  const wanted = Math.ceil(Math.sqrt(block.minPageShare * page.width * page.height));
  const widest = (textWidth - GAP * (texts.length - 1)) / texts.length;
  for (let side = wanted; side <= widest; side += 2) {
    const fontSize = largestFit(texts, side - 2 * PADDING, measure);
    if (fontSize === null) continue;
    const left = page.width - page.margin - texts.length * side - (texts.length - 1) * GAP;
    const frames = texts.map((text, index) => ({ x: left + index * (side + GAP), y: page.margin, side, text }));
    return { frames, fontSize, bottom: page.margin + side };
  }
  throw new Error(`The text of ${texts.length} frames does not fit the page.`);
}

export const framePadding = PADDING;

function largestFit(texts: readonly string[], width: number, measure: Measure): number | null {
  for (let size = LARGEST; size >= sizes.smallestFrame; size -= 0.5) {
    // With the space that follows: pdfkit counts it when it decides whether to break a word.
    const fits = texts.every(
      (text) => text.split(/\s+/).every((word) => measure.width(`${word} `, size) <= width) && measure.height(text, size, width) <= width,
    );
    if (fits) return size;
  }
  return null;
}
