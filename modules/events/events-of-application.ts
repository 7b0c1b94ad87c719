import { listLoader, statement } from '../database';
import { EVENT_COLUMNS, EVENT_HISTORY, type StoredEvent } from './event-row';

/** One page of one application's events: what the loader below is asked by. */
export interface EventPage {
  /** Row id. */
  readonly applicationId: string;
  /** Position in the log, exclusive. */
  readonly after: number;
  readonly limit: number;
  /** Null: of every type. */
  readonly types: readonly string[] | null;
  /** Plugins whose events exist for the reader. */
  readonly plugins: readonly string[];
  /** Types that do not. */
  readonly hidden: readonly string[];
}

/** The key by which `eventsOfApplications` finds a page. */
export function eventPageKey({ applicationId, after, limit, types, plugins, hidden }: EventPage): string {
  return JSON.stringify({ applicationId, after, limit, types: types ?? [], everyType: types === null, plugins, hidden });
}

const of = (name: string) => `(wanted.page::jsonb ->> '${name}')`;
const listed = (name: string) => `array(select jsonb_array_elements_text(wanted.page::jsonb -> '${name}'))`;

/** Pages of applications' events, all that ever were, oldest first: those of many applications by one statement, each by its index. */
export const eventsOfApplications = listLoader(
  statement<StoredEvent & { readonly page: string }>(
    'events_of_applications',
    `select wanted.page, found.* from unnest($1::text[]) with ordinality as wanted (page, place) cross join lateral (
       select ${EVENT_COLUMNS} from ${EVENT_HISTORY}
       where application_id = ${of('applicationId')}::uuid and pos > ${of('after')}::bigint
         and (${of('everyType')}::boolean or type = any(${listed('types')}))
         and type <> all(${listed('hidden')})
         and (plugin is null or plugin = any(${listed('plugins')}))
       order by pos limit ${of('limit')}::integer
     ) as found order by wanted.place, found.pos`,
  ),
  (row) => row.page,
);
