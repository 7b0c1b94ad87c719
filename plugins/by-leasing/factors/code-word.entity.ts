import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** A client's code word (кодовое слово): a memory-hard hash, never the word. */
@Entity({ schema: 'by_leasing', name: 'code_word' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_code_word_client_fkey' })
export class CodeWordEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_code_word_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'client_id', primaryKeyConstraintName: 'by_leasing_code_word_pkey' })
  clientId!: string;

  @Column('text')
  scheme!: string;

  @Column('bytea')
  salt!: Buffer;

  @Column('bytea')
  hash!: Buffer;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
