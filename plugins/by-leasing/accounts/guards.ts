import type { ContactGuard, SignInGuard } from '../../../modules/access';
import { findingOf, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { openHolds } from '../holds/hold.record';
import { statusFindings } from '../operations/require-operation';
import { accountOf } from './account.record';

/** Nobody comes in but by the cabinet's own way, and no session goes on whose account is closed. */
export const byLeasingSignInGuard: SignInGuard = {
  async check(context, client, by) {
    const account = await accountOf(context, client.id);
    if (!account) return [];
    const findings = statusFindings(account, await openHolds(context, client.id));
    if (by === 'EMAIL') findings.push(findingOf('BY_LEASING_LOGIN_UNKNOWN', cite('by-leasing/1/login'), {}, { path: ['input'] }));
    // The cabinet asks for every factor at once and keeps how each was checked.
    if (by === 'PHONE')
      findings.push(
        findingOf('BY_LEASING_LOGIN_FACTOR_MISSING', cite('by-leasing/5.9/b1'), { factors: 'byLeasingSignIn' }, { path: ['input'] }),
      );
    return findings;
  },
};

/** The phone is the login: another one is put in its place at an office, by an officer. */
export const byLeasingContactGuard: ContactGuard = {
  async check(context, client, kind) {
    if (kind !== 'PHONE' || !(await accountOf(context, client.id))) return [];
    const own = context.caller.clientId === client.id;
    const finding = uphold(cite('by-leasing/5.5'), !own, 'BY_LEASING_PHONE_CHANGE_OFFICE_ONLY', {}, { path: ['input'] });
    return finding ? [finding] : [];
  },
};
