import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ApplicationEntity } from '../applications';
import { oneOf } from '../database';
import { type ContractStatus, concludedCheck, contractStatuses } from './contract-status';
import type { ContractTerms } from './contract-terms';

/** A loan contract (договор): terms, the edition that governs it, when it was accepted and concluded. */
@Entity({ schema: 'core', name: 'contract' })
@Check('contract_status_check', oneOf('status', contractStatuses))
@Check('contract_concluded_check', concludedCheck)
@Unique('contract_application_key', ['lenderId', 'applicationId'])
@Unique('contract_number_key', ['lenderId', 'number'])
@Index('contract_client_idx', ['lenderId', 'clientId'])
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'contract_application_fkey' })
export class ContractEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'contract_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contract_pkey' })
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'plugin_id' })
  pluginId!: string;

  @Column('text')
  status!: ContractStatus;

  @Column('jsonb')
  terms!: ContractTerms;

  /** The edition by the day of conclusion; kept for the contract's whole life. */
  @Column('text', { name: 'edition_id', nullable: true })
  editionId!: string | null;

  @Column('timestamptz', { name: 'accepted_at' })
  acceptedAt!: Date;

  @Column('timestamptz', { name: 'concluded_at', nullable: true })
  concludedAt!: Date | null;

  /** The lender's calendar day of the conclusion. */
  @Column('date', { name: 'concluded_on', nullable: true })
  concludedOn!: string | null;
}
