import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from './pledge.entity';
import { type PartyRole, partyRoles } from './pledge-status';

/** A person on the pledgor's side: the pledgor, or an heir who became a joint co-pledgor (солидарный созалогодатель). */
@Entity({ schema: 'by_pledge', name: 'party' })
@Check('by_pledge_party_role_check', oneOf('role', partyRoles))
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_party_pledge_fkey' })
@ForeignKey(() => ClientEntity, ['lenderId', 'partyClientId'], ['lenderId', 'id'], { name: 'by_pledge_party_client_fkey' })
export class PartyEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_party_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'pledge_id', primaryKeyConstraintName: 'by_pledge_party_pkey' })
  pledgeId!: string;

  @PrimaryColumn('uuid', { name: 'party_client_id', primaryKeyConstraintName: 'by_pledge_party_pkey' })
  partyClientId!: string;

  /** The client whose pledge it is. */
  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  role!: PartyRole;

  /** The document of succession, for heirs. */
  @Column('text', { nullable: true })
  basis!: string | null;

  @Column('timestamptz', { name: 'since' })
  since!: Date;

  /** When the person ceased to be a party; empty while it is one. */
  @Column('timestamptz', { nullable: true })
  until!: Date | null;
}
