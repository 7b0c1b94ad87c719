const MONTHS = ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'];

/** `2023-05-28` as `28.05.2023`. */
export const ruDate = (iso: string): string => iso.split('-').reverse().join('.');

/** `2023-05-28` as `28 мая 2023 г.` */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year} г.`;
}

/** `12400.00` as `12 400,00`, with a space that does not break. */
export function sum(decimal: string): string {
  const [whole, cents = '00'] = decimal.split('.');
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${cents.padEnd(2, '0')}`;
}

/** The form of a noun after a number: `1 рубль, 2 рубля, 5 рублей`. */
export function plural(count: number, one: string, few: string, many: string): string {
  const rest = count % 100;
  if (rest >= 11 && rest <= 14) return many;
  const last = count % 10;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

/** `12400.50` as `12 400 рублей 50 копеек`. */
export function rubles(decimal: string): string {
  const [whole, cents = '00'] = decimal.split('.');
  const kopecks = Number(cents.padEnd(2, '0'));
  const last = Number(whole!.slice(-2));
  return `${sum(decimal).split(',')[0]} ${plural(last, 'рубль', 'рубля', 'рублей')} ${String(kopecks).padStart(2, '0')} ${plural(kopecks, 'копейка', 'копейки', 'копеек')}`;
}
