import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from './pledge.entity';

export const consentSubjects = [
  'INSURANCE_DEVIATION',
  'BENEFICIARY_CHANGE',
  'DEBT_TRANSFER',
  'REPLACEMENT',
  'LATER_PLEDGE',
  'ALIENATION',
  'LEASE',
  'GRATUITOUS_USE',
  'OTHER_DISPOSAL',
  'REGISTER_DISCLOSURE',
] as const;

/** What a party consents to. */
export type ConsentSubject = (typeof consentSubjects)[number];

/** A written consent of the lender, or of the pledgor to disclosure: kept as it was given, never changed (согласие). */
@Entity({ schema: 'by_pledge', name: 'consent' })
@Index('by_pledge_consent_pledge_idx', ['lenderId', 'pledgeId', 'givenAt'])
@Check('by_pledge_consent_subject_check', oneOf('subject', consentSubjects))
@Check('by_pledge_consent_by_check', "given_by in ('PLEDGOR', 'PLEDGEE')")
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_consent_pledge_fkey' })
export class ConsentEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_consent_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_consent_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  subject!: ConsentSubject;

  @Column('text', { name: 'given_by' })
  givenBy!: 'PLEDGOR' | 'PLEDGEE';

  /** What exactly is allowed, in the words of who gave it; of an insurance deviation, the names of what may deviate. */
  @Column('text')
  scope!: string;

  /** Day from which it counts. */
  @Column('date', { name: 'given_on' })
  givenOn!: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;
}
