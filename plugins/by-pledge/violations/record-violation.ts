import type { CommandContext } from '../../../modules/commands';
import type { Citation } from '../../../modules/rules';
import { momentOf } from '../command-support/moments';
import { newId } from '../command-support/rows';
import type { PledgeRecord } from '../pledge';
import { tellEnforcement } from '../pledge/course-events';
import { insertViolation, violationOfFact } from './violation.record';

export interface NewViolation {
  readonly clause: Citation;
  /** Names the very fact: the same fact is one violation however often it is recorded. */
  readonly fact: string;
  /** ISO 8601. */
  readonly on: string;
  /** Estimated, BYN. */
  readonly loss?: string | null;
}

/** Records a fact of violation of a locked pledge's terms; answers its id, also of one that stands already. */
export async function recordViolation(context: CommandContext, pledge: PledgeRecord, violation: NewViolation): Promise<string> {
  const { clause } = violation.clause;
  const { fact, on, loss = null } = violation;
  const id = newId(context);
  const values = [context.lender.id, id, pledge.id, pledge.clientId, clause, fact, on, loss, momentOf(context)];
  const [written] = await context.transaction.query(insertViolation, values);
  if (!written) {
    const [standing] = await context.transaction.query(violationOfFact, [pledge.id, clause, fact]);
    return standing!.id;
  }
  tellEnforcement(context, pledge, { type: 'ByPledgeViolation', id }, { what: 'RECORDED', amount: loss }, clause);
  return id;
}
