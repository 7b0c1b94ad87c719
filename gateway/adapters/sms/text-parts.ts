/** SMPP 3.4, 5.2.19: the operator's default alphabet, and UCS-2. */
export const DEFAULT_ALPHABET = 0x00;
export const UCS2 = 0x08;

/** One short message of a text. */
export interface TextPart {
  readonly dataCoding: typeof DEFAULT_ALPHABET | typeof UCS2;
  /** Joins the parts of a long text on the phone (3GPP TS 23.040, 9.2.3.24.1); empty for a text of one part. */
  readonly header: Buffer;
  readonly content: Buffer;
}

/** Characters with one code in ASCII and in GSM 03.38, so that it does not matter which of them an operator takes for its default. */
const COMMON = /^[\n\r !"#%&'()*+,\-./0-9:;<=>?A-Za-z]*$/;

// A short message holds 140 octets, so 160 characters of seven bits or 70 of UCS-2; the header of a part takes six octets.
const ALONE = { [DEFAULT_ALPHABET]: 160, [UCS2]: 70 } as const;
const JOINED = { [DEFAULT_ALPHABET]: 153, [UCS2]: 67 } as const;
/** As many as the header can count. */
const MOST_PARTS = 255;

/** Whole text in one piece, for operators that cut it themselves. */
export function wholeText(text: string): TextPart {
  const dataCoding = COMMON.test(text) ? DEFAULT_ALPHABET : UCS2;
  return { dataCoding, header: Buffer.alloc(0), content: encode(text, dataCoding) };
}

/**
 * Cuts a text into short messages, never within a character.
 * @param reference from 0 to 255; tells the texts apart that one phone is receiving at a time
 * @throws RangeError for a text of more than 255 parts
 */
export function splitText(text: string, reference: number): TextPart[] {
  const whole = wholeText(text);
  const { dataCoding } = whole;
  if (text.length <= ALONE[dataCoding]) return [whole];
  const pieces = cut(text, JOINED[dataCoding]);
  if (pieces.length > MOST_PARTS) throw new RangeError('The text has more than 255 parts.');
  return pieces.map((piece, index) => ({
    dataCoding,
    header: Buffer.from([5, 0, 3, reference, pieces.length, index + 1]),
    content: encode(piece, dataCoding),
  }));
}

function cut(text: string, length: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + length, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;

function encode(text: string, dataCoding: TextPart['dataCoding']): Buffer {
  return dataCoding === UCS2 ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'latin1');
}
