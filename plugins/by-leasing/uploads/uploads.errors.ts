/** Codes of uploaded files. */
export const uploadTexts = {
  BY_LEASING_MALICIOUS_CONTENT: {
    kind: 'FINDING',
    en: 'The file holds malware and is refused. Check your device and send another file.',
    ru: 'Файл содержит вредоносную программу и отклонён. Проверьте устройство и отправьте другой файл.',
    be: 'Файл змяшчае шкодную праграму і адхілены. Праверце прыладу і адпраўце іншы файл.',
  },
  BY_LEASING_UPLOAD_NOT_CHECKED: {
    kind: 'FINDING',
    en: 'Attach at most {max} files of your own that were checked and found clean.',
    ru: 'Приложите не более {max} своих файлов, прошедших проверку.',
    be: 'Прыкладзіце не больш за {max} сваіх файлаў, якія прайшлі праверку.',
  },
  BY_LEASING_UPLOAD_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such file, or it has not arrived. Upload it first.',
    ru: 'Такого файла нет, или он ещё не загружен. Сначала загрузите его.',
    be: 'Такога файла няма, або ён яшчэ не загружаны. Спачатку загрузіце яго.',
  },
  BY_LEASING_UPLOAD_CHECKED_ALREADY: {
    kind: 'FINDING',
    en: 'The file was checked already. See its state in the list of uploads.',
    ru: 'Файл уже проверен. Его состояние — в списке загруженных файлов.',
    be: 'Файл ужо правераны. Яго стан — у спісе загружаных файлаў.',
  },
  BY_LEASING_SCANNER_UNAVAILABLE: {
    kind: 'FINDING',
    en: 'The file could not be checked now. Ask again in a few minutes.',
    ru: 'Сейчас файл не удалось проверить. Повторите через несколько минут.',
    be: 'Зараз файл не ўдалося праверыць. Паўтарыце праз некалькі хвілін.',
  },
} as const;
