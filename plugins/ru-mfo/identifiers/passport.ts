import { Temporal } from 'temporal-polyfill';

/** A passport of a citizen of the Russian Federation (паспорт гражданина РФ). */
export interface Passport {
  /** Four digits. */
  readonly series: string;
  /** Six digits. */
  readonly number: string;
  readonly issuedOn: Temporal.PlainDate;
  /** Code of the issuing unit, `000-000`. */
  readonly unitCode: string;
}

export type PassportFault = 'SERIES' | 'NUMBER' | 'UNIT_CODE' | 'ISSUED_ON';

/** The first passports of this form were issued on this day: Government decree 828 of 1997. */
const FIRST_ISSUE = Temporal.PlainDate.from('1997-10-01');
/** A passport is issued to citizens from this age. */
const AGE_OF_FIRST_PASSPORT = 14;

/** What is wrong with the form of a passport's data; nothing says that such a passport exists. */
export function passportFaults(passport: Passport, birthDate: Temporal.PlainDate, on: Temporal.PlainDate): PassportFault[] {
  const { compare } = Temporal.PlainDate;
  const tooEarly =
    compare(passport.issuedOn, FIRST_ISSUE) < 0 || compare(passport.issuedOn, birthDate.add({ years: AGE_OF_FIRST_PASSPORT })) < 0;
  return [
    ...(/^\d{4}$/.test(passport.series) ? [] : (['SERIES'] as const)),
    ...(/^\d{6}$/.test(passport.number) && passport.number !== '000000' ? [] : (['NUMBER'] as const)),
    ...(/^\d{3}-\d{3}$/.test(passport.unitCode) ? [] : (['UNIT_CODE'] as const)),
    ...(tooEarly || compare(passport.issuedOn, on) > 0 ? (['ISSUED_ON'] as const) : []),
  ];
}
