import type { LoanKind } from '../../reception/loan-kind';

/** Item 6 of the lender's Information is not held: these kinds and their bounds are assumed for the sandbox. */
export const loanKinds: readonly LoanKind[] = [
  {
    code: 'FIRST',
    title: 'Первый займ',
    requirements: ['FIRST_LOAN'],
    amount: { min: '1000.00', max: '15000.00' },
    termDays: { min: 5, max: 30 },
  },
  {
    code: 'REPEAT',
    title: 'Повторный займ',
    requirements: ['REPEAT_CLIENT'],
    amount: { min: '1000.00', max: '100000.00' },
    termDays: { min: 5, max: 180 },
  },
];
