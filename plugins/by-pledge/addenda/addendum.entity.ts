import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge/pledge.entity';

export const addendumKinds = ['VALUE', 'RATE', 'ITEM', 'OTHER', 'TERMINATION'] as const;

/** What it changes. */
export type AddendumKind = (typeof addendumKinds)[number];

export const addendumStatuses = ['PROPOSED', 'ACCEPTED', 'VOID'] as const;

/** ACCEPTED: by both parties; it stands from that moment. */
export type AddendumStatus = (typeof addendumStatuses)[number];

/** A change of an agreement in force: both parties accept it, then it takes effect (дополнительное соглашение). */
@Entity({ schema: 'by_pledge', name: 'addendum' })
@Check('by_pledge_addendum_kind_check', oneOf('kind', addendumKinds))
@Check('by_pledge_addendum_status_check', oneOf('status', addendumStatuses))
@Check(
  'by_pledge_addendum_accepted_check',
  "(status = 'ACCEPTED') <= (pledgor_accepted_at is not null and pledgee_accepted_at is not null)",
)
@Index('by_pledge_addendum_no_key', ['lenderId', 'pledgeId', 'no'], { unique: true })
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_addendum_pledge_fkey' })
export class AddendumEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_addendum_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_addendum_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** From 1. */
  @Column('integer')
  no!: number;

  @Column('text')
  kind!: AddendumKind;

  @Column('text')
  status!: AddendumStatus;

  /** What changes, by name. */
  @Column('jsonb')
  changes!: Readonly<Record<string, string>>;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn!: string;

  @Column('timestamptz', { name: 'pledgor_accepted_at', nullable: true })
  pledgorAcceptedAt!: Date | null;

  @Column('timestamptz', { name: 'pledgee_accepted_at', nullable: true })
  pledgeeAcceptedAt!: Date | null;

  /** How the pledgor’s acceptance came: EMAIL, CABINET or OFFICE. */
  @Column('text', { nullable: true })
  channel!: string | null;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;
}
