import { Column } from 'typeorm';

/** When and how a paper on insurance came, and who filed it. */
export abstract class FiledPaper {
  @Column('date', { name: 'received_on' })
  receivedOn!: string;

  /** EMAIL, CABINET or OFFICE. */
  @Column('text')
  channel!: string;

  @Column('boolean', { name: 'is_late' })
  isLate!: boolean;

  @Column('text', { name: 'filed_by' })
  filedBy!: string;

  @Column('timestamptz', { name: 'filed_at' })
  filedAt!: Date;
}
