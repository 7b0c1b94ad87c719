import { defineErrors } from '../../schema/base';

export const notificationErrors = defineErrors('notifications', {
  NOTIFICATION_TARGET_MISSING: {
    kind: 'FINDING',
    en: 'The client gave no contact for {channel}. Ask for one, or choose another channel.',
    ru: 'Клиент не указал контакт для канала {channel}. Запросите его или выберите другой канал.',
    be: 'Кліент не паказаў кантакт для канала {channel}. Запытайце яго або абярыце іншы канал.',
  },
});
