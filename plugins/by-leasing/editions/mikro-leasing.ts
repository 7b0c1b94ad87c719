import { cite } from '../cite';
import { rules } from '../rules';
import { documentEntries } from './documents';
import { serviceEntries } from './service';

/** The agreement on the personal cabinet, approved by order No 236 of 2026-05-12; in force from approval, without an end. */
export const mikroLeasingRules = rules.lender('by-leasing/mikro-leasing', {
  chosenBy: 'OPERATION_DAY',
  basis: cite('by-leasing/3.3'),
  reviewBy: '2027-05-12',
  timeline: [
    rules.edition(
      '2026-05-12',
      null,
      cite('by-leasing/12.7'),
      {
        ...documentEntries,
        ...serviceEntries,
        'identification.window.personalData': [24, cite('by-leasing/5.4/b1'), { interpretation: 'I-03' }],
        'identification.window.certificate': [1, cite('by-leasing/5.4/b2'), { interpretation: 'I-03' }],
        'registration.individual': [['SURNAME', 'FIRST_NAME', 'PHONE'], cite('by-leasing/4.2/b1')],
        'registration.legalEntity': [['UNP', 'ORGANISATION_NAME', 'PHONE'], cite('by-leasing/4.2/b2')],
        'registration.soleProprietor': [['UNP', 'SURNAME', 'FIRST_NAME', 'PHONE'], cite('by-leasing/4.2/b3')],
        'notice.phoneChange': [3, cite('by-leasing/9.2.7/phone')],
        'notice.dataChange': [5, cite('by-leasing/9.2.7/data')],
        'claim.answer': [10, cite('by-leasing/12.5/p3/answer')],
        'attempts.max': [5, cite('by-leasing/10.2/д')],
        'phone.prefixes': [['25', '29', '33', '44'], cite('by-leasing/1/telecom-operator')],
        'deletion.channels': [['SUPPORT_FORM', 'EMAIL', 'WRITTEN'], cite('by-leasing/8.1')],
        'deletion.email': [['PHONE', 'CLIENT_NAME', 'DEMAND'], cite('by-leasing/8.1.2')],
        'deletion.written': [
          ['SURNAME', 'FIRST_NAME', 'RESIDENCE_ADDRESS', 'PHONE', 'DEMAND', 'PERSONAL_SIGNATURE'],
          cite('by-leasing/8.1.3'),
        ],
        'upload.types': [['application/pdf', 'image/jpeg', 'image/png'], cite('by-leasing/10.2/а')],
        'outage.recovery': [72, cite('by-leasing/9.1.4')],
      },
      { title: 'приказ № 236 от 12.05.2026', url: 'https://mikro-leasing.by/obshhie-usloviya-dogovora' },
    ),
  ],
});
