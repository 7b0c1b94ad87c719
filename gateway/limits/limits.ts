/** What one operation may ask for. Everything is on by default; each limit refuses with a code of its own. */
export interface Limits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Lexical tokens of a document: bounds parsing and validation, which happen before anything is known of it. */
  readonly tokens: number;
  /** Repeated fields and spreads of a document, which validation compares pair by pair; see `repeatsIn`. */
  readonly repeats: number;
  /** Values in the variables, at any depth: each that does not fit costs an error of its own. */
  readonly values: number;
  /** Fields below each other. */
  readonly depth: number;
  /** Fields under another name than their own. */
  readonly aliases: number;
  /** Fields at the top of the operation. */
  readonly rootFields: number;
  /** Weighted fields, lists multiplied; see `costOf`. */
  readonly cost: number;
  /** Live streams of one WebSocket. */
  readonly streamsPerSocket: number;
}

export const DEFAULT_LIMITS: Limits = Object.freeze({
  bodyBytes: 256 * 1024,
  tokens: 4_000,
  repeats: 100,
  values: 2_000,
  depth: 15,
  aliases: 50,
  rootFields: 20,
  cost: 10_000,
  streamsPerSocket: 50,
});

/** Prices of the cost limit. */
export const PRICES = Object.freeze({
  /** Any field that has a sub-selection or a resolver's work behind it costs this; leaves cost nothing. */
  objectField: 1,
  /** A plugin's field on a core type: it reads tables of its own. */
  pluginField: 3,
  mutation: 10,
  subscription: 10,
  /** Items assumed in a list that takes no `first`. */
  listLength: 5,
});
