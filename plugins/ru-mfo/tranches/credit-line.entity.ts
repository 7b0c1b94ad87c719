import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';

/** A loan with a credit limit: how much may be owed at one moment (лимит кредитования). */
@Entity({ schema: 'ru_mfo', name: 'credit_line' })
@Check('ru_mfo_credit_line_limit_check', 'credit_limit > 0')
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_credit_line_application_fkey' })
export class CreditLineEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_credit_line_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'ru_mfo_credit_line_pkey' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Roubles. */
  @Column('numeric', { name: 'credit_limit', precision: 18, scale: 2 })
  creditLimit!: string;
}
