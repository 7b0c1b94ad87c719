import { CreateByLeasingUsage1700000003066 } from './create-usage.migration';
import { UsageEntity } from './usage.entity';

export { usageFindings } from './usage';

/** Limits of use. */
export const usage = {
  entities: [UsageEntity],
  migrations: [CreateByLeasingUsage1700000003066],
  texts: {
    BY_LEASING_USAGE_LIMIT_EXCEEDED: {
      kind: 'FINDING',
      en: 'This was asked for {limit} times within {minutes} minutes. Wait, and ask again.',
      ru: 'Действие выполнено {limit} раз за {minutes} минут. Подождите и повторите.',
      be: 'Дзеянне выканана {limit} разоў за {minutes} хвілін. Пачакайце і паўтарыце.',
    },
  },
} as const;
