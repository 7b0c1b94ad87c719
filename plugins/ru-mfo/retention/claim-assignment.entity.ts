import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ContractEntity } from '../../../modules/contracts';

/** The lender assigned its claim under a contract (уступка прав требования): terms of keeping run from this day. */
@Entity({ schema: 'ru_mfo', name: 'claim_assignment' })
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'ru_mfo_claim_assignment_contract_fkey' })
export class ClaimAssignmentEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_claim_assignment_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'contract_id', primaryKeyConstraintName: 'ru_mfo_claim_assignment_pkey' })
  contractId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('date', { name: 'assigned_on' })
  assignedOn!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
