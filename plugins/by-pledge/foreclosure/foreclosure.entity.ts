import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge';
import { type ForeclosureRoute, type ForeclosureState, foreclosureRoutes, foreclosureStates } from './machine';

/** A case of foreclosure, from its opening to the settlement of what the sale brought (обращение взыскания). */
@Entity({ schema: 'by_pledge', name: 'foreclosure' })
@Index('by_pledge_foreclosure_open_key', ['lenderId', 'pledgeId'], {
  unique: true,
  where: "state not in ('SETTLED', 'STOPPED', 'DISMISSED')",
})
@Index('by_pledge_foreclosure_pledge_idx', ['lenderId', 'pledgeId', 'openedAt'])
@Check('by_pledge_foreclosure_route_check', oneOf('route', foreclosureRoutes))
@Check('by_pledge_foreclosure_basis_check', "basis in ('DEFAULT', 'EARLY') and (basis = 'EARLY') = (violation_id is not null)")
@Check('by_pledge_foreclosure_state_check', oneOf('state', foreclosureStates))
@Check('by_pledge_foreclosure_sold_check', '(sold_on is null) = (proceeds is null)')
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_foreclosure_pledge_fkey' })
export class ForeclosureEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_foreclosure_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_foreclosure_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  route!: ForeclosureRoute;

  @Column('text')
  basis!: 'DEFAULT' | 'EARLY';

  @Column('uuid', { name: 'violation_id', nullable: true })
  violationId!: string | null;

  @Column('text')
  state!: ForeclosureState;

  /** The day on which a payment was missed; of an early case, the day on which it was opened. */
  @Column('date', { name: 'missed_on' })
  missedOn!: string;

  @Column('date', { name: 'grace_ends_on' })
  graceEndsOn!: string;

  @Column('text', { nullable: true })
  forum!: string | null;

  @Column('text', { name: 'sale_way', nullable: true })
  saleWay!: string | null;

  /** Number of the commission contract or of the listing. */
  @Column('text', { name: 'sale_reference', nullable: true })
  saleReference!: string | null;

  @Column('text', { name: 'sale_site', nullable: true })
  saleSite!: string | null;

  @Column('numeric', { name: 'start_price', precision: 18, scale: 2, nullable: true })
  startPrice!: string | null;

  /** Number of the decision or agreement that sets another price. */
  @Column('text', { name: 'price_override', nullable: true })
  priceOverride!: string | null;

  @Column('date', { name: 'sold_on', nullable: true })
  soldOn!: string | null;

  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  proceeds!: string | null;

  /** All that was secured when the proceeds came in. */
  @Column('numeric', { name: 'secured_claim', precision: 18, scale: 2, nullable: true })
  securedClaim!: string | null;

  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  surplus!: string | null;

  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  deficit!: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;
}
