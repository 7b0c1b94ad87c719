import { cite } from '../cite';

/** Freely convertible currencies: the agreement names none; the settlement currencies of the International Monetary Fund's basket. */
const freelyConvertible = ['USD', 'EUR', 'GBP', 'JPY', 'CNY'] as const;

export const formationEntries = {
  'interest.places': [2, cite('by-pledge/1.1/p3')],
  'interest.rounding': ['HALF_UP', cite('by-pledge/1.1/p3'), { interpretation: 'I-10' }],
  'interest.yearDays': [365, cite('by-pledge/1.1/p2/base'), { interpretation: 'I-10' }],
  'pledgor.statuses': [['BY_CITIZEN', 'FOREIGNER_WITH_RESIDENCE_PERMIT'], cite('by-pledge/0/pledgor')],
  'valuation.photos.min': [1, cite('by-pledge/1.5/valuation')],
  'disputes.territory': [['BY', 'ABROAD'], cite('by-pledge/2.2/b5')],
  'inventory.rows': [['ROW1', 'ROW2', 'ROW3', 'ROW4', 'ROW5', 'ROW6'], cite('by-pledge/A1')],
  'inventory.rows.insured': [['ROW7'], cite('by-pledge/A1/row7')],
  'pledge.currency': ['BYN', cite('by-pledge/1.1/p1')],
  'income.owner': ['PLEDGOR', cite('by-pledge/1.4')],
  'claim.items': [
    ['PRINCIPAL', 'INTEREST', 'LOSSES', 'PENALTY', 'INTEREST_ON_MONEY_USE', 'COURT_COSTS', 'FORECLOSURE_COSTS'],
    cite('by-pledge/1.2/p1/scope'),
  ],
  'insurance.product': ['AUTO_CASCO', cite('by-pledge/2.5')],
  'insurance.licence': ['BY', cite('by-pledge/2.5')],
  'insurance.risks': [['ALL_DAMAGE', 'LOSS'], cite('by-pledge/2.5')],
  'insurance.currencies': [freelyConvertible, cite('by-pledge/2.5/г/currency')],
  'policy.within': [0, cite('by-pledge/3.1/л/p1')],
  'policy.gap.max': [0, cite('by-pledge/3.1/л/p2/continuity')],
  'policy.delivery.within': [1, cite('by-pledge/3.1/л/p2/delivery')],
  'premium.proof.within': [0, cite('by-pledge/3.1/л/p2/instalments')],
} as const;
