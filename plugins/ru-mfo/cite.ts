import { citer } from '../../modules/rules';
import type { RuMfoClauseId } from './clauses.generated';

/** A clause of one of this plugin's documents; an unknown one does not compile. */
export const cite = citer<RuMfoClauseId>('ru-mfo');
