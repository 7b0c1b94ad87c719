/** Opaque Relay id: base64url of `Type:uuid`. */
export function toGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads a global id; `null` when it is none. */
export function fromGlobalId(globalId: string): { type: string; id: string } | null {
  const text = Buffer.from(globalId, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  const [type, id] = [text.slice(0, colon), text.slice(colon + 1)];
  return UUID.test(id) && toGlobalId(type, id) === globalId ? { type, id } : null;
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** The row behind an input's id. What is no id of this type names a row that does not exist: the command says so with its own code. */
export function rowIdOf(type: string, globalId: string): string {
  const key = fromGlobalId(globalId);
  return key?.type === type ? key.id : NOWHERE;
}
