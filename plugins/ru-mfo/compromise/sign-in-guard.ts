import type { SignInGuard } from '../../../modules/access';
import { formFinding, uphold } from '../../../modules/rules';
import { dutyOf } from '../lenders';
import { readLocks } from './account-lock.record';

/** Nobody enters an account over an unprotected connection, or while it is locked after a report of compromise. */
export const accountGuard: SignInGuard = {
  async check(context, client) {
    const { code } = context.lender;
    const duty = dutyOf(code, 'account.protected');
    const plain = duty.length > 0 ? uphold(duty, context.caller.insecure !== true, 'RU_MFO_INSECURE_CHANNEL') : null;
    const [lock] = await context.transaction.query(readLocks, [[client.id]]);
    const compromised = dutyOf(code, 'account.compromised');
    const locked =
      lock && compromised.length === 0
        ? formFinding('RU_MFO_ACCOUNT_LOCKED')
        : uphold(compromised, lock === undefined, 'RU_MFO_ACCOUNT_LOCKED');
    return [plain, locked].filter((finding) => finding !== null);
  },
};

/** All of several guards: each may give reasons. */
export const allGuards = (guards: readonly SignInGuard[]): SignInGuard => ({
  check: async (...asked) => {
    const reasons = [];
    for (const guard of guards) reasons.push(...(await guard.check(...asked)));
    return reasons;
  },
});
