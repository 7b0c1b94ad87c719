import { type ClientDetails, readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import { longDate } from '../documents/russian-text';
import { readPersonal } from '../profile/profile.record';

/** Who signs, as it stands in documents; null where it is not known. */
export interface Borrower {
  readonly name: string;
  readonly birthDate: string | null;
  /** Series, number, day of issue and code of the unit, in words (паспорт). */
  readonly passport: string | null;
  /** Registered address, or else of the stay, or of the actual home (адрес регистрации). */
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

interface Personal {
  readonly passport?: { readonly series: string; readonly number: string; readonly issuedOn: string; readonly unitCode: string } | null;
}

/** Reads what identifies the client in documents that are signed. */
export async function borrowerOf(context: CommandContext, clientId: string): Promise<Borrower> {
  const client = await readClient(context, clientId);
  const [row] = await context.transaction.query(readPersonal, [clientId]);
  const aad = fieldAad({ lenderId: context.lender.id, table: 'ru_mfo.profile', id: clientId, column: 'personal' });
  const personal: Personal = row ? JSON.parse(context.ports.get(fieldCipherPort).decrypt(row.personalEnc, aad).toString('utf8')) : {};
  const { familyName, givenName, patronymic, birthDate } = client.profile;
  return {
    name: [familyName, givenName, patronymic].filter(Boolean).join(' '),
    birthDate: birthDate ? longDate(birthDate) : null,
    passport: personal.passport ? passportText(personal.passport) : null,
    address: addressOf(client),
    phone: client.phone,
    email: client.email,
  };
}

const passportText = ({ series, number, issuedOn, unitCode }: NonNullable<Personal['passport']>) =>
  `паспорт ${series} ${number}, выдан ${longDate(issuedOn)}, код подразделения ${unitCode}`;

const order = ['RESIDENCE', 'STAY', 'ACTUAL'] as const;

function addressOf({ profile }: ClientDetails): string | null {
  for (const kind of order) {
    const found = profile.addresses?.find((address) => address.kind === kind);
    if (found) return [found.postcode, found.text].filter(Boolean).join(', ');
  }
  return null;
}

/** Lines that name the signer; a line per thing that is known. */
export function borrowerLines(borrower: Borrower): readonly string[] {
  const { name, birthDate, passport, address, phone, email } = borrower;
  return [
    `Заёмщик: ${name}${birthDate ? `, дата рождения ${birthDate}` : ''}`,
    ...(passport ? [`Документ: ${passport}`] : []),
    ...(address ? [`Место регистрации: ${address}`] : []),
    ...(phone ? [`Телефон: ${phone}`] : []),
    ...(email ? [`Электронная почта: ${email}`] : []),
  ];
}
