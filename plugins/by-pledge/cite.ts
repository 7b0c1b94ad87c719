import { citer } from '../../modules/rules';
import type { ByPledgeClauseId } from './clauses.generated';

export const cite = citer<ByPledgeClauseId>('by-pledge');
