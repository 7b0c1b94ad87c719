import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../clients';
import { LenderEntity } from '../lenders';

/** How the client proved who it is. `REGISTRATION`: it has just been made and proved nothing yet. */
export type SessionMethod = 'CODE' | 'PASSWORD' | 'REGISTRATION';

/** Why a session ended. `REUSED`: an old refresh token came back, so two hold the session. */
export type SessionEnd = 'SIGNED_OUT' | 'REUSED' | 'REVOKED';

/** A client's session. Refresh tokens are derived from it and never stored. */
@Entity({ schema: 'core', name: 'session' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'session_lender_fkey' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'session_client_fkey' })
@Index('session_client_idx', ['lenderId', 'clientId'])
@Check('session_method_check', "method in ('CODE', 'PASSWORD', 'REGISTRATION')")
export class SessionEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'session_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  method!: SessionMethod;

  /** Random; with the key of secrets it makes the refresh tokens. */
  @Column('bytea', { name: 'refresh_seed' })
  refreshSeed!: Buffer;

  /** Number of the only refresh token that is good now. */
  @Column('integer', { name: 'refresh_generation' })
  refreshGeneration!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** The refresh token is good until then. */
  @Column('timestamptz', { name: 'refresh_expires_at' })
  refreshExpiresAt!: Date;

  /** Nothing prolongs the session beyond it. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: SessionEnd | null;
}
