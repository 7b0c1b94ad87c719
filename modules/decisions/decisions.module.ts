import { defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { CreateDecisions1700000001250 } from './create-decisions.migration';
import { DecisionEntity } from './decision.entity';
import { decisionById } from './decision.record';
import { ApplicationDecisionsResolver, DecisionResolver } from './decision.resolver';
import { DecisionSubscriptionResolver } from './decision.subscription';
import { decisionErrors } from './decisions.errors';
import { showDecision } from './shown-decision';

export const decisionsModule = defineModule({
  id: 'decisions',
  requires: ['applications', 'contracts'],
  entities: [DecisionEntity],
  migrations: [CreateDecisions1700000001250],
  resolvers: [DecisionResolver, ApplicationDecisionsResolver, DecisionSubscriptionResolver],
  errors: [decisionErrors],
  eventTypes: [
    {
      type: 'DecisionMade',
      version: 1,
      scope: 'decisions:read',
      description: 'An application was approved or refused.',
      example: {
        decisionId: '0199f0a0-0000-7000-8000-000000000004',
        applicationId: '0199f0a0-0000-7000-8000-000000000001',
        kind: 'REFUSED',
        codes: ['PLUGIN_RULE_FAILED'],
        receiptHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    },
  ],
  nodes: [
    {
      type: 'Decision',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(decisionById, id);
        return row && showDecision(row, context);
      },
    },
  ],
});
