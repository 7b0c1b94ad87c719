import { readClient } from '../../../modules/clients';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { findingOf } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { dutyOf, perform } from '../lenders';
import { passportIndex } from '../profile/keep-profile';
import { passportMatches } from '../profile/profile.record';
import { IdentityCheckEntity } from './account.entity';

export interface CheckIdentity {
  readonly clientId: string;
  /** As the caller names them. */
  readonly passportSeries: string;
  readonly passportNumber: string;
}

export interface CheckIdentityResult extends CommandResult {
  readonly clientId?: string;
  readonly passed?: boolean;
}

/** Compares what somebody on the phone names with the document on file, opening neither; the result is kept and alone told. */
export const checkIdentity = defineCommand<CheckIdentity, CheckIdentityResult>({
  name: 'ruMfoCheckIdentity',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId, passportSeries, passportNumber }, context) {
    await readClient(context, clientId);
    perform(context.lender.code, 'identity.checked');
    const digits = (text: string) => text.replace(/\D/g, '');
    const index = passportIndex(context, { series: digits(passportSeries), number: digits(passportNumber) });
    const passed = (await context.transaction.query(passportMatches, [clientId, index])).length > 0;
    await context.transaction.insert(IdentityCheckEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      clientId,
      passed,
      checkedBy: `${context.caller.kind}:${context.caller.subject}`,
      checkedAt: new Date(context.now.epochMilliseconds),
    });
    const failure = findingOf('RU_MFO_IDENTITY_CHECK_FAILED', dutyOf(context.lender.code, 'identity.checked'));
    // Returned, not thrown: a failed check is kept.
    return { clientId, passed, findings: passed ? [] : [failure] };
  },
});
