import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';

/** A term that the contract itself sets otherwise than the lender's rules (индивидуально согласованное условие). */
@Entity({ schema: 'ru_mfo', name: 'agreed_term' })
@Check('ru_mfo_agreed_term_days_check', 'transfer_days > 0')
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_agreed_term_application_fkey' })
export class AgreedTermEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_agreed_term_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'ru_mfo_agreed_term_pkey' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Working days within which the money is transferred after the signing. */
  @Column('integer', { name: 'transfer_days' })
  transferDays!: number;

  @Column('text', { name: 'agreed_by' })
  agreedBy!: string;

  @Column('timestamptz', { name: 'agreed_at' })
  agreedAt!: Date;
}
