import { citer } from '../../modules/rules';
import type { XxTemplateClauseId } from './clauses.generated';

/** Typed by the register: an unknown clause does not compile. */
export const cite = citer<XxTemplateClauseId>('xx-template');
