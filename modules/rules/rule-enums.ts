import { registerEnumType } from 'type-graphql';
import type { Confidence } from './edition';
import type { Layer } from './overlay';
import type { ParameterAbsence } from './resolved-rules';

/** The two layers of rules as a GraphQL enum; receipts and traces keep the words on the right. */
export const RuleLayerEnum = { STATUTE: 'statute', LENDER: 'lender' } as const satisfies Record<string, Layer>;

registerEnumType(RuleLayerEnum, {
  name: 'RuleLayer',
  description: 'Who says what a parameter is.',
  valuesConfig: {
    STATUTE: { description: 'Law (закон).' },
    LENDER: { description: 'The edition of the lender’s rules (редакция правил).' },
  },
});

export const RuleConfidenceEnum = { READ: 'READ', SECONDARY: 'SECONDARY', RECALLED: 'RECALLED' } as const satisfies {
  [C in Confidence]: C;
};

registerEnumType(RuleConfidenceEnum, {
  name: 'RuleConfidence',
  description: 'How sure a value of the rules is.',
  valuesConfig: {
    READ: { description: 'Read in the source itself.' },
    SECONDARY: { description: 'Read in a secondary source only.' },
    RECALLED: { description: 'Not confirmed by any source; as a limit it is off.' },
  },
});

export const RuleAbsenceEnum = { SILENT: 'SILENT', TEXT_NOT_HELD: 'TEXT_NOT_HELD', UNVERIFIED: 'UNVERIFIED' } as const satisfies {
  [A in ParameterAbsence]: A;
};

registerEnumType(RuleAbsenceEnum, {
  name: 'RuleAbsence',
  description: 'Why no value of a parameter binds.',
  valuesConfig: {
    SILENT: { description: 'Neither law nor the lender says anything.' },
    TEXT_NOT_HELD: { description: 'The text of the edition is not held.' },
    UNVERIFIED: { description: 'The only value is not confirmed.' },
  },
});
