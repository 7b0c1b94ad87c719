import { defineErrors } from '../../schema/base';

export const calendarErrors = defineErrors('calendar', {
  WORKING_DAYS_UNKNOWN: {
    kind: 'ERROR',
    en: 'The working days of {year} are not known for {country}. Add the official calendar of that year, or choose a term within the known years.',
    ru: 'Рабочие дни {year} года для {country} неизвестны. Добавьте официальный календарь этого года или выберите срок в известных годах.',
    be: 'Рабочыя дні {year} года для {country} невядомыя. Дадайце афіцыйны каляндар гэтага года або выберыце тэрмін у вядомых гадах.',
  },
  WORKING_DAYS_PROVISIONAL: {
    kind: 'FINDING',
    en: 'The working days of {year} for {country} are provisional: the date may move when the official calendar is published.',
    ru: 'Рабочие дни {year} года для {country} предварительные: дата может измениться, когда выйдет официальный календарь.',
    be: 'Рабочыя дні {year} года для {country} папярэднія: дата можа змяніцца, калі выйдзе афіцыйны каляндар.',
  },
});
