import type { EventTypeDefinition } from '../../../schema/base';
import { claimAnswerDeadline } from './claim.commands';
import { ClaimEntity } from './claim.entity';
import { claimTexts } from './claim.errors';
import { ClaimResolver, ClientClaimsResolver, loadClaim } from './claim.resolver';
import { CreateByLeasingClaims1700000003064 } from './create-claims.migration';
import { DisputeEntity } from './dispute.entity';

const eventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'ByLeasingClaimChanged',
    version: 1,
    description: 'A claim was received, answered, or accepted by silence (претензия).',
    example: { byLeasingClaimId: '0199f0a0-0000-7000-8000-000000000045', state: 'DEEMED_ACCEPTED' },
  },
  {
    type: 'ByLeasingDisputeChanged',
    version: 1,
    description: 'A dispute was opened, taken to court or settled (спор).',
    example: { byLeasingDisputeId: '0199f0a0-0000-7000-8000-000000000046', state: 'COURT' },
  },
];

/** Claims of both parties, and disputes. */
export const claims = {
  entities: [ClaimEntity, DisputeEntity],
  migrations: [CreateByLeasingClaims1700000003064],
  eventTypes,
  deadlines: [claimAnswerDeadline],
  resolvers: [ClientClaimsResolver, ClaimResolver],
  nodes: [{ type: 'ByLeasingClaim', load: loadClaim }],
  texts: claimTexts,
} as const;
