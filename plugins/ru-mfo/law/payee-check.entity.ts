import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { oneOf } from '../../../modules/database';

export const payeeSources = ['BANK', 'FAST_PAYMENTS', 'TAX_CERTIFICATE'] as const;
/** Who told whose account or card it is: its bank, the fast payment system (СБП), a certificate of the tax service. */
export type PayeeSource = (typeof payeeSources)[number];

/** Whose the account or card of an application is (проверка получателя), as somebody told it. The name itself is not kept. */
@Entity({ schema: 'ru_mfo', name: 'payee_check' })
@Index('ru_mfo_payee_check_application_idx', ['lenderId', 'applicationId', 'checkedAt'])
@Check('ru_mfo_payee_check_source_check', oneOf('source', payeeSources))
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_payee_check_application_fkey' })
export class PayeeCheckEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_payee_check_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_payee_check_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  source!: PayeeSource;

  /** Whether the name that was told is the borrower's. */
  @Column('boolean')
  matches!: boolean;

  @Column('text', { name: 'checked_by' })
  checkedBy!: string;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt!: Date;
}
