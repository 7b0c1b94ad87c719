import { type CodePurpose, type CompletedCeremony, completeCeremony } from '../../../modules/access';
import type { CommandContext } from '../../../modules/commands';
import { type Citation, type Finding, uphold } from '../../../modules/rules';
import { type AccountRecord, phoneOf } from '../accounts/account.record';
import { cite } from '../cite';
import { rulesToday } from '../judge';
import { rules } from '../rules';
import { type CheckedFactor, recentFailures, recordFactor } from './factor.record';
import { tellSecurity } from './security-event';

export interface CodeEntered {
  readonly ceremonyId: string;
  readonly code: string;
  readonly purpose: CodePurpose;
  /** The one operation that the code was asked for. */
  readonly operationDigest: Buffer;
}

export interface CheckedCode {
  readonly completed: CompletedCeremony | null;
  readonly factors: readonly CheckedFactor[];
  /** Empty when the code was right and came to the account's own phone. **Return** them: what was counted must be kept. */
  readonly findings: readonly Finding[];
}

export interface CodeCheck {
  readonly factor: 'OTP' | 'SMS_PASSWORD';
  readonly operation: string;
  readonly reference?: string | null;
  readonly stepUpId?: string | null;
}

const clausesOf: Readonly<Record<CodeCheck['factor'], readonly Citation[]>> = {
  OTP: [cite('by-leasing/7.3/b1'), cite('by-leasing/3.14.1')],
  SMS_PASSWORD: [cite('by-leasing/7.3/b2')],
};

// Of an operation every factor that fails is a ground of refusal (3.14.1); coming in to the cabinet is none yet.
const possession: Readonly<Record<CodeCheck['factor'], readonly Citation[]>> = {
  OTP: [cite('by-leasing/7.3/b3'), cite('by-leasing/3.14.1')],
  SMS_PASSWORD: [cite('by-leasing/7.3/b3')],
};

/** Whether a client may go on trying: the finding once too many entries were wrong within an hour. */
export async function attemptsFinding(context: CommandContext, { clientId }: Pick<AccountRecord, 'clientId'>): Promise<Finding | null> {
  const limit = rules.read(rulesToday(context), 'attempts.max');
  if (!limit) return null;
  const { count, retryAfterSeconds } = await recentFailures(context, clientId);
  return uphold(limit.citations, count < limit.value, 'BY_LEASING_TOO_MANY_ATTEMPTS', { retryAfterSeconds }, { path: ['input'] });
}

/** Checks a code or password of a message for one operation of a locked account, and keeps the result of each factor. */
export async function checkCode(
  context: CommandContext,
  account: AccountRecord,
  entered: CodeEntered,
  check: CodeCheck,
): Promise<CheckedCode> {
  const { factor, ...where } = check;
  const place = {
    clientId: account.clientId,
    source: 'SDO',
    sessionId: context.caller.sessionId,
    ceremonyId: entered.ceremonyId,
    ...where,
  } as const;
  const outcome = await completeCeremony(context, entered);
  const own = outcome.completed?.clientId === account.clientId ? outcome.completed : null;
  const code = await recordFactor(context, { ...place, factor, holds: own !== null, presented: entered.code.trim() });
  // The message must have gone to the number that is the account's now, and as a message.
  const possessed = own !== null && own.channel === 'SMS' && own.target === phoneOf(context, account);
  const phone = await recordFactor(context, { ...place, factor: 'PHONE_POSSESSION', holds: possessed });
  const path = ['input', 'code'];
  const invalid = factor === 'OTP' ? 'BY_LEASING_OTP_INVALID' : 'BY_LEASING_SMS_PASSWORD_INVALID';
  const bound = factor === 'OTP' ? cite('by-leasing/1/otp') : cite('by-leasing/1/password');
  const findings = [
    uphold(bound, own !== null, invalid, {}, { path }),
    uphold(clausesOf[factor], own !== null, 'BY_LEASING_AUTH_FACTOR_FAILED', { factor }, { path }),
    uphold(possession[factor], possessed, 'BY_LEASING_AUTH_FACTOR_FAILED', { factor: 'PHONE_POSSESSION' }, { path }),
  ].filter((finding) => finding !== null);
  if (findings.length > 0) await tellFailure(context, account);
  return { completed: possessed ? own : null, factors: [code, phone], findings };
}

/** The last entry that is allowed was wrong as well: that is worth telling. */
export async function tellFailure(context: CommandContext, account: AccountRecord): Promise<void> {
  const stop = await attemptsFinding(context, account);
  if (stop) tellSecurity(context, account, 'TOO_MANY_ATTEMPTS', stop.clauses[0]);
}
