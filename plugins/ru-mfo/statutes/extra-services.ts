import { CONCLUSION, rules } from '../rule-set';
import { recalled, secondary } from './confidence';

/** How long a paid service that came with a loan can be given up for its price. The longer term is recalled only, and off. */
export const extraServices = rules.statute('ru/extra-services', {
  act: {
    en: 'Federal law 353-FZ on consumer credit (loans), paid services',
    ru: 'Федеральный закон № 353-ФЗ «О потребительском кредите (займе)», дополнительные услуги',
    be: 'Федэральны закон № 353-ФЗ «Аб спажывецкім крэдыце (пазыцы)», дадатковыя паслугі',
  },
  chosenBy: CONCLUSION,
  reviewBy: '2027-04-01',
  timeline: [
    rules.law('2021-12-30', '2024-01-21', { 'services.withdrawalDays': [14, 'art. 7 part 2.9', secondary] }),
    rules.law('2024-01-21', null, { 'services.withdrawalDays': [30, 'art. 7 part 2.9', recalled] }),
  ],
});
