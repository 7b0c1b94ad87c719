import { type CommandContext, Refusal } from '../../../modules/commands';
import type { Finding } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { recordRefusal } from './require-operation';

/** What was asked for, as a record of its refusal names it. */
export interface Asked {
  /** A service, or another act of a client. */
  readonly operation: string;
  /** Id of the thing operated on. */
  readonly reference: string | null;
}

/** What checks answered; or why they refused, which is recorded. **Return** such findings, that the record is committed. */
export type Recorded<T> = { readonly passed: T; readonly findings?: undefined } | { readonly findings: readonly Finding[] };

/**
 * Runs checks that change nothing, with the account locked: a refusal that they throw is recorded (agreement, 3.14), and nothing else is
 * committed. Not for what writes before it refuses.
 */
export async function recorded<T>(
  context: CommandContext,
  account: Pick<AccountRecord, 'id' | 'clientId'>,
  { operation, reference }: Asked,
  checks: () => T | Promise<T>,
): Promise<Recorded<T>> {
  try {
    return { passed: await checks() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await recordRefusal(context, account, operation, reference, error.findings);
    return { findings: error.findings };
  }
}
