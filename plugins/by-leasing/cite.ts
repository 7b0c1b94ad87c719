import { citer } from '../../modules/rules';
import type { ByLeasingClauseId } from './clauses.generated';

export const cite = citer<ByLeasingClauseId>('by-leasing');
