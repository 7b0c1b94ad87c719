import { cite } from '../../cite';
import type { Duties } from '../duties';

export const duties: Duties = {
  'status.potential': cite('ru-mfo/sotovy/1.3/Заявитель_Заемщик'),
  'status.client': cite('ru-mfo/sotovy/1.3/Заявитель_Заемщик'),
  'signature.agreement': cite('ru-mfo/sotovy/3.2.3/а'),
  'application.registered': cite('ru-mfo/sotovy/3.4.1'),
  'terms.lenderDetails': cite('ru-mfo/sotovy/1.3/Займодавец'),
  'terms.formed': cite('ru-mfo/sotovy/4.1'),
  'terms.schedule': cite('ru-mfo/sotovy/4.10/а'),
  'acceptance.parts': cite('ru-mfo/sotovy/1.3/Договор_микрозайма'),
  'decision.told': cite('ru-mfo/sotovy/3.6'),
  'payout.kept': cite('ru-mfo/sotovy/4.8/б'),
  'code.checked': cite('ru-mfo/sotovy/4.5/б'),
  'packet.signed': cite('ru-mfo/sotovy/3.2.3/б'),
  'offer.closed': cite('ru-mfo/sotovy/4.7'),
  'account.messages': cite('ru-mfo/sotovy/1.3/Личный_кабинет'),
  'documents.unaltered': cite('ru-mfo/sotovy/6.3'),
};
