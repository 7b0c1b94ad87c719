import { toGlobalId } from '../../schema/base';

type Payload = Readonly<Record<string, unknown>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A payload as readers get it: the log keeps row ids, the graph shows the ids that `node(id)` takes.
 * A key `thingId` holds the id of a `Thing`; `subjectId` that of the type that `subjectType` names.
 */
export function withGlobalIds(payload: Payload): Payload {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => {
      const type = typeof value === 'string' && UUID.test(value) ? typeOf(key, payload) : null;
      return [key, type ? toGlobalId(type, value as string) : value];
    }),
  );
}

function typeOf(key: string, payload: Payload): string | null {
  if (key === 'subjectId' && typeof payload.subjectType === 'string') return payload.subjectType;
  return /^[a-z]\w*Id$/.test(key) ? key[0]!.toUpperCase() + key.slice(1, -2) : null;
}
