import type pg from 'pg';
import { toGlobalId } from '../../schema/base';
import type { LoggedRow, Subscriber } from './subscriber';

/** What the log must be, whatever was killed: dense, and of each subject every version once and in order. */
export function judgeLog(rows: readonly LoggedRow[], versions: ReadonlyMap<string, number>): string[] {
  const wrong: string[] = [];
  const seen = new Map<string, number>();
  const ids = new Set<string>();
  for (const [index, { pos, id, lenderId, subject, version }] of rows.entries()) {
    if (pos !== index + 1) wrong.push(`position ${pos} stands at place ${index + 1}`);
    if (ids.has(id)) wrong.push(`event ${id} stands twice`);
    ids.add(id);
    if (version === null) continue;
    const key = `${lenderId}/${subject}`;
    const before = seen.get(key) ?? 0;
    if (version !== before + 1) wrong.push(`${key}: version ${version} after ${before}`);
    seen.set(key, version);
  }
  for (const [key, version] of versions) {
    if ((seen.get(key) ?? 0) !== version) wrong.push(`${key}: ${version} committed, ${seen.get(key) ?? 0} in the log`);
  }
  return wrong;
}

/** What a subscriber must have handled: exactly its events, in the order of the log. */
export function judgeSubscriber(
  { options, handled, violations }: Subscriber,
  rows: readonly LoggedRow[],
): { lost: number; wrong: string[] } {
  const expected = rows.filter((row) => options.wants(row));
  const got = new Set(handled.map(({ pos }) => pos));
  const lost = expected.filter(({ pos }) => !got.has(pos)).length;
  const wrong = [...violations];
  const wanted = new Set(expected.map(({ pos }) => pos));
  for (const { pos } of handled) if (!wanted.has(pos)) wrong.push(`${options.name}: ${pos} is not for this reader`);
  const differs = handled.findIndex(
    ({ pos, id }, index) => expected[index]?.pos !== pos || toGlobalId('Event', expected[index]!.id) !== id,
  );
  if (differs >= 0) wrong.push(`${options.name}: place ${differs} is ${handled[differs]!.pos} instead of ${expected[differs]?.pos}`);
  if (lost > 0) wrong.push(`${options.name}: ${lost} of ${expected.length} lost`);
  return { lost, wrong };
}

export async function readLog(admin: pg.Client): Promise<LoggedRow[]> {
  const { rows } = await admin.query<LoggedRow>(
    `select pos::int, id, type, lender_id as "lenderId", subject_id as subject, application_id as "applicationId", client_id as "clientId", plugin,
       case when command = 'faults' then (payload ->> 'version')::int end as version
     from core.event order by pos`,
  );
  return rows;
}
