/** Entries of lenders in the register of microfinance organisations, as their agreements name them (0/pledgee). */
export const certificates: Readonly<Record<string, { readonly number: string; readonly enteredOn: string }>> = {
  'zubr-leasing': { number: '185', enteredOn: '2023-11-14' },
};

/**
 * Per cent a day for new loans while the lender has set none. The agreement leaves its rate to the loan contract, and no tariff was
 * found: an assumption for the sandbox, to be replaced by the lender's own.
 */
export const ASSUMED_DAILY_RATE = '0.15';
