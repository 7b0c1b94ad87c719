import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { declarationKinds } from './declaration.entity';

export const DeclarationKindEnum = enumOf(declarationKinds);
registerEnumType(DeclarationKindEnum, {
  name: 'ByPledgeDeclarationKind',
  description: 'What the pledgor declares.',
  valuesConfig: {
    VALUE_AGREED: { description: 'Agreement with the value.' },
    OWNERSHIP: { description: 'Whose the item is.' },
    SPOUSE_CONSENT: { description: 'The spouse’s consent.' },
    NOT_IN_MARRIAGE_CONTRACT: { description: 'No marriage contract about it.' },
    NOT_PLEDGED: { description: 'Not pledged to others.' },
    NOT_SOLD_WANTED_ARRESTED_BANNED: { description: 'Not sold, wanted, arrested or banned.' },
    NO_DISPUTES: { description: 'No disputes.' },
    FREE_OF_OBLIGATIONS: { description: 'Free of obligations.' },
    NO_POWERS_OF_ATTORNEY: { description: 'No powers of attorney outstanding.' },
    AUTHORITY: { description: 'Sufficient authority.' },
    ESSENTIAL_TERMS_AGREED: { description: 'Essential terms agreed.' },
    LOAN_TERMS_KNOWN: { description: 'The loan contract is known.' },
    NOT_FINANCED_BY_BANK_LOAN: { description: 'Not bought with a running bank loan.' },
    CREDIT_REGISTER_INFORMED: { description: 'Told of the Credit Register.' },
    LAWFULNESS_OWN_RESPONSIBILITY: { description: 'Own responsibility for the lawfulness.' },
  },
});
