import type { DocumentTemplate } from '../../modules/documents';

export interface LoanTermsValues {
  readonly name: string;
  readonly amount: string;
}

/** A small template of an invented plugin. */
export const loanTermsTemplate: DocumentTemplate<LoanTermsValues> = {
  id: 'acme-plugin/loan-terms',
  version: 1,
  kind: 'LOAN_TERMS',
  title: { en: 'Loan terms', ru: 'Условия займа', be: 'Умовы займу' },
  locale: 'en',
  fields: ({ name, amount }) => [
    { name: 'name', value: name },
    { name: 'amount', value: amount },
  ],
  layout: ({ name, amount }) => [
    { kind: 'frames', frames: [{ text: '24,000 %' }, { text: amount }], minPageShare: 0.05 },
    { kind: 'fields', fields: [{ label: 'Borrower', value: name }] },
    { kind: 'paragraph', text: `The sum is ${amount}.` },
  ],
};
