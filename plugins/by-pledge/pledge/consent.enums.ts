import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { consentSubjects } from './consent.entity';

export const ConsentSubjectEnum = enumOf(consentSubjects);
registerEnumType(ConsentSubjectEnum, {
  name: 'ByPledgeConsentSubject',
  description: 'What a party consents to.',
  valuesConfig: {
    INSURANCE_DEVIATION: { description: 'A policy that deviates from the requirements.' },
    BENEFICIARY_CHANGE: { description: 'Another beneficiary.' },
    DEBT_TRANSFER: { description: 'Another debtor.' },
    REPLACEMENT: { description: 'Another item.' },
    LATER_PLEDGE: { description: 'A later pledge.' },
    ALIENATION: { description: 'A sale or gift.' },
    LEASE: { description: 'A lease.' },
    GRATUITOUS_USE: { description: 'Use without pay.' },
    OTHER_DISPOSAL: { description: 'Another disposal.' },
    REGISTER_DISCLOSURE: { description: 'Giving out the register’s data.' },
  },
});
