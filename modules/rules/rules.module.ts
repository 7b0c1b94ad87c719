import { defineModule } from '../../schema/base';
import { FindingResolver } from './finding.resolver';
import { rulesErrors } from './rules.errors';
import { RulesResolver } from './rules.resolver';

export const rulesModule = defineModule({ id: 'rules', resolvers: [FindingResolver, RulesResolver], errors: [rulesErrors] });
