import { statement } from './database';
import { type LoaderDefinition, listLoader } from './loader';

/** Where pages of one table are read from. All words are the module's own; no value of a caller comes near them. */
export interface PageSource {
  /** Name of the statement. */
  readonly name: string;
  /** Columns, aliased as the row's fields. */
  readonly columns: string;
  readonly table: string;
  /** Column with the id of the parent. */
  readonly parent: string;
  /** Column of the moment that the list is ordered by, the newest first; then by `id`. */
  readonly at: string;
}

/** A row and the page that it was read for. */
export type PagedRow<Row> = Row & { readonly page: string };

/** Names one page: the newest `limit` rows of a parent before a position. */
export function pageKey(parentId: string, bound: { readonly at: string; readonly id: string }, limit: number): string {
  return [parentId, bound.at, bound.id, limit].join(' ');
}

/** A look-up of pages by `pageKey`: the pages of many parents are read by one statement, each by its index. */
export function pageLoader<Row>({
  name,
  columns,
  table,
  parent,
  at,
}: PageSource): LoaderDefinition<string, PagedRow<Row>> & { many: true } {
  const part = (place: number) => `split_part(wanted.page, ' ', ${place})`;
  return listLoader(
    statement<PagedRow<Row>>(
      name,
      `select wanted.page, found.* from unnest($1::text[]) with ordinality as wanted (page, place) cross join lateral (
         select ${columns} from ${table}
         where ${parent} = ${part(1)}::uuid and (${at}, id) < (${part(2)}::timestamptz, ${part(3)}::uuid)
         order by ${at} desc, id desc limit ${part(4)}::integer
       ) as found order by wanted.place, found."${camel(at)}" desc, found.id desc`,
    ),
    (row) => row.page,
  );
}

function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
