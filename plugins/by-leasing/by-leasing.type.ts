import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar, Scoped } from '../../schema/base';

@Scoped('parent')
@ObjectType('ByLeasingIdentificationWindow', { description: 'How long one identification through MSI holds (срок идентификации).' })
export class ByLeasingIdentificationWindow {
  @Field(() => Int, { description: 'Hours; once more have gone by, the client is identified again.' })
  hours!: number;

  @Field(() => [String], { description: 'Clauses that set it.' })
  clauses!: readonly string[];
}

@Scoped('parent')
@ObjectType('ByLeasingClient', {
  description: 'What the agreement on the personal cabinet asks of a client (соглашение о личном кабинете).',
})
export class ByLeasingClient {
  /** Row id of the client, for the fields that other folders add. */
  readonly clientId!: string;

  @Field(() => String, { description: 'Edition of the agreement in force today.' })
  edition!: string;

  @Field(() => LocalDateScalar, { description: 'First day of that edition.' })
  inForceFrom!: string;

  @Field(() => ByLeasingIdentificationWindow, {
    nullable: true,
    description: 'For identification by personal data (по персональным данным).',
  })
  personalDataWindow!: ByLeasingIdentificationWindow | null;

  @Field(() => ByLeasingIdentificationWindow, { nullable: true, description: 'For identification by certificate (по сертификату).' })
  certificateWindow!: ByLeasingIdentificationWindow | null;
}
