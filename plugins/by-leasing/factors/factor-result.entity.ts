import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import {
  type Factor,
  type FactorClass,
  type FactorSource,
  type FactorVerdict,
  factorClasses,
  factorResults,
  factorSources,
  factors,
} from './vocabulary';

/** One comparison of what a client presented with what was recorded before (результат проверки фактора). */
@Entity({ schema: 'by_leasing', name: 'factor_result' })
@Check('by_leasing_factor_result_factor_check', oneOf('factor', factors))
@Check('by_leasing_factor_result_class_check', oneOf('factor_class', factorClasses))
@Check('by_leasing_factor_result_result_check', oneOf('result', factorResults))
@Check('by_leasing_factor_result_source_check', oneOf('source', factorSources))
@Index('by_leasing_factor_result_client_idx', ['lenderId', 'clientId', 'checkedAt'])
@Index('by_leasing_factor_result_step_up_idx', ['lenderId', 'stepUpId'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_factor_result_client_fkey' })
export class FactorResultEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_factor_result_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_factor_result_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  factor!: Factor;

  @Column('text', { name: 'factor_class' })
  factorClass!: FactorClass;

  @Column('text')
  result!: FactorVerdict;

  @Column('text')
  source!: FactorSource;

  /** What it was presented for: `SIGN_IN`, or the operation's name. */
  @Column('text')
  operation!: string;

  /** The thing operated on. */
  @Column('text', { nullable: true })
  reference!: string | null;

  /** All factors of one additional authentication share it; null at sign-in. */
  @Column('uuid', { name: 'step_up_id', nullable: true })
  stepUpId!: string | null;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('uuid', { name: 'ceremony_id', nullable: true })
  ceremonyId!: string | null;

  /** Keyed digest of what was presented; it can be checked again and never read. */
  @Column('bytea', { nullable: true })
  digest!: Buffer | null;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt!: Date;
}
