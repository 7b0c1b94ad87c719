import { CreateByLeasingDataChanges1700000003067 } from './create-data-changes.migration';
import { DataChangeEntity } from './data-change.entity';
import { DataChangeResolver } from './data-change.resolver';

export { noticeTerm } from './notice-term';

/** Notices of changed data and their terms. */
export const dataChanges = {
  entities: [DataChangeEntity],
  migrations: [CreateByLeasingDataChanges1700000003067],
  eventTypes: [
    {
      type: 'ByLeasingDataChangeTold',
      version: 1,
      description: 'A client told that its data changed (изменение данных).',
      example: { clientId: '0199f0a0-0000-7000-8000-000000000002', fields: ['SURNAME'], late: false },
    },
  ],
  resolvers: [DataChangeResolver],
  texts: {
    BY_LEASING_DATA_CHANGE_NOTICE_LATE: {
      kind: 'FINDING',
      en: 'The notice was due by {dueOn}, {days} working days after the change; it is taken and marked late.',
      ru: 'Сообщить следовало до {dueOn}, в течение {days} рабочих дней; уведомление принято с отметкой о просрочке.',
      be: 'Паведаміць трэба было да {dueOn}, на працягу {days} рабочых дзён; паведамленне прынята з адзнакай аб пратэрміноўцы.',
    },
    BY_LEASING_PHONE_CHANGE_NOTICE_LATE: {
      kind: 'FINDING',
      en: 'The change of the phone was to be told by {dueOn}, {days} working days after it; it is taken and marked late.',
      ru: 'О смене номера следовало сообщить до {dueOn}, в течение {days} рабочих дней; заявление принято с отметкой о просрочке.',
      be: 'Пра змену нумара трэба было паведаміць да {dueOn}, на працягу {days} рабочых дзён; заява прынята з адзнакай аб пратэрміноўцы.',
    },
  },
} as const;
