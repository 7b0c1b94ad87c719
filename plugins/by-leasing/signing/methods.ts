import type { SigningMethod } from '../../../modules/signatures';

export const CODE_WORD_AND_CODE = 'CODE_WORD_AND_CODE';
export const EDS_OF_OFFICER = 'EDS_OF_OFFICER';
export const EDS_AT_MSI = 'EDS_AT_MSI';

/** Ways to sign: the form of a signature is its own, whatever the form of the document (agreement, 6.1–6.3). */
export const leasingSigningMethods: readonly SigningMethod[] = [
  {
    id: CODE_WORD_AND_CODE,
    title: {
      en: 'By code word and confirmation code',
      ru: 'Кодовое слово и код подтверждения операции',
      be: 'Кодавае слова і код пацвярджэння аперацыі',
    },
    forms: ['ELECTRONIC_FORM', 'DIGITALLY_SIGNED'],
  },
  {
    id: EDS_OF_OFFICER,
    title: {
      en: 'Digital signature of the lender’s authorised officer',
      ru: 'ЭЦП уполномоченного лица лизингодателя',
      be: 'ЭЛП упаўнаважанай асобы лізінгадаўца',
    },
    forms: ['DIGITALLY_SIGNED'],
  },
  {
    id: EDS_AT_MSI,
    title: {
      en: 'Digital signature made at MSI',
      ru: 'ЭЦП, выработанная на стороне МСИ',
      be: 'ЭЛП, выпрацаваная на баку МСІ',
    },
    forms: ['DIGITALLY_SIGNED'],
  },
];
