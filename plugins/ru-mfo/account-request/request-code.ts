import type { SigningMethod } from '../../../modules/signatures';

export const REQUEST_CODE = 'REQUEST_CODE';

/** The simple electronic signature under a request of the personal account: one code, bound to the document's hash. */
export const requestCode: SigningMethod = {
  id: REQUEST_CODE,
  title: {
    en: 'Simple electronic signature by a code sent for this application, or told by a call',
    ru: 'Аналог собственноручной подписи: код, направленный для этого заявления или сообщённый звонком',
    be: 'Аналаг уласнаручнага подпісу: код, накіраваны для гэтай заявы або паведамлены званком',
  },
  forms: ['ELECTRONIC_FORM'],
};
