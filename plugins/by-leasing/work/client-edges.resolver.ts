import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Client, loadClient } from '../../../modules/clients';
import type { GraphContext } from '../../../modules/commands';
import { Scoped } from '../../../schema/base';
import { ByLeasingClaim } from '../claims/claim.types';
import { ByLeasingDocument, ByLeasingParticipant } from '../documents/document.types';
import { ByLeasingPetition } from '../petitions/petition.types';
import { ByLeasingDeletionRequest, ByLeasingMutualEnd, ByLeasingSigningAuthority } from './work.types';

const whose = (description: string) =>
  ({ nullable: true, description: `${description} (клиент); null where you may not see it.` }) as const;

@Resolver(() => ByLeasingPetition)
export class PetitionClientResolver {
  @FieldResolver(() => Client, whose('Who asks'))
  @Scoped('clients:read')
  client(@Root() { record }: ByLeasingPetition, @Ctx() context: GraphContext): Promise<Client | null> {
    return loadClient(context, record.clientId);
  }
}

@Resolver(() => ByLeasingClaim)
export class ClaimClientResolver {
  @FieldResolver(() => Client, whose('Who sends it, or to whom the lender sends it'))
  @Scoped('clients:read')
  client(@Root() { record }: ByLeasingClaim, @Ctx() context: GraphContext): Promise<Client | null> {
    return loadClient(context, record.clientId);
  }
}

@Resolver(() => ByLeasingDocument)
export class DocumentClientResolver {
  @FieldResolver(() => Client, whose('Who signs it on the client’s side'))
  @Scoped('clients:read')
  client(@Root() { record }: ByLeasingDocument, @Ctx() context: GraphContext): Promise<Client | null> {
    return loadClient(context, record.clientId);
  }
}

@Resolver(() => ByLeasingParticipant)
export class ParticipantClientResolver {
  @FieldResolver(() => Client, whose('Who takes part'))
  @Scoped('clients:read')
  client(@Root() { record }: ByLeasingParticipant, @Ctx() context: GraphContext): Promise<Client | null> {
    return loadClient(context, record.clientId);
  }
}

@Resolver(() => ByLeasingDeletionRequest)
export class DeletionClientResolver {
  @FieldResolver(() => Client, whose('Whose cabinet it is'))
  @Scoped('clients:read')
  client(@Root() { record }: ByLeasingDeletionRequest, @Ctx() context: GraphContext): Promise<Client | null> {
    return loadClient(context, record.clientId);
  }
}

@Resolver(() => ByLeasingMutualEnd)
export class MutualEndClientResolver {
  @FieldResolver(() => Client, whose('Whose agreement it is'))
  @Scoped('clients:read')
  client(@Root() { record }: ByLeasingMutualEnd, @Ctx() context: GraphContext): Promise<Client | null> {
    return loadClient(context, record.clientId);
  }
}

@Resolver(() => ByLeasingSigningAuthority)
export class AuthorityClientResolver {
  @FieldResolver(() => Client, whose('For whom the person may sign; null: for the lender'))
  @Scoped('clients:read')
  async client(@Root() { record }: ByLeasingSigningAuthority, @Ctx() context: GraphContext): Promise<Client | null> {
    return record.clientId ? loadClient(context, record.clientId) : null;
  }
}
