import { claimsOf, type MsiPerson, readPerson } from '../person';
import type { MsiMethod } from '../port';

/** What somebody who plays a person typed; names of the form's fields. */
export type Typed = Readonly<Record<string, string>>;

interface FieldOfForm {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly optional?: true;
}

const PERSON: readonly FieldOfForm[] = [
  { name: 'personalNumber', label: 'Идентификационный номер', value: '3110190A001PB2' },
  { name: 'familyName', label: 'Фамилия' },
  { name: 'givenName', label: 'Имя' },
  { name: 'patronymic', label: 'Отчество', optional: true },
  { name: 'birthDate', label: 'Дата рождения', value: '1990-01-11' },
  { name: 'citizenship', label: 'Гражданство', value: 'BY' },
  { name: 'documentNumber', label: 'Номер паспорта', value: 'HB1234567' },
  { name: 'documentIssuedOn', label: 'Выдан', value: '2020-05-20' },
  { name: 'address', label: 'Адрес регистрации', value: 'г. Гомель, ул. Примерная, д. 1' },
  { name: 'changedOn', label: 'Данные изменены', optional: true },
];

const CERTIFICATE: readonly FieldOfForm[] = [
  { name: 'unp', label: 'УНП', value: '193498948' },
  { name: 'organisation', label: 'Организация' },
  { name: 'position', label: 'Должность', value: 'Директор' },
];

const fieldsOf = (method: MsiMethod): readonly FieldOfForm[] => (method === 'CERTIFICATE' ? [...PERSON, ...CERTIFICATE] : PERSON);

/** The person that was typed in; null when МСИ could not know such a one. */
export function personOf(typed: Typed, method: MsiMethod): MsiPerson | null {
  const text = (name: string) => typed[name]?.trim() ?? '';
  const organisation = { unp: text('unp'), name: text('organisation'), position: text('position') };
  return readPerson(
    claimsOf({
      personalNumber: text('personalNumber'),
      familyName: text('familyName'),
      givenName: text('givenName'),
      patronymic: text('patronymic') || null,
      birthDate: text('birthDate'),
      citizenship: text('citizenship'),
      document: {
        type: 'PASSPORT',
        number: text('documentNumber'),
        issuedBy: 'Песочница',
        issuedOn: text('documentIssuedOn'),
        validTo: null,
      },
      address: text('address'),
      changedOn: text('changedOn') || null,
      organisation: method === 'CERTIFICATE' ? organisation : null,
    }),
  );
}

/** The page at which a person confirms its data: whoever plays that person types them. */
export function page(method: MsiMethod, typed: Typed = {}): string {
  const inputs = fieldsOf(method).map(({ name, label, value = '', optional }) => {
    const shown = escaped(typed[name] ?? value);
    return `<p><label>${label} <input name="${name}" value="${shown}" maxlength="300"${optional ? '' : ' required'}></label></p>`;
  });
  const way = method === 'CERTIFICATE' ? 'по сертификату ГосСУОК' : 'по персональным данным';
  const fault = Object.keys(typed).length > 0 ? '<p role="alert">МСИ не знает таких данных: проверьте номера и даты.</p>' : '';
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Песочница: МСИ</title><h1>Песочница: МСИ, ${way}</h1>${fault}
<p>Настоящих людей здесь нет: введите того, кого МСИ должна подтвердить.</p>
<form method="post">${inputs.join('\n')}
<button name="act" value="confirm">Подтвердить</button>
<button name="act" value="unknown" formnovalidate>МСИ меня не знает</button>
<button name="act" value="decline" formnovalidate>Отказаться</button></form></html>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
