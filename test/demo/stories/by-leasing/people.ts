import { randomInt } from 'node:crypto';
import { isUnp } from '../../../../plugins/by-leasing/identifiers';

/** Who plays in the story: data as МСИ’s page of the sandbox takes them. None of them exists. */
export interface Person {
  readonly kind: 'INDIVIDUAL' | 'SOLE_PROPRIETOR' | 'LEGAL_ENTITY';
  /** As a member of the audience is told of the person. */
  readonly role: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly personalNumber: string;
  readonly birthDate: string;
  readonly address: string;
  /** Of those who have one. */
  readonly unp?: string;
  readonly organisation?: string;
}

const LETTERS = 'абвгдежзиклмнопрст';

/** A surname that nobody had before: whoever has deals from an earlier showing must come with the number of then. */
const fresh = (surname: string): string => surname + Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** An УНП with a right check digit. */
function freshUnp(): string {
  for (;;) {
    const unp = String(randomInt(100_000_000, 1_000_000_000));
    if (isUnp(unp)) return unp;
  }
}

const address = 'г. Гомель, ул. Примерная, д. 1';

export const lessee: Person = {
  kind: 'INDIVIDUAL',
  role: 'An individual',
  familyName: fresh('Примеров'),
  givenName: 'Проба',
  patronymic: 'Пробович',
  personalNumber: '3110190A001PB2',
  birthDate: '1990-01-11',
  address,
};

export const guarantor: Person = {
  ...lessee,
  role: 'A guarantor',
  familyName: fresh('Поручителев'),
  personalNumber: '3010185A001PB3',
  birthDate: '1985-01-01',
};

export const proprietor: Person = {
  ...lessee,
  kind: 'SOLE_PROPRIETOR',
  role: 'A sole proprietor',
  familyName: fresh('Предприимчив'),
  unp: freshUnp(),
};

export const company: Person = {
  ...lessee,
  kind: 'LEGAL_ENTITY',
  role: 'A legal entity',
  familyName: fresh('Директоров'),
  unp: freshUnp(),
  organisation: 'ООО «Пример»',
};

export const seller: Person = {
  ...company,
  unp: freshUnp(),
  role: 'A seller',
  familyName: fresh('Продавцов'),
  organisation: 'ООО «Продавец»',
};

/** The lender’s director, who signs for it with a tool of its own. */
export const director = { name: 'Директор Пример', personalNumber: '3010185A001PB3', position: 'Директор' };

export const nameOf = ({ familyName, givenName, patronymic }: Person): string => [familyName, givenName, patronymic].join(' ');
