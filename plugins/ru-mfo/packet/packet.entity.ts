import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { ClientEntity } from '../../../modules/clients';
import { ContractEntity } from '../../../modules/contracts';
import { oneOf } from '../../../modules/database';
import { type PacketKind, type PacketStatus, packetKinds, packetStatuses } from './packet-kind';

/** Documents that one code signs at once (пакет документов). */
@Entity({ schema: 'ru_mfo', name: 'packet' })
@Index('ru_mfo_packet_application_idx', ['lenderId', 'applicationId', 'formedAt'])
@Index('ru_mfo_packet_contract_idx', ['lenderId', 'contractId', 'formedAt'])
@Check('ru_mfo_packet_kind_check', oneOf('kind', packetKinds))
@Check('ru_mfo_packet_status_check', oneOf('status', packetStatuses))
@Check('ru_mfo_packet_subject_check', "(kind = 'ADDENDUM') = (contract_id is not null) and (kind = 'ADDENDUM') = (application_id is null)")
@Check(
  'ru_mfo_packet_signed_check',
  "(status = 'SIGNED') = (signed_at is not null) and (signed_at is null) = (ceremony_id is null) and (signed_at is null) = (identifier is null)",
)
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_packet_client_fkey' })
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_packet_application_fkey' })
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'ru_mfo_packet_contract_fkey' })
export class PacketEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_packet_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_packet_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  /** With ADDENDUM. */
  @Column('uuid', { name: 'contract_id', nullable: true })
  contractId!: string | null;

  @Column('text')
  kind!: PacketKind;

  @Column('text')
  status!: PacketStatus;

  @Column('timestamptz', { name: 'formed_at' })
  formedAt!: Date;

  /** When the right code was entered. */
  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  /** The ceremony whose code signed it. */
  @Column('uuid', { name: 'ceremony_id', nullable: true })
  ceremonyId!: string | null;

  /** The ceremony's identifier: it stands for the code. */
  @Column('text', { nullable: true })
  identifier!: string | null;
}
