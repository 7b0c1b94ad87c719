import type { Locale } from '../../../schema/base';

/** The few words that the printer itself puts on a page. */
export interface Labels {
  readonly hash: string;
  readonly page: (number: number, of: number) => string;
  readonly signatures: string;
}

export const labels: Readonly<Record<Locale, Labels>> = {
  en: { hash: 'SHA-256 of the text', page: (number, of) => `Page ${number} of ${of}`, signatures: 'Signatures' },
  ru: { hash: 'SHA-256 текста', page: (number, of) => `Страница ${number} из ${of}`, signatures: 'Подписи' },
  be: { hash: 'SHA-256 тэксту', page: (number, of) => `Старонка ${number} з ${of}`, signatures: 'Подпісы' },
};
