import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { oneOf } from '../../../modules/database';
import { type AddonKind, type AddonOccasion, addonKinds, addonOccasions } from './addon-service';

export const addonStatuses = ['WISHED', 'OFFERED', 'CHOSEN', 'JOINED', 'DECLINED', 'WITHDRAWN'] as const;
/** `WISHED`: asked for, not yet disclosed. `CHOSEN`: ticked. `JOINED`: its documents were signed. */
export type AddonStatus = (typeof addonStatuses)[number];

export const addonAddressees = ['LENDER', 'INSURER'] as const;
/** To whom a request to withdraw was made. */
export type AddonAddressee = (typeof addonAddressees)[number];

/** SQL: nothing is bought, and nothing charged, that was not ticked. */
export const optedInCheck = "(status not in ('CHOSEN', 'JOINED', 'WITHDRAWN') and charged_at is null) or chosen_at is not null";
export const withdrawnCheck = "(status = 'WITHDRAWN') = (withdrawn_on is not null and withdrawal_addressee is not null)";
export const pricedCheck = "status = 'WISHED' or status = 'DECLINED' or price is not null";

/** A paid service beside one loan or one prolongation: what was offered, chosen, joined and given back. */
@Entity({ schema: 'ru_mfo', name: 'addon' })
@Check('ru_mfo_addon_kind_check', oneOf('kind', addonKinds))
@Check('ru_mfo_addon_occasion_check', oneOf('occasion', addonOccasions))
@Check('ru_mfo_addon_status_check', oneOf('status', addonStatuses))
@Check('ru_mfo_addon_addressee_check', oneOf('withdrawal_addressee', addonAddressees))
@Check('ru_mfo_addon_opted_in_check', optedInCheck)
@Check('ru_mfo_addon_priced_check', pricedCheck)
@Check('ru_mfo_addon_withdrawn_check', withdrawnCheck)
@Unique('ru_mfo_addon_occasion_key', ['lenderId', 'occasionId', 'code'])
@Index('ru_mfo_addon_application_idx', ['lenderId', 'applicationId'])
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_addon_application_fkey' })
export class AddonEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_addon_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_addon_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  occasion!: AddonOccasion;

  /** The application, or the prolongation, with which it is sold. */
  @Column('uuid', { name: 'occasion_id' })
  occasionId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  kind!: AddonKind;

  @Column('text')
  status!: AddonStatus;

  /** Roubles for its whole term; fixed when it is offered. */
  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  price!: string | null;

  @Column('timestamptz', { name: 'wished_at', nullable: true })
  wishedAt!: Date | null;

  @Column('timestamptz', { name: 'offered_at', nullable: true })
  offeredAt!: Date | null;

  /** When the client ticked it, or pressed the button with it. */
  @Column('timestamptz', { name: 'chosen_at', nullable: true })
  chosenAt!: Date | null;

  /** When the client entered the code (дата присоединения). */
  @Column('timestamptz', { name: 'joined_at', nullable: true })
  joinedAt!: Date | null;

  /** When the price was taken, and by what. */
  @Column('timestamptz', { name: 'charged_at', nullable: true })
  chargedAt!: Date | null;

  @Column('text', { name: 'charge_cause', nullable: true })
  chargeCause!: string | null;

  @Column('uuid', { name: 'memo_document_id', nullable: true })
  memoDocumentId!: string | null;

  @Column('uuid', { name: 'request_document_id', nullable: true })
  requestDocumentId!: string | null;

  /** The lender's day on which the written request to withdraw was made. */
  @Column('date', { name: 'withdrawn_on', nullable: true })
  withdrawnOn!: string | null;

  @Column('text', { name: 'withdrawal_addressee', nullable: true })
  withdrawalAddressee!: AddonAddressee | null;

  /** Number under which a request on paper was registered. */
  @Column('text', { name: 'withdrawal_reference', nullable: true })
  withdrawalReference!: string | null;

  @Column('uuid', { name: 'withdrawal_document_id', nullable: true })
  withdrawalDocumentId!: string | null;

  /** Roubles of the refund set against the debt, and paid out. */
  @Column('numeric', { name: 'refunded_to_debt', precision: 18, scale: 2, nullable: true })
  refundedToDebt!: string | null;

  @Column('numeric', { name: 'refunded_to_client', precision: 18, scale: 2, nullable: true })
  refundedToClient!: string | null;
}
