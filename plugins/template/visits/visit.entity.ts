import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import type { VisitPlace } from './visit-place';

/** A visit to the client of an application. The plugin's own table in its own schema, keyed by core ids. */
@Entity({ schema: 'xx_template', name: 'visit' })
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'visit_application_fkey' })
@Check('visit_place_check', "place in ('HOME', 'WORK')")
@Index('visit_application_idx', ['lenderId', 'applicationId'])
export class VisitEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'visit_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'visit_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** The document that records it. */
  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('date', { name: 'visited_on' })
  visitedOn!: string;

  @Column('text')
  place!: VisitPlace;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
