import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of the lender’s entry in the register of microfinance organisations (исключение из реестра). */
@Entity({ schema: 'by_pledge', name: 'certificate_end' })
export class CertificateEndEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_certificate_end_pkey' })
  lenderId!: string;

  /** Number of the certificate. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'by_pledge_certificate_end_pkey' })
  number!: string;

  @Column('date', { name: 'ended_on' })
  endedOn!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
