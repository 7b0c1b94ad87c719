import type { SigningMethod } from '../../../modules/signatures';

export const PACKET_CODE = 'PACKET_CODE';

/** The simple electronic signature of a borrower: one code, bound to all documents of a packet. */
export const packetCode: SigningMethod = {
  id: PACKET_CODE,
  title: {
    en: 'Simple electronic signature by a code sent for this packet of documents',
    ru: 'Аналог собственноручной подписи: код из сообщения, отправленный для этого пакета документов',
    be: 'Аналаг уласнаручнага подпісу: код з паведамлення, адпраўлены для гэтага пакета дакументаў',
  },
  forms: ['ELECTRONIC_FORM'],
};
