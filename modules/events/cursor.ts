import { eventErrors } from './events.errors';

/** A place in the event log: after the event at `pos`. */
export interface LogPosition {
  /** Changes when the log is restored from a backup: positions of another epoch are not comparable. */
  readonly epoch: string;
  /** Dense number of the event, from 1; 0 is the beginning. */
  readonly pos: number;
  /** Id of the event at `pos`; null where the position was given without an event of the reader's own. */
  readonly id: string | null;
}

const VERSION = 1;
const LENGTH = 41;
const NO_ID = '0'.repeat(32);

const hexOf = (uuid: string) => uuid.replaceAll('-', '');
const uuidOf = (hex: string) => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** The opaque cursor of a position: version, epoch, position, event id, in base64url. */
export function encodeCursor(position: LogPosition): string {
  const bytes = Buffer.alloc(LENGTH);
  bytes[0] = VERSION;
  bytes.write(hexOf(position.epoch), 1, 'hex');
  bytes.writeBigUInt64BE(BigInt(position.pos), 17);
  bytes.write(position.id ? hexOf(position.id) : NO_ID, 25, 'hex');
  return bytes.toString('base64url');
}

/** Reads a cursor's form; whether the log still has that place is `resolveCursor`'s to say. Throws `CURSOR_INVALID`. */
export function decodeCursor(cursor: string): LogPosition {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== LENGTH || bytes[0] !== VERSION || bytes.toString('base64url') !== cursor) throw eventErrors.error('CURSOR_INVALID');
  const pos = bytes.readBigUInt64BE(17);
  if (pos > BigInt(Number.MAX_SAFE_INTEGER)) throw eventErrors.error('CURSOR_INVALID');
  const id = bytes.toString('hex', 25);
  return { epoch: uuidOf(bytes.toString('hex', 1, 17)), pos: Number(pos), id: id === NO_ID ? null : uuidOf(id) };
}
