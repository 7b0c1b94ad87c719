/** Where a subscription's document takes the cursor to resume after, and where its results show theirs. */
export interface SubscriptionShape {
  /** Name of the variable given as `after`, without `$`. */
  readonly after: string;
  /** Keys in `data` that lead to the cursor. */
  readonly path: readonly [field: string, cursor: string];
}

interface Selection {
  readonly key: string;
  readonly name: string;
  /** Name of the variable that is the argument `after`. */
  readonly after: string | null;
  readonly selections: readonly Selected[];
}
type Selected = Selection | { readonly fragment: string } | { readonly inline: readonly Selected[] };

interface Definition {
  readonly kind: string;
  readonly name: string | null;
  readonly variables: ReadonlySet<string>;
  readonly selections: readonly Selected[];
}

const TOKENS = /"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|\.\.\.|[_A-Za-z]\w*|[-+\d][\w.+-]*|[^\s,\uFEFF]/g;

const EXAMPLE = 'subscription ($after: Cursor) { decisionMade(after: $after) { cursor … } }';

/**
 * Reads what resuming needs. The gateway judges the document; here only what it would accept and nobody could resume is refused.
 * @throws Error that says what the document lacks
 */
export function shapeOf(document: string, operationName?: string): SubscriptionShape {
  const definitions = new Reader(document).definitions();
  const operations = definitions.filter(({ kind, name }) => kind !== 'fragment' && (!operationName || name === operationName));
  const [operation] = operations;
  if (!operation) throw refusal(operationName ? `it has no operation "${operationName}"` : 'it holds no operation');
  if (operations.length > 1) throw refusal('it holds several operations: say which by `operationName`');
  if (operation.kind !== 'subscription') throw refusal(`its operation is a ${operation.kind}, not a subscription`);
  const fragments = new Map(definitions.filter(({ kind }) => kind === 'fragment').map(({ name, selections }) => [name, selections]));
  const [field] = fieldsOf(operation.selections, fragments);
  if (!field) throw refusal('its subscription selects no field');
  const cursor = fieldsOf(field.selections, fragments).find(({ name }) => name === 'cursor');
  if (!cursor) throw refusal(`\`${field.name}\` does not select \`cursor\`, so nothing could be resumed after it`);
  if (!field.after || !operation.variables.has(field.after)) {
    throw refusal(`\`${field.name}\` takes no variable as \`after\`, so it could not go on where it stood`);
  }
  return { after: field.after, path: [field.key, cursor.key] };
}

function refusal(why: string): Error {
  return new Error(`This document cannot be resumed: ${why}. Write it like: ${EXAMPLE}`);
}

function fieldsOf(
  selections: readonly Selected[],
  fragments: ReadonlyMap<string | null, readonly Selected[]>,
  entered: ReadonlySet<string> = new Set(),
): Selection[] {
  return selections.flatMap((selected) => {
    if ('name' in selected) return [selected];
    if ('inline' in selected) return fieldsOf(selected.inline, fragments, entered);
    if (entered.has(selected.fragment)) return [];
    return fieldsOf(fragments.get(selected.fragment) ?? [], fragments, new Set([...entered, selected.fragment]));
  });
}

class Reader {
  private readonly tokens: readonly string[];
  private place = 0;

  constructor(document: string) {
    this.tokens = (document.match(TOKENS) ?? []).filter((token) => !token.startsWith('#'));
  }

  definitions(): Definition[] {
    const found: Definition[] = [];
    while (this.place < this.tokens.length) found.push(this.definition());
    return found;
  }

  private definition(): Definition {
    const kind = this.at('{') ? 'query' : this.next();
    const name = /^\w+$/.test(this.peek()) ? this.next() : null;
    const variables = new Set(this.at('(') ? this.balanced().flatMap((token, index, all) => (all[index - 1] === '$' ? [token] : [])) : []);
    // A fragment's type and directives stand before its selections.
    while (!this.at('{'))
      if (this.at('(')) this.balanced();
      else this.next();
    return { kind, name, variables, selections: this.selections() };
  }

  private selections(): Selected[] {
    const found: Selected[] = [];
    this.next();
    while (!this.at('}')) found.push(this.selected());
    this.next();
    return found;
  }

  private selected(): Selected {
    if (this.at('...')) {
      this.next();
      const isNamed = /^\w/.test(this.peek()) && !this.at('on');
      if (isNamed) {
        const fragment = this.next();
        this.directives();
        return { fragment };
      }
      if (this.at('on')) this.place += 2;
      this.directives();
      return { inline: this.selections() };
    }
    const key = this.next();
    let name = key;
    if (this.at(':')) {
      this.next();
      name = this.next();
    }
    const given = this.at('(') ? this.balanced() : [];
    const argument = given.findIndex((token, index) => token === 'after' && given[index + 1] === ':' && given[index + 2] === '$');
    this.directives();
    return { key, name, after: argument < 0 ? null : given[argument + 3]!, selections: this.at('{') ? this.selections() : [] };
  }

  private directives(): void {
    while (this.at('@')) {
      this.place += 2;
      if (this.at('(')) this.balanced();
    }
  }

  /** The tokens from one parenthesis to the one that closes it. */
  private balanced(): string[] {
    const found: string[] = [];
    let depth = 0;
    do {
      const token = this.next();
      depth += token === '(' ? 1 : token === ')' ? -1 : 0;
      found.push(token);
    } while (depth > 0);
    return found;
  }

  private at(token: string): boolean {
    return this.peek() === token;
  }

  private peek(): string {
    return this.tokens[this.place] ?? '';
  }

  private next(): string {
    const token = this.tokens[this.place++];
    if (token === undefined) throw refusal('it breaks off');
    return token;
  }
}
