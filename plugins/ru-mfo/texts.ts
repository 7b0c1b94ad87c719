import { type Finding, formFinding } from '../../modules/rules';
import { cardNumber } from './identifiers';

/** Characters of a text that people write; a password, a code, a hash are shorter. */
export const MAX_TEXT = 500;

// A run of 13 to 19 digits, also in groups, that is no part of a word, a hash or an id.
const LIKE_A_CARD = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;
// Line breaks are writing; other control characters are not.
const CONTROL = /[^\P{C}\n\r\t]/u;

/**
 * What is wrong with the texts of an input, wherever they stand in it: too long, unprintable, or the number of a payment card,
 * which must never be kept. @param except fields that have a check of their own
 */
export function textFaults(input: unknown, path: readonly string[] = ['input'], except: readonly string[] = []): Finding[] {
  if (typeof input === 'string') return faultsOf(input, path);
  if (Array.isArray(input)) return input.flatMap((item, i) => textFaults(item, [...path, String(i)], except));
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => (except.includes(name) ? [] : textFaults(value, [...path, name], except)));
}

/** The refusal of a text that holds the number of a payment card; `null` for any other. */
export function cardNumberFault(text: string, path: readonly string[]): Finding | null {
  const holds = (text.match(LIKE_A_CARD) ?? []).some((run) => cardNumber(run.replace(/[ -]/g, '')));
  return holds ? formFinding('RU_MFO_CARD_NUMBER_REFUSED', path) : null;
}

// Signs that a token may have, between digits: a number spelt with them is still a number.
const SEPARATORS = /(?<=\d)[ _-](?=\d)/g;

/** Whether what is called a card's token is its number, or holds it, however it is spelt. */
export const isNumberForToken = (token: string): boolean =>
  (token.replace(SEPARATORS, '').match(/\d{13,}/g) ?? []).some((run) => cardNumber(run) !== null);

function faultsOf(text: string, path: readonly string[]): Finding[] {
  if (text.length > MAX_TEXT) return [formFinding('RU_MFO_TEXT_TOO_LONG', path, { max: MAX_TEXT })];
  if (CONTROL.test(text)) return [formFinding('RU_MFO_TEXT_UNPRINTABLE', path)];
  const card = cardNumberFault(text, path);
  return card ? [card] : [];
}
