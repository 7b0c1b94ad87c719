import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge/pledge.entity';

export const declarationKinds = [
  'VALUE_AGREED',
  'OWNERSHIP',
  'SPOUSE_CONSENT',
  'NOT_IN_MARRIAGE_CONTRACT',
  'NOT_PLEDGED',
  'NOT_SOLD_WANTED_ARRESTED_BANNED',
  'NO_DISPUTES',
  'FREE_OF_OBLIGATIONS',
  'NO_POWERS_OF_ATTORNEY',
  'AUTHORITY',
  'ESSENTIAL_TERMS_AGREED',
  'LOAN_TERMS_KNOWN',
  'NOT_FINANCED_BY_BANK_LOAN',
  'CREDIT_REGISTER_INFORMED',
  'LAWFULNESS_OWN_RESPONSIBILITY',
] as const;

/** What is declared. */
export type DeclarationKind = (typeof declarationKinds)[number];

/** One answer of the pledgor to one warranty of the agreement; a later one stands beside it (заверение залогодателя). */
@Entity({ schema: 'by_pledge', name: 'declaration' })
@Check('by_pledge_declaration_kind_check', oneOf('kind', declarationKinds))
@Index('by_pledge_declaration_pledge_idx', ['lenderId', 'pledgeId', 'declaredAt'])
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_declaration_pledge_fkey' })
export class DeclarationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_declaration_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_declaration_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: DeclarationKind;

  /** Version of the text that was shown. */
  @Column('text', { name: 'text_version' })
  textVersion!: string;

  @Column('text')
  answer!: string;

  /** The value that is agreed with, BYN; of VALUE_AGREED. */
  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  amount!: string | null;

  /** Where the declaration holds; of NO_DISPUTES. */
  @Column('text', { array: true })
  territory!: string[];

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt!: Date;
}
