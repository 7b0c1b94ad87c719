import { timingSafeEqual } from 'node:crypto';
import { type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { type Finding, findingOf } from '../../../modules/rules';
import { cite } from '../cite';
import type { MsiMethod, MsiSecrets } from '../msi';
import { lockByState, type OpenIdentification } from './identification.record';
import { identificationEvents, moveStatus, tellRefusal } from './tell-status';
import { answerDigest, openSecrets } from './vault';

export interface TakenAnswer extends CommandResult {
  readonly identificationId?: string;
  readonly method?: MsiMethod;
  /** Never stored with the answer. */
  readonly secrets?: MsiSecrets;
}

/**
 * Takes what a browser brought back from МСИ: once, in time, from the browser that was sent there. What is refused is recorded and changes
 * nothing else (by-leasing 5.1.2). The code in it is traded for the data outside of this transaction.
 */
export const takeAnswer = defineCommand<{ readonly state: string; readonly browserKey: string | null }, TakenAnswer>({
  name: 'job:byLeasingTakeMsiAnswer',
  emits: identificationEvents,
  async run({ state, browserKey }, context) {
    const [row] = await context.transaction.query(lockByState, [context.lender.id, answerDigest(context, 'state', state)]);
    if (!row) return { findings: [untrusted('BY_LEASING_MSI_STATE_UNKNOWN')] };
    const fault = faultOf(context, row, browserKey);
    if (fault) {
      const finding = untrusted(fault);
      tellRefusal(context, row, fault, finding.clauses[0]!);
      return { identificationId: row.id, findings: [finding] };
    }
    await moveStatus(context, row, { to: 'TAKEN' });
    return { identificationId: row.id, method: row.method!, secrets: openSecrets(context, row.id, row.secretsEnc) };
  },
});

const untrusted = (code: string): Finding => findingOf(code, cite('by-leasing/5.1.2/p1'));

function faultOf(context: CommandContext, row: OpenIdentification, browserKey: string | null): string | null {
  if (row.status !== 'AT_MSI') return 'BY_LEASING_MSI_ANSWER_REPLAYED';
  if (!browserKey || !timingSafeEqual(answerDigest(context, 'browser', browserKey), row.browserDigest))
    return 'BY_LEASING_MSI_OTHER_BROWSER';
  if (context.now.epochMilliseconds > row.expiresAt!.getTime()) return 'BY_LEASING_MSI_ANSWER_LATE';
  return null;
}
