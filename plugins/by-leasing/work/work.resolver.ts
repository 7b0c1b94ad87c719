import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { today } from '../../../modules/calendar';
import type { GraphContext } from '../../../modules/commands';
import { PageArgs, Scoped, toGlobalId } from '../../../schema/base';
import { openClaimsPage } from '../claims/claim.record';
import { ClaimSenderEnum, toClaim } from '../claims/claim.types';
import type { ClaimSender } from '../claims/claim-state';
import { readClientFile } from '../conduct';
import { pendingPetitionsPage } from '../petitions/petition.record';
import { toPetition } from '../petitions/petition.resolver';
import { openText } from '../sealed-text';
import { authoritiesPage, openDeletionsPage, openEndsPage } from './work.record';
import {
  authorityConnection,
  ByLeasingSigningAuthority,
  ByLeasingWork,
  claimConnection,
  deletionConnection,
  mutualEndConnection,
  petitionConnection,
  toAuthority,
  toDeletionRequest,
  toMutualEnd,
} from './work.types';

@Resolver(() => ByLeasingWork)
export class WorkResolver {
  @Query(() => ByLeasingWork, { nullable: true, description: 'What waits for an officer, of all clients (очередь работы).' })
  @Scoped('applications:decide')
  byLeasingWork(@Ctx() { lender, clock }: GraphContext): ByLeasingWork | null {
    return lender && { day: today(clock, lender.zone).toString() };
  }

  @FieldResolver(() => petitionConnection.Connection, {
    description: 'Petitions that arrived and are not answered, the oldest first (ходатайства).',
  })
  @Scoped('applications:decide')
  petitions(@Args(() => PageArgs) args: PageArgs, @Ctx() { database }: GraphContext) {
    return petitionConnection.page(args, {
      order: 'OLDEST_FIRST',
      read: ({ at, id }, limit) => database.query(pendingPetitionsPage, [at, id, limit]),
      positionOf: ({ receivedAt, id }) => ({ at: receivedAt!, id }),
      toNode: toPetition,
    });
  }

  @FieldResolver(() => claimConnection.Connection, {
    description: 'Claims without an answer, those due first before the others (претензии).',
  })
  @Scoped('applications:decide')
  claims(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('sender', () => ClaimSenderEnum, {
      nullable: true,
      description: 'Only claims of this side; what clients sent, the lender answers.',
    })
    sender: ClaimSender | null,
    @Ctx() { database }: GraphContext,
  ) {
    return claimConnection.page(args, {
      order: 'OLDEST_FIRST',
      read: ({ at, id }, limit) => database.query(openClaimsPage, [at, id, limit, sender ?? null]),
      // The place of a day is its midnight in UTC, as the statement reads it.
      positionOf: ({ answerDueOn, id }) => ({ at: new Date(`${answerDueOn}T00:00:00Z`), id }),
      toNode: (row) => toClaim(row, toGlobalId),
    });
  }

  @FieldResolver(() => deletionConnection.Connection, {
    description: 'Requests to delete a cabinet that nobody has executed, the oldest first (заявки на удаление).',
  })
  @Scoped('applications:decide')
  deletionRequests(@Args(() => PageArgs) args: PageArgs, @Ctx() { database }: GraphContext) {
    return deletionConnection.page(args, {
      order: 'OLDEST_FIRST',
      read: ({ at, id }, limit) => database.query(openDeletionsPage, [at, id, limit]),
      positionOf: ({ receivedAt, id }) => ({ at: receivedAt, id }),
      toNode: toDeletionRequest,
    });
  }

  @FieldResolver(() => mutualEndConnection.Connection, {
    description: 'Clients that agreed to a mutual end and wait for the lender, the oldest first (расторжение по соглашению).',
  })
  @Scoped('applications:decide')
  mutualEnds(@Args(() => PageArgs) args: PageArgs, @Ctx() { database }: GraphContext) {
    return mutualEndConnection.page(args, {
      order: 'OLDEST_FIRST',
      read: ({ at, id }, limit) => database.query(openEndsPage, [at, id, limit]),
      positionOf: ({ clientConsentedAt, id }) => ({ at: clientConsentedAt, id }),
      toNode: toMutualEnd,
    });
  }

  @FieldResolver(() => authorityConnection.Connection, {
    description: 'Authorities to sign that are in force today, the newest first (действующие полномочия).',
  })
  @Scoped('contracts:write')
  signingAuthorities(@Root() { day }: ByLeasingWork, @Args(() => PageArgs) args: PageArgs, @Ctx() { database }: GraphContext) {
    return authorityConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: ({ at, id }, limit) => database.query(authoritiesPage, [at, id, limit, day]),
      positionOf: ({ recordedAt, id }) => ({ at: recordedAt, id }),
      toNode: toAuthority,
    });
  }
}

@Resolver(() => ByLeasingSigningAuthority)
export class SigningAuthorityResolver {
  @FieldResolver(() => String, { description: 'Name of the person, as printed; reading it of a client’s signatory is traced.' })
  @Scoped('clients:personal')
  async name(@Root() { record }: ByLeasingSigningAuthority, @Ctx() context: GraphContext): Promise<string> {
    const { id, clientId, nameEnc } = record;
    const { ports, lender } = context;
    const read = () => openText({ ports, lender: lender! }, { table: 'by_leasing.signing_authority', id, column: 'name' }, nameEnc);
    return clientId ? readClientFile(context, clientId, read) : read();
  }
}
