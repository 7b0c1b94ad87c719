import { fail, pass, type Validator } from '../../../modules/rules';
import { type RequiredDeclaration, requiredDeclarations } from '../declarations/required';
import { rules } from '../rules';

/** A missing or negative answer blocks the signature; each warranty is a rule of its own. */
const declared = ({ kind, clauses }: RequiredDeclaration): Validator =>
  rules.validator({
    id: `by-pledge.declared-${kind.toLowerCase().replaceAll('_', '-')}`,
    appliesAt: ['SIGN'],
    facts: ['declared'],
    cites: clauses,
    check: (facts) => (facts.declared.includes(kind) ? pass : fail('BY_PLEDGE_DECLARATION_MISSING', clauses, { missing: kind })),
  });

export const declarationValidators: readonly Validator[] = requiredDeclarations.map(declared);
