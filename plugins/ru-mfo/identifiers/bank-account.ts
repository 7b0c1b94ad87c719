import { digits, weighted } from './check-digits';

const WEIGHTS = Array.from({ length: 23 }, (_, i) => [7, 1, 3][i % 3]!);

/** Whether this is a bank code (БИК) of the Russian settlement system. */
export const isBankCode = (text: string): boolean => digits(text, 9) !== null && text.startsWith('04');

/**
 * Whether a 20-digit account is one of the bank with this code: the key sum over the bank's last three digits and the account.
 * An account held at the central bank itself is checked with `0` and digits five and six of the code.
 */
export function isAccountOfBank(account: string, bankCode: string): boolean {
  if (!isBankCode(bankCode) || !digits(account, 20)) return false;
  const bank = bankCode.slice(6);
  // Codes that end in 000 to 002 are those of the central bank's own branches.
  const prefix = Number(bank) <= 2 ? `0${bankCode.slice(4, 6)}` : bank;
  return weighted(digits(prefix + account, 23)!, WEIGHTS) % 10 === 0;
}

/** The balance account, by which the chart of accounts of banks tells whose money it is: the first five digits of twenty. */
export const balanceAccountOf = (account: string): string => account.slice(0, 5);
