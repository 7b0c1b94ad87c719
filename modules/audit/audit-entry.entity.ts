import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LenderEntity } from '../lenders';

/** What was done or refused, by whom. Inserted once; only the sealer adds its place in the lender's chain. */
@Entity({ schema: 'core', name: 'audit_entry' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'audit_entry_lender_fkey' })
@Check('audit_entry_outcome_check', "outcome in ('DONE', 'REFUSED')")
@Check('audit_entry_sealed_check', 'num_nulls(no, prev_hash, hash) in (0, 3)')
@Index('audit_entry_no_key', ['lenderId', 'no'], { unique: true })
@Index('audit_entry_at_idx', ['lenderId', 'at', 'id'])
@Index('audit_entry_subject_idx', ['lenderId', 'subjectId', 'at', 'id'])
@Index('audit_entry_unsealed_idx', ['seq'], { where: '"no" IS NULL' })
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'audit_entry_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_pkey' })
  id!: string;

  /** Order of insertion; has holes where a transaction was rolled back. */
  @Column('bigint', { generated: 'increment' })
  seq!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind!: string;

  @Column('text', { name: 'actor_subject' })
  actorSubject!: string;

  @Column('text')
  command!: string;

  @Column('text', { name: 'plugin_id', nullable: true })
  pluginId!: string | null;

  @Column('text', { name: 'subject_type', nullable: true })
  subjectType!: string | null;

  @Column('text', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('text')
  outcome!: AuditOutcome;

  /** Facts of the command, never personal data. */
  @Column('jsonb', { default: () => "'{}'" })
  details!: AuditDetails;

  @Column('text', { name: 'request_id' })
  requestId!: string;

  /** Place in the lender's chain, from 1, without holes; null until sealed. */
  @Column('bigint', { nullable: true })
  no!: string | null;

  @Column('bytea', { name: 'prev_hash', nullable: true })
  prevHash!: Buffer | null;

  @Column('bytea', { nullable: true })
  hash!: Buffer | null;
}

export type AuditOutcome = 'DONE' | 'REFUSED';

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;
