import { CounterEntity } from './counter.entity';
import { CreateByLeasingPetitions1700000003063 } from './create-petitions.migration';
import { PetitionEntity } from './petition.entity';
import { petitionTexts } from './petition.errors';
import { ClientPetitionsResolver, loadPetition, PetitionResolver } from './petition.resolver';
import { petitionOperation } from './petition-operation';

/** Petitions of clients. */
export const petitions = {
  entities: [CounterEntity, PetitionEntity],
  migrations: [CreateByLeasingPetitions1700000003063],
  eventTypes: [
    {
      type: 'ByLeasingPetitionStatusChanged',
      version: 1,
      description: 'A petition arrived, was taken up, answered or taken back (статус ходатайства).',
      example: { byLeasingPetitionId: '0199f0a0-0000-7000-8000-000000000044', from: 'RECEIVED', to: 'IN_REVIEW' },
    },
  ],
  resolvers: [ClientPetitionsResolver, PetitionResolver],
  codeOperations: [petitionOperation],
  nodes: [{ type: 'ByLeasingPetition', load: loadPetition }],
  texts: petitionTexts,
} as const;
