import { type Locale, type Sentence, sentence } from '../../schema/base';
import { SECRET_PLACE } from '../notifications';
import type { CodePurpose } from './ceremony.entity';

const TEXTS: Readonly<Record<CodePurpose, Sentence>> = {
  SIGN_IN: {
    en: '{lender}: sign-in code {code}, good for {minutes} min. Tell it to nobody.',
    ru: '{lender}: код для входа {code}, действует {minutes} мин. Никому его не сообщайте.',
    be: '{lender}: код для ўваходу {code}, дзейнічае {minutes} хв. Нікому яго не паведамляйце.',
  },
  CONFIRM_PHONE: {
    en: '{lender}: code {code} to confirm your number, good for {minutes} min.',
    ru: '{lender}: код {code} для подтверждения номера, действует {minutes} мин.',
    be: '{lender}: код {code} для пацвярджэння нумара, дзейнічае {minutes} хв.',
  },
  CONFIRM_EMAIL: {
    en: '{lender}: code {code} to confirm your mailbox, good for {minutes} min.',
    ru: '{lender}: код {code} для подтверждения адреса почты, действует {minutes} мин.',
    be: '{lender}: код {code} для пацвярджэння адраса пошты, дзейнічае {minutes} хв.',
  },
  SIGN_DOCUMENT: {
    en: '{lender}: code {code} signs a document, good for {minutes} min. Tell it to nobody.',
    ru: '{lender}: код {code} для подписания документа, действует {minutes} мин. Никому его не сообщайте.',
    be: '{lender}: код {code} для падпісання дакумента, дзейнічае {minutes} хв. Нікому яго не паведамляйце.',
  },
  OPERATION: {
    en: '{lender}: code {code} confirms an operation, good for {minutes} min. Tell it to nobody.',
    ru: '{lender}: код {code} для подтверждения операции, действует {minutes} мин. Никому его не сообщайте.',
    be: '{lender}: код {code} для пацвярджэння аперацыі, дзейнічае {minutes} хв. Нікому яго не паведамляйце.',
  },
};

/** The text of the message with a code; the code's place is filled when it is sent. */
export function codeMessage(locale: Locale, purpose: CodePurpose, lender: string, lifetimeSeconds: number): string {
  const minutes = Math.max(1, Math.floor(lifetimeSeconds / 60));
  return sentence(TEXTS[purpose], locale, { lender, minutes, code: SECRET_PLACE });
}
