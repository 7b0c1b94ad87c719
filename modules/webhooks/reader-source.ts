import type { Caller } from '../access';
import { statement } from '../database';
import type { EventReaderSource } from '../events';

interface ReaderRow {
  readonly id: string;
  readonly lenderId: string;
  readonly ownerKind: string;
  readonly owner: string;
  readonly epoch: string;
  readonly position: string;
  readonly eventId: string | null;
  readonly createdAt: Date;
}

const activeReaders = statement<ReaderRow>(
  'webhook_readers',
  `select id, lender_id as "lenderId", owner_kind as "ownerKind", owner, epoch, position, event_id as "eventId", created_at as "createdAt"
   from core.webhook where status = 'ACTIVE'`,
);

/** Endpoints as readers of the log. */
export const webhookReaders: EventReaderSource = {
  async readers(database) {
    const rows = await database.query(activeReaders);
    return rows.map(({ id, lenderId, ownerKind, owner, epoch, position, eventId, createdAt }) => ({
      id,
      kind: 'WEBHOOK',
      caller: ownerKind as Caller['kind'],
      subject: owner,
      lenderId,
      position: { epoch, pos: Number(position), id: eventId },
      since: createdAt,
    }));
  },
};
