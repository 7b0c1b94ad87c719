import type { GraphContext } from '../../../modules/commands';
import { AddByLeasingWorkIndexes1700000003091 } from './add-work-indexes.migration';
import {
  AuthorityClientResolver,
  ClaimClientResolver,
  DeletionClientResolver,
  DocumentClientResolver,
  MutualEndClientResolver,
  ParticipantClientResolver,
  PetitionClientResolver,
} from './client-edges.resolver';
import { authorityById, openDeletionById, openEndById } from './work.record';
import { SigningAuthorityResolver, WorkResolver } from './work.resolver';
import { toAuthority, toDeletionRequest, toMutualEnd } from './work.types';

/** What waits for officers, and the person behind each piece of it. */
export const work = {
  migrations: [AddByLeasingWorkIndexes1700000003091],
  resolvers: [
    WorkResolver,
    SigningAuthorityResolver,
    PetitionClientResolver,
    ClaimClientResolver,
    DocumentClientResolver,
    ParticipantClientResolver,
    DeletionClientResolver,
    MutualEndClientResolver,
    AuthorityClientResolver,
  ],
  nodes: [
    {
      type: 'ByLeasingDeletionRequest',
      load: async ({ loaders }: GraphContext, id: string) => {
        const row = await loaders.one(openDeletionById, id);
        return row && toDeletionRequest(row);
      },
    },
    {
      type: 'ByLeasingMutualEnd',
      load: async ({ loaders }: GraphContext, id: string) => {
        const row = await loaders.one(openEndById, id);
        return row && toMutualEnd(row);
      },
    },
    {
      type: 'ByLeasingSigningAuthority',
      load: async ({ loaders }: GraphContext, id: string) => {
        const row = await loaders.one(authorityById, id);
        return row && toAuthority(row);
      },
    },
  ],
} as const;
