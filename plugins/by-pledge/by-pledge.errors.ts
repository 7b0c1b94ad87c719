import { defineErrors } from '../../schema/base';

export const byPledgeErrors = defineErrors('by-pledge', {
  BY_PLEDGE_EDITION_GAP: {
    kind: 'FINDING',
    en: 'No edition of the pledge agreement is in force on {on} (before: {before}, after: {after}). An officer decides with a reason.',
    ru: 'На {on} нет действующей редакции договора залога (до: {before}, после: {after}). Решает сотрудник с указанием причины.',
    be: 'На {on} няма дзейнай рэдакцыі дагавора залогу (да: {before}, пасля: {after}). Вырашае супрацоўнік з указаннем прычыны.',
  },
  BY_PLEDGE_EDITION_TEXT_NOT_HELD: {
    kind: 'FINDING',
    en: 'The text of edition {edition}, in force on {on}, is not held. An officer decides with a reason.',
    ru: 'Текст редакции {edition}, действовавшей на {on}, отсутствует. Решает сотрудник с указанием причины.',
    be: 'Тэкст рэдакцыі {edition}, што дзейнічала на {on}, адсутнічае. Вырашае супрацоўнік з указаннем прычыны.',
  },
  BY_PLEDGE_VIN_INVALID: {
    kind: 'FINDING',
    en: 'A VIN has {length} capital letters and digits without {excluded}. Correct it, or let an officer record why this vehicle has none.',
    ru: 'VIN — {length} прописных латинских букв и цифр без {excluded}. Исправьте его, либо сотрудник запишет, почему у машины нет VIN.',
    be: 'VIN — {length} вялікіх лацінскіх літар і лічбаў без {excluded}. Выпраўце яго, або супрацоўнік запіша, чаму ў машыны няма VIN.',
  },
  BY_PLEDGE_INVENTORY_INVALID: {
    kind: 'FINDING',
    en: 'The year of manufacture {manufacturedIn} lies after the year of the pledge, {pledgeYear}. Correct it.',
    ru: 'Год выпуска {manufacturedIn} позже года залога, {pledgeYear}. Исправьте его.',
    be: 'Год выпуску {manufacturedIn} пазнейшы за год залогу, {pledgeYear}. Выпраўце яго.',
  },
  BY_PLEDGE_VALUE_MISMATCH: {
    kind: 'FINDING',
    en: 'The pledge value {pledgeValue} must be above zero, in whole kopecks, and equal the agreed valuation {valuation}.',
    ru: 'Залоговая стоимость {pledgeValue} должна быть больше нуля, в целых копейках и равна согласованной оценке {valuation}.',
    be: 'Залогавы кошт {pledgeValue} павінен быць большы за нуль, у цэлых капейках і роўны ўзгодненай ацэнцы {valuation}.',
  },
  BY_PLEDGE_SELF_SALE_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'The valuation {valuation} BYN lies above {limit} BYN: a sale without a court is not allowed. Go to court.',
    ru: 'Оценка {valuation} BYN выше {limit} BYN: продажа без суда не допускается. Обратитесь в суд.',
    be: 'Ацэнка {valuation} BYN вышэйшая за {limit} BYN: продаж без суда не дапускаецца. Звярніцеся ў суд.',
  },
  BY_PLEDGE_FINE_NOT_CHARGEABLE: {
    kind: 'FINDING',
    en: 'The fine for one violation is {due} BYN and is charged once (charged already: {alreadyFined}). Correct the sum or drop the fine.',
    ru: 'Штраф за одно нарушение — {due} BYN, взимается один раз (уже взыскан: {alreadyFined}). Исправьте сумму или откажитесь от штрафа.',
    be: 'Штраф за адно парушэнне — {due} BYN, спаганяецца адзін раз (ужо спагнаны: {alreadyFined}). Выпраўце суму або адмоўцеся ад штрафу.',
  },
});
