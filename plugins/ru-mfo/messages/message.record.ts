import { fieldAad, listLoader, statement } from '../../../modules/database';
import type { MessageAuthor } from './message.entity';

export interface MessageRecord {
  readonly id: string;
  readonly clientId: string;
  readonly author: MessageAuthor;
  readonly textEnc: Buffer;
  readonly sentAt: Date;
}

/** The latest hundred of each client, the oldest of them first. */
export const messagesByClient = listLoader(
  statement<MessageRecord>(
    'ru_mfo_messages',
    `select m.* from unnest($1::uuid[]) as c(id) cross join lateral (
       select id, client_id as "clientId", author, text_enc as "textEnc", sent_at as "sentAt"
       from ru_mfo.message where client_id = c.id order by sent_at desc, id desc limit 100
     ) m order by m."sentAt", m.id`,
  ),
  (row) => row.clientId,
);

export const messageAad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'ru_mfo.message', id, column: 'text' });
