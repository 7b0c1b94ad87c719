import { type ErrorDefinition, type ErrorSet, type Facts, type Locale, sentence } from './errors';

/** The one list of error codes: every code has one owner and a sentence in each language. */
export class ErrorCatalogue {
  private readonly byCode = new Map<string, ErrorDefinition>();

  /** Throws when two sets define one code; the message names both owners. */
  constructor(sets: readonly ErrorSet[]) {
    for (const definition of sets.flatMap((set) => set.definitions)) {
      const earlier = this.byCode.get(definition.code);
      if (earlier) throw new Error(`${definition.code} is defined by ${earlier.owner} and by ${definition.owner}.`);
      this.byCode.set(definition.code, definition);
    }
  }

  /** All definitions, sorted by code. */
  get all(): readonly ErrorDefinition[] {
    return [...this.byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** `null` for a code that nobody defined. */
  find(code: string): ErrorDefinition | null {
    return this.byCode.get(code) ?? null;
  }

  /** Throws for a code that nobody defined: a wiring error. */
  describe(code: string): ErrorDefinition {
    const found = this.byCode.get(code);
    if (!found) throw new Error(`${code} is not in the list of error codes.`);
    return found;
  }

  /** The sentence of a code in a language, filled with facts. */
  message(code: string, locale: Locale, facts: Facts = {}): string {
    return sentence(this.describe(code), locale, facts);
  }
}
