import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { defineErrors, LexgraphError } from './errors';
import type { Node } from './node';
import { Scoped } from './scope';

const DEFAULT_SIZE = 20;
const MAX_SIZE = 100;

export const connectionErrors = defineErrors('schema', {
  PAGE_SIZE_INVALID: {
    kind: 'ERROR',
    en: '`first` is a whole number from 1 to {max}.',
    ru: '`first` — целое число от 1 до {max}.',
    be: '`first` — цэлы лік ад 1 да {max}.',
  },
});

/** `CURSOR_INVALID` is one code for every list; its owner in the list of codes is the event log. */
const cursorInvalid = () =>
  new LexgraphError({
    code: 'CURSOR_INVALID',
    owner: 'events',
    kind: 'ERROR',
    en: 'This cursor does not belong to this list. Send one that a page of the same list gave you, or leave `after` out.',
    ru: 'Этот курсор не относится к этому списку. Передайте курсор со страницы того же списка или не указывайте `after`.',
    be: 'Гэты курсор не адносіцца да гэтага спіса. Перадайце курсор са старонкі таго ж спіса або не ўказвайце `after`.',
  });

/** Where a row stands in a list: by time, then by id. Rows keep milliseconds, so a `Date` is exact. */
export interface Position {
  readonly at: Date;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Opaque cursor of one list; `list` is the connection's name, so that a cursor of another list is refused. */
export function encodeCursor(list: string, position: Position): string {
  return Buffer.from(JSON.stringify([list, position.at.getTime(), position.id])).toString('base64url');
}

/** @throws CURSOR_INVALID for anything that `encodeCursor` did not write for this list */
export function decodeCursor(list: string, cursor: string): Position {
  try {
    const [name, milliseconds, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown, unknown];
    const at = new Date(Number.isInteger(milliseconds) ? (milliseconds as number) : Number.NaN);
    const position = { at, id: String(id) };
    // 24 characters: a year of four digits, which PostgreSQL reads too.
    const readable = at.toISOString().length === 24 && UUID.test(position.id);
    if (name === list && readable && encodeCursor(list, position) === cursor) return position;
  } catch {
    // Falls through: not base64url of our JSON, or a time outside the calendar.
  }
  throw cursorInvalid();
}

@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
@Scoped('parent')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows after `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something stands before `startCursor`: true when the page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item, to be sent as `after`; null on an empty page.' })
  endCursor!: string | null;
}

/** Arguments of a connection; extend it with filters. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_SIZE, description: `How many items at most: 1 to ${MAX_SIZE}.` })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor after which the page starts; the first page without it.' })
  after?: string | null;
}

/** How a page is read. `bound` is never null: without `after` it lies beyond every row, so one statement serves all pages. */
export interface PageReader<Row, NodeType> {
  readonly order: 'NEWEST_FIRST' | 'OLDEST_FIRST';
  /** Runs `where (at, id) < ($at, $id) order by at desc, id desc limit $limit`, or `>` and ascending for the oldest first. */
  read(bound: { readonly at: string; readonly id: string }, limit: number): Promise<readonly Row[]>;
  positionOf(row: Row): Position;
  toNode(row: Row): NodeType;
}

const BEYOND = {
  NEWEST_FIRST: { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
  OLDEST_FIRST: { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' },
} as const;

export interface EdgeOf<NodeType> {
  readonly cursor: string;
  readonly node: NodeType;
}

export interface ConnectionOf<NodeType> {
  readonly edges: readonly EdgeOf<NodeType>[];
  readonly pageInfo: PageInfo;
}

export interface ConnectionDefinition<NodeType> {
  /** GraphQL type to answer with: `@Query(() => things.Connection)`. */
  readonly Connection: ClassType<ConnectionOf<NodeType>>;
  readonly Edge: ClassType<EdgeOf<NodeType>>;
  /**
   * One page by keyset, never by offset.
   * @throws PAGE_SIZE_INVALID, CURSOR_INVALID
   */
  page<Row>(args: PageArgs, reader: PageReader<Row, NodeType>): Promise<ConnectionOf<NodeType>>;
}

/** Declares `<name>Connection` and `<name>Edge` of a node type. */
export function connectionOf<NodeType extends Node>(
  NodeClass: abstract new (...args: never[]) => NodeType,
  name: string,
): ConnectionDefinition<NodeType> {
  @ObjectType(`${name}Edge`, { description: `An item of a list of ${name} and its place there.` })
  @Scoped('parent')
  class Edge implements EdgeOf<NodeType> {
    @Field(() => String, { description: 'Opaque place in the list.' })
    cursor!: string;

    @Field(() => NodeClass, { description: 'The item.' })
    node!: NodeType;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  @Scoped('parent')
  class Connection implements ConnectionOf<NodeType> {
    @Field(() => [Edge], { description: 'The items of the page in the order of the list.' })
    edges!: readonly Edge[];

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo!: PageInfo;
  }

  const list = `${name}Connection`;
  return Object.freeze({
    Connection,
    Edge,
    async page<Row>(args: PageArgs, reader: PageReader<Row, NodeType>): Promise<ConnectionOf<NodeType>> {
      const first = args.first ?? DEFAULT_SIZE;
      if (!Number.isInteger(first) || first < 1 || first > MAX_SIZE) throw connectionErrors.error('PAGE_SIZE_INVALID', { max: MAX_SIZE });
      const after = args.after == null ? null : decodeCursor(list, args.after);
      const bound = after ? { at: after.at.toISOString(), id: after.id } : BEYOND[reader.order];
      const rows = await reader.read(bound, first + 1);
      const edges = rows.slice(0, first).map((row) => ({ cursor: encodeCursor(list, reader.positionOf(row)), node: reader.toNode(row) }));
      return {
        edges,
        pageInfo: {
          hasNextPage: rows.length > first,
          hasPreviousPage: after !== null,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
      };
    },
  });
}
