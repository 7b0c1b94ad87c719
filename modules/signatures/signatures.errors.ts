import { defineErrors } from '../../schema/base';

export const signatureErrors = defineErrors('signatures', {
  DOCUMENT_HASH_DIFFERS: {
    kind: 'FINDING',
    en: 'The document is not the one that was shown: its hash differs. Show it again and let it be signed anew.',
    ru: 'Документ отличается от показанного: хеш не совпадает. Покажите его снова и подпишите заново.',
    be: 'Дакумент адрозніваецца ад паказанага: хэш не супадае. Пакажыце яго зноў і падпішыце нанова.',
  },
  EVIDENCE_NOTHING_SIGNED: {
    kind: 'FINDING',
    en: 'Nobody has signed this document, so there is nothing to prove. Ask again once it is signed.',
    ru: 'Документ никем не подписан, доказывать нечего. Повторите запрос после подписания.',
    be: 'Дакумент ніхто не падпісаў, даказваць няма чаго. Паўтарыце запыт пасля падпісання.',
  },
  DOCUMENT_ALREADY_SIGNED: {
    kind: 'FINDING',
    en: 'This signer has already signed the document. Nothing more is needed.',
    ru: 'Этот подписант уже подписал документ. Больше ничего не требуется.',
    be: 'Гэты падпісант ужо падпісаў дакумент. Больш нічога не патрабуецца.',
  },
  DOCUMENT_VOID: {
    kind: 'FINDING',
    en: 'The document is void and cannot be signed. Ask for a new one.',
    ru: 'Документ недействителен, подписать его нельзя. Запросите новый.',
    be: 'Дакумент несапраўдны, падпісаць яго нельга. Запытайце новы.',
  },
  DOCUMENT_NOT_OPEN_FOR_SIGNING: {
    kind: 'FINDING',
    en: 'A document that is {status} takes no signatures. Only published documents are signed.',
    ru: 'Документ в состоянии {status} не подписывается. Подписываются только опубликованные документы.',
    be: 'Дакумент у стане {status} не падпісваецца. Падпісваюцца толькі апублікаваныя дакументы.',
  },
  EVIDENCE_ASKED_OFTEN: {
    kind: 'FINDING',
    en: 'At most {most} evidence packages of a document are made in a day. Download one that was made.',
    ru: 'За сутки по одному документу формируется не больше {most} доказательственных пакетов. Скачайте один из сформированных.',
    be: 'За суткі па адным дакуменце фарміруецца не больш за {most} доказных пакетаў. Спампуйце адзін са сфарміраваных.',
  },
  SIGNING_METHOD_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'This document cannot be signed by {method}. Choose another method.',
    ru: 'Этот документ нельзя подписать способом {method}. Выберите другой способ.',
    be: 'Гэты дакумент нельга падпісаць спосабам {method}. Абярыце іншы спосаб.',
  },
});
