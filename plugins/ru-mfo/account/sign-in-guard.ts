import type { SignInGuard } from '../../../modules/access';
import { type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { readRegistration } from '../registration/registration.record';
import { rules } from '../rule-set';

/** Nobody enters a deleted account, and an account whose login is the phone is entered by nothing else. */
export const ruMfoSignInGuard: SignInGuard = {
  async check(context, client, by) {
    const [registration] = await context.transaction.query(readRegistration, [[client.id]]);
    if (!registration) return [];
    for (const duty of ['account.authenticated', 'account.signIn'] as const) perform(context.lender.code, duty);
    const resolved = rulesToday(context);
    const findings: (Finding | null)[] = [];
    if (registration.accountState === 'DELETED') {
      const deleted = rules.read(resolved, 'account.deletion.within');
      findings.push(
        deleted
          ? findingOf('RU_MFO_ACCOUNT_DELETED', deleted.citations, {}, { path: ['input'] })
          : formFinding('RU_MFO_ACCOUNT_DELETED', ['input']),
      );
    }
    const login = rules.read(resolved, 'login.source');
    if (login?.value === 'REGISTERED_PHONE' && by !== null)
      findings.push(uphold(login.citations, by === 'PHONE', 'RU_MFO_LOGIN_BY_PHONE_ONLY', {}, { path: ['input'] }));
    return findings.filter((finding) => finding !== null);
  },
};
