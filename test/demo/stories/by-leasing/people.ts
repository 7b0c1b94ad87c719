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

const address = 'г. Гомель, ул. Примерная, д. 1';

export const lessee: Person = {
  kind: 'INDIVIDUAL',
  role: 'An individual',
  familyName: 'Примеров',
  givenName: 'Проба',
  patronymic: 'Пробович',
  personalNumber: '3110190A001PB2',
  birthDate: '1990-01-11',
  address,
};

export const guarantor: Person = {
  ...lessee,
  role: 'A guarantor',
  familyName: 'Поручителев',
  personalNumber: '3010185A001PB3',
  birthDate: '1985-01-01',
};

export const proprietor: Person = {
  ...lessee,
  kind: 'SOLE_PROPRIETOR',
  role: 'A sole proprietor',
  familyName: 'Предприимчив',
  unp: '100582333',
};

export const company: Person = {
  ...lessee,
  kind: 'LEGAL_ENTITY',
  role: 'A legal entity',
  familyName: 'Директоров',
  unp: '193498948',
  organisation: 'ООО «Пример»',
};

export const seller: Person = { ...company, role: 'A seller', familyName: 'Продавцов', organisation: 'ООО «Продавец»' };

/** The lender’s director, who signs for it with a tool of its own. */
export const director = { name: 'Директор Пример', personalNumber: '3010185A001PB3', position: 'Директор' };

export const nameOf = ({ familyName, givenName, patronymic }: Person): string => [familyName, givenName, patronymic].join(' ');
