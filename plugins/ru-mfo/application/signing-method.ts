import type { SigningMethod } from '../../../modules/signatures';

export const PHONE_CODE = 'PHONE_CONFIRMATION_CODE';

/** The simple electronic signature of a borrower: the code that confirmed the phone, shown by its identifier. */
export const phoneCode: SigningMethod = {
  id: PHONE_CODE,
  title: {
    en: 'Simple electronic signature by the code that confirmed the phone',
    ru: 'Аналог собственноручной подписи: код подтверждения телефона',
    be: 'Аналаг уласнаручнага подпісу: код пацвярджэння тэлефона',
  },
  forms: ['ELECTRONIC_FORM'],
};
