import { GraphQLError } from 'graphql';

/** A sentence in the languages that the graph speaks; `{name}` is replaced by the fact of that name. */
export interface Sentence {
  readonly en: string;
  readonly ru: string;
  readonly be: string;
}

export type Locale = keyof Sentence;

/**
 * One code of the one list of error codes.
 * `ERROR` stops a request (GraphQL error); `FINDING` is an expected failure and travels as data.
 */
export interface ErrorDefinition extends Sentence {
  readonly code: string;
  readonly owner: string;
  readonly kind: 'ERROR' | 'FINDING';
}

/** Codes of one owner: `{ CODE: { kind, en, ru, be } }`. */
export type ErrorTexts = Readonly<Record<string, Sentence & { readonly kind: 'ERROR' | 'FINDING' }>>;

/** Names the owner of a set of codes; the composition root collects all sets into the one list and refuses doubles. */
export function defineErrors<const T extends ErrorTexts>(owner: string, texts: T): ErrorSet<keyof T & string> {
  const definitions = Object.entries(texts).map(([code, text]) => Object.freeze({ code, owner, ...text }));
  const byCode = new Map(definitions.map((d) => [d.code, d]));
  return Object.freeze({
    owner,
    definitions: Object.freeze(definitions),
    error(code: string, facts: Facts = {}) {
      return new LexgraphError(byCode.get(code)!, facts);
    },
  });
}

export interface ErrorSet<Code extends string = string> {
  readonly owner: string;
  readonly definitions: readonly ErrorDefinition[];
  /** The GraphQL error of a code; `facts` fill the sentence and must hold nothing personal. */
  error(code: Code, facts?: Facts): LexgraphError;
}

export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** An error that a caller can act upon: its code is in the one list, its message is safe to show. */
export class LexgraphError extends GraphQLError {
  constructor(
    readonly definition: ErrorDefinition,
    readonly facts: Facts = {},
  ) {
    super(sentence(definition, 'en', facts), {
      extensions: { code: definition.code, ...(Object.keys(facts).length > 0 ? { facts } : {}) },
    });
  }
}

/** Fills a sentence with facts. A name without a fact stays as written, so that a missing one is seen. */
export function sentence(text: Sentence, locale: Locale, facts: Facts): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole));
}
