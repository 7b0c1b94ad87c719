import { Field, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClaim } from '../claims/claim.types';
import { AuthorityBasisEnum, KindEnum } from '../documents/document.enums';
import { ByLeasingPetition } from '../petitions/petition.types';
import type { AuthorityBasis } from '../signing/authority.entity';
import type { OpenDeletionRecord, OpenEndRecord, ShownAuthorityRecord } from './work.record';

@Scoped('parent')
@ObjectType('ByLeasingWork', { description: 'What waits for an officer of the lender, and who may sign (очередь работы).' })
export class ByLeasingWork {
  /** The day in the lender's zone for which it is asked, ISO 8601. */
  readonly day!: string;
}

@Scoped('applications:decide')
@ObjectType('ByLeasingDeletionRequest', {
  implements: Node,
  description: 'A request to delete a cabinet that nobody has executed (заявка на удаление личного кабинета).',
})
export class ByLeasingDeletionRequest extends Node {
  readonly __typename = 'ByLeasingDeletionRequest' as const;
  readonly record!: OpenDeletionRecord;

  @Field(() => String, { description: 'How it came: SUPPORT_FORM, EMAIL or WRITTEN.' })
  channel!: string;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  receivedAt!: Date;
}

@Scoped('applications:decide')
@ObjectType('ByLeasingMutualEnd', {
  implements: Node,
  description: 'An end by consent of both to which the client has agreed and the lender has not (расторжение по соглашению).',
})
export class ByLeasingMutualEnd extends Node {
  readonly __typename = 'ByLeasingMutualEnd' as const;
  readonly record!: OpenEndRecord;

  @Field(() => DateTimeScalar, { description: 'When the client agreed.' })
  clientConsentedAt!: Date;
}

@Scoped('contracts:write')
@ObjectType('ByLeasingSigningAuthority', {
  implements: Node,
  description: 'Who may put a digital signature, for the lender or for a client (полномочия на подписание).',
})
export class ByLeasingSigningAuthority extends Node {
  readonly __typename = 'ByLeasingSigningAuthority' as const;
  readonly record!: ShownAuthorityRecord;

  @Field(() => String, { nullable: true, description: 'Subject of the officer’s token; null when it is for a client.' })
  officer!: string | null;

  @Field(() => String, { description: 'Position (должность).' })
  position!: string;

  @Field(() => AuthorityBasisEnum, { description: 'On what it rests.' })
  basis!: AuthorityBasis;

  @Field(() => String, { nullable: true, description: 'Number of the power of attorney or order.' })
  basisNumber!: string | null;

  @Field(() => [KindEnum], { nullable: true, description: 'Kinds of documents; null: all.' })
  scope!: readonly string[] | null;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null without one.' })
  validTo!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null while it stands.' })
  endedAt!: Date | null;
}

export const petitionConnection = connectionOf(ByLeasingPetition, 'ByLeasingPetition');
export const claimConnection = connectionOf(ByLeasingClaim, 'ByLeasingClaim');
export const deletionConnection = connectionOf(ByLeasingDeletionRequest, 'ByLeasingDeletionRequest');
export const mutualEndConnection = connectionOf(ByLeasingMutualEnd, 'ByLeasingMutualEnd');
export const authorityConnection = connectionOf(ByLeasingSigningAuthority, 'ByLeasingSigningAuthority');

export const toDeletionRequest = (record: OpenDeletionRecord): ByLeasingDeletionRequest => ({
  __typename: 'ByLeasingDeletionRequest',
  id: toGlobalId('ByLeasingDeletionRequest', record.id),
  record,
  channel: record.channel,
  receivedAt: record.receivedAt,
});

export const toMutualEnd = (record: OpenEndRecord): ByLeasingMutualEnd => ({
  __typename: 'ByLeasingMutualEnd',
  id: toGlobalId('ByLeasingMutualEnd', record.id),
  record,
  clientConsentedAt: record.clientConsentedAt,
});

export function toAuthority(record: ShownAuthorityRecord): ByLeasingSigningAuthority {
  const { officer, position, basis, basisNumber, scope, validFrom, validTo, recordedAt, endedAt } = record;
  return {
    __typename: 'ByLeasingSigningAuthority',
    id: toGlobalId('ByLeasingSigningAuthority', record.id),
    record,
    ...{ officer, position, basis, basisNumber, scope, validFrom, validTo, recordedAt, endedAt },
  };
}
