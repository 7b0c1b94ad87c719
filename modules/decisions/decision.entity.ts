import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../applications';
import type { ContractTerms } from '../contracts';
import { oneOf } from '../database';
import type { Finding } from '../rules';
import type { Receipt } from './receipt';

export const decisionKinds = ['APPROVED', 'APPROVED_OTHER_TERMS', 'REFUSED'] as const;

export type DecisionKind = (typeof decisionKinds)[number];

/** Why an application was refused: a ground of the plugin's list and, where it needs one, an explanation. */
export interface Ground {
  readonly code: string;
  readonly note: string | null;
  readonly clause: string | null;
}

/** A decision on an application, with the receipt that explains and replays it. */
@Entity({ schema: 'core', name: 'decision' })
@Check('decision_kind_check', oneOf('kind', decisionKinds))
@Check('decision_terms_check', "(kind = 'REFUSED') = (terms is null)")
@Index('decision_application_idx', ['lenderId', 'applicationId'])
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'decision_application_fkey' })
export class DecisionEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'decision_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: DecisionKind;

  /** Offered terms; null for a refusal. */
  @Column('jsonb', { nullable: true })
  terms!: ContractTerms | null;

  @Column('jsonb', { default: () => "'[]'" })
  grounds!: Ground[];

  @Column('jsonb', { default: () => "'[]'" })
  findings!: Finding[];

  @Column('text', { name: 'edition_id', nullable: true })
  editionId!: string | null;

  @Column('jsonb')
  receipt!: Receipt;

  @Column('text', { name: 'receipt_hash' })
  receiptHash!: string;

  /** The facts, encrypted; the receipt holds keyed digests of them. */
  @Column('bytea', { name: 'facts_enc' })
  factsEnc!: Buffer;

  /** Kind and subject of who decided. */
  @Column('text', { name: 'decided_by' })
  decidedBy!: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;
}
