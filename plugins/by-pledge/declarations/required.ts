import type { Citation } from '../../../modules/rules';
import { cite } from '../cite';
import type { DeclarationKind } from './declaration.entity';

/** A warranty that must be given before an agreement is signed. */
export interface RequiredDeclaration {
  readonly kind: DeclarationKind;
  /** Answers with which nothing stands in the way. */
  readonly accepted: readonly string[];
  readonly clauses: readonly Citation[];
}

const all = cite('by-pledge/2.2');

/** Every warranty, each declared by itself; that of the spouse's consent and the agreed value have rules of their own. */
export const requiredDeclarations: readonly RequiredDeclaration[] = [
  { kind: 'OWNERSHIP', accepted: ['SOLE', 'JOINT_MARITAL'], clauses: [cite('by-pledge/2.2/b1/ownership'), all] },
  { kind: 'NOT_IN_MARRIAGE_CONTRACT', accepted: ['YES'], clauses: [cite('by-pledge/2.2/b2'), all] },
  { kind: 'NOT_PLEDGED', accepted: ['YES'], clauses: [cite('by-pledge/2.2/b3'), all] },
  { kind: 'NOT_SOLD_WANTED_ARRESTED_BANNED', accepted: ['YES'], clauses: [cite('by-pledge/2.2/b4'), all] },
  { kind: 'NO_DISPUTES', accepted: ['YES'], clauses: [cite('by-pledge/2.2/b5'), all] },
  { kind: 'FREE_OF_OBLIGATIONS', accepted: ['YES'], clauses: [cite('by-pledge/2.2/p2'), all] },
  { kind: 'NO_POWERS_OF_ATTORNEY', accepted: ['YES'], clauses: [cite('by-pledge/2.2/p2'), all] },
  { kind: 'LAWFULNESS_OWN_RESPONSIBILITY', accepted: ['YES'], clauses: [cite('by-pledge/2.4')] },
  { kind: 'AUTHORITY', accepted: ['YES'], clauses: [cite('by-pledge/5.10')] },
  { kind: 'ESSENTIAL_TERMS_AGREED', accepted: ['YES'], clauses: [cite('by-pledge/5.10')] },
  { kind: 'LOAN_TERMS_KNOWN', accepted: ['YES'], clauses: [cite('by-pledge/5.10')] },
  { kind: 'NOT_FINANCED_BY_BANK_LOAN', accepted: ['NO_BANK_LOAN', 'BANK_LOAN_REPAID'], clauses: [cite('by-pledge/5.12')] },
  { kind: 'CREDIT_REGISTER_INFORMED', accepted: ['YES'], clauses: [cite('by-pledge/5.2')] },
];

/** Answers that may be given to each; any other is malformed. */
export const answersOf = (kind: DeclarationKind): readonly string[] => {
  if (kind === 'OWNERSHIP') return ['SOLE', 'JOINT_MARITAL', 'SHARED', 'OTHER'];
  if (kind === 'NOT_FINANCED_BY_BANK_LOAN') return ['NO_BANK_LOAN', 'BANK_LOAN_REPAID', 'BANK_LOAN_RUNNING'];
  return ['YES', 'NO'];
};
