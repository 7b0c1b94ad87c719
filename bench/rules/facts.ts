import { product } from '../product.ts';

const { Temporal } = product('../node_modules/temporal-polyfill');
const { Decimal } = product('schema/base');

/** What is known of an applicant whom every lender serves; number `i` differs in what changes from person to person. */
export function applicant(i: number): Record<string, unknown> {
  const amount = new Decimal(10_000 + (i % 5_000));
  return {
    birthDate: Temporal.PlainDate.from({ year: 1970 + (i % 30), month: 1 + (i % 12), day: 1 + (i % 28) }),
    concludedOn: Temporal.PlainDate.from('2026-11-20'),
    citizenship: 'RU',
    addressKinds: ['RESIDENCE'],
    payoutKinds: ['BANK_ACCOUNT_RU', 'PAYMENT_CARD'],
    fullCapacity: true,
    ownInterest: true,
    officialTies: [],
    contacts: ['PHONE', 'EMAIL'],
    registered: true,
    decided: 'NONE',
    decidedKind: 'APPROVED',
    assessed: true,
    assessmentSources: ['CLIENT_DATA', 'CREDIT_BUREAU'],
    identificationMethods: ['DOCUMENT_PHOTOS'],
    applicationConsents: ['CREDIT_REPORT'],
    openDemands: 0,
    failedRequirements: [],
    transferred: false,
    appliedAmount: amount,
    decidedAmount: amount,
    appliedTermDays: 30,
    decidedTermDays: 30,
    dailyRate: new Decimal('0.8'),
    fullCost: new Decimal('292.000'),
    charges: amount.mul('0.24'),
    principalDebt: amount,
    selfBans: [],
    bureausAsked: 4,
    openFullCosts: ['292'],
    monthlyDebt: new Decimal(5_000),
    monthlyIncome: new Decimal(90_000),
    applicationPlace: 'SITE',
  };
}

/** A fact that a newer rule asks for and this file does not know: something of its kind, so that the rule is judged at all. */
export function anyOf(kind: string): unknown {
  switch (kind) {
    case 'DATE':
      return Temporal.PlainDate.from('2026-11-20');
    case 'DECIMAL':
      return new Decimal(0);
    case 'COUNT':
      return 0;
    case 'FLAG':
      return true;
    case 'CODES':
      return [];
    default:
      return 'NONE';
  }
}
