import { loader, statement } from '../database';
import type { ClientKind, ClientStatus } from './client.entity';

/** A client's row without anything personal: enough for states and references. */
export interface ClientRecord {
  readonly id: string;
  readonly number: string;
  readonly kind: ClientKind;
  readonly status: ClientStatus;
  readonly phoneVerifiedAt: Date | null;
  readonly emailVerifiedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** The row with its encrypted fields. */
export interface SealedClient extends ClientRecord {
  readonly lenderId: string;
  readonly phoneEnc: Buffer | null;
  readonly emailEnc: Buffer | null;
  readonly profileEnc: Buffer;
}

/** The columns of `ClientRecord`, for statements of this module. */
export const clientColumns = `id, number, kind, status, phone_verified_at as "phoneVerifiedAt", email_verified_at as "emailVerifiedAt",
  created_at as "createdAt", version`;

const sealedColumns = `${clientColumns}, lender_id as "lenderId", phone_enc as "phoneEnc", email_enc as "emailEnc", profile_enc as "profileEnc"`;

export const clientById = loader(
  statement<ClientRecord>('client_by_id', `select ${clientColumns} from core.client where id = any($1)`),
  (row) => row.id,
);

export const sealedClientById = loader(
  statement<SealedClient>('client_sealed_by_id', `select ${sealedColumns} from core.client where id = any($1)`),
  (row) => row.id,
);

export const readSealedClient = statement<SealedClient>('client_read_sealed', `select ${sealedColumns} from core.client where id = $1`);

export const lockSealedClient = statement<SealedClient>('client_lock', `select ${sealedColumns} from core.client where id = $1 for update`);
