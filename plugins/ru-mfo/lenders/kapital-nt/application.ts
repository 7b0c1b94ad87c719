import { cite } from '../../cite';
import type { Duties } from '../duties';

/** From the application to the conclusion: chapters on the application, its review, the offer and the contract. */
export const applicationDuties: Duties = {
  'edition.exists': cite('ru-mfo/kapital-nt/43/1'),
  'edition.impliedAtStart': cite('ru-mfo/kapital-nt/44'),
  'status.potential': cite('ru-mfo/kapital-nt/term/Клиент'),
  'signature.agreement': [
    cite('ru-mfo/kapital-nt/term/АСП'),
    cite('ru-mfo/kapital-nt/term/Соглашение_о_дистанционном_взаимодействии'),
    cite('ru-mfo/kapital-nt/28/2'),
  ],
  'terms.formed': [cite('ru-mfo/kapital-nt/24/1'), cite('ru-mfo/kapital-nt/term/Индивидуальные_условия')],
  'terms.lenderDetails': [
    cite('ru-mfo/kapital-nt/term/Общество'),
    cite('ru-mfo/kapital-nt/term/Сайт'),
    cite('ru-mfo/kapital-nt/term/Контакт-центр'),
  ],
  'publication.generalTerms': cite('ru-mfo/kapital-nt/term/Общие_условия_договора'),
  'terms.schedule': cite('ru-mfo/kapital-nt/41/1'),
  'terms.redrafted': cite('ru-mfo/kapital-nt/24/2'),
  'advertising.offered': cite('ru-mfo/kapital-nt/24/6'),
  'packet.ticks': cite('ru-mfo/kapital-nt/24/4'),
  'packet.signed': [cite('ru-mfo/kapital-nt/term/ПЭП'), cite('ru-mfo/kapital-nt/term/Подпись_Клиента')],
  'code.checked': cite('ru-mfo/kapital-nt/27/1'),
  'acceptance.recorded': cite('ru-mfo/kapital-nt/25'),
  'acceptance.code': cite('ru-mfo/kapital-nt/26'),
  'offer.sent': cite('ru-mfo/kapital-nt/27/2'),
  'offer.over': cite('ru-mfo/kapital-nt/29/2'),
  'assessment.perApplication': cite('ru-mfo/kapital-nt/20/1'),
  'assessment.inDossier': cite('ru-mfo/kapital-nt/21'),
  'review.contacts': cite('ru-mfo/kapital-nt/15/2'),
  'payout.kept': cite('ru-mfo/kapital-nt/30'),
  'terms.inAccount': cite('ru-mfo/kapital-nt/32'),
  'schedule.inAccount': cite('ru-mfo/kapital-nt/41/1'),
  'application.sent': cite('ru-mfo/kapital-nt/10'),
};
