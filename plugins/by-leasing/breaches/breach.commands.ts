import { Temporal } from 'temporal-polyfill';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, formFinding } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { BreachEntity, type BreachSource, type BreachState } from './breach.entity';
import { type BreachRecord, lockBreach, settleBreach } from './breach.record';
import { type BreachClause, breachCitation } from './breach-clauses';

export const BREACH_EVENTS = ['ByLeasingBreachChanged'];

export interface NewBreach {
  readonly clientId: string;
  readonly clause: BreachClause;
  readonly source: BreachSource;
  /** Now unless said. */
  readonly occurredAt?: Temporal.Instant;
}

export interface BreachResult extends CommandResult {
  readonly clientId?: string;
  readonly breachId?: string;
}

/** Records a breach inside a command that holds the client's row; its id feeds suspension and withdrawal. Declare `BREACH_EVENTS`. */
export async function recordBreach(context: CommandContext, { clientId, clause, source, occurredAt }: NewBreach): Promise<string> {
  const id = uuidv7(context.now.epochMilliseconds);
  enforce(cite('by-leasing/9.2.1'));
  enforce(breachCitation(clause)!);
  await context.transaction.insert(BreachEntity, {
    lenderId: context.lender.id,
    id,
    clientId,
    clause,
    source,
    state: 'OPEN',
    occurredAt: occurredAt ? new Date(occurredAt.epochMilliseconds) : momentOf(context),
    recordedAt: momentOf(context),
    recordedBy: whoOf(context),
    settledAt: null,
  });
  tell(context, { id, clientId, clause }, 'OPEN');
  return id;
}

export interface RecordBreach {
  readonly clientId: string;
  readonly clause: string;
  readonly occurredAt: Temporal.Instant;
}

/** An officer records that a client broke a clause of the agreement. */
export const recordClientBreach = defineCommand<RecordBreach, BreachResult>({
  name: 'byLeasingRecordBreach',
  plugin: PLUGIN,
  emits: BREACH_EVENTS,
  async run({ clientId, clause, occurredAt }, context) {
    await lockClient(context, clientId);
    const citation = breachCitation(clause);
    const future = Temporal.Instant.compare(occurredAt, context.now) > 0;
    refuse(
      citation ? null : formFinding('BY_LEASING_BREACH_CLAUSE_UNKNOWN', ['input', 'clause'], { clause }),
      future ? formFinding('BY_LEASING_MOMENT_IN_FUTURE', ['input', 'occurredAt']) : null,
    );
    const breachId = await recordBreach(context, { clientId, clause: clause as BreachClause, source: 'OFFICER', occurredAt });
    return { clientId, breachId };
  },
});

export interface SettleBreach {
  readonly breachId: string;
  readonly state: Exclude<BreachState, 'OPEN'>;
}

/** An officer records that a breach was put right, or that it was none. */
export const settleClientBreach = defineCommand<SettleBreach, BreachResult>({
  name: 'byLeasingSettleBreach',
  plugin: PLUGIN,
  emits: BREACH_EVENTS,
  async run({ breachId, state }, context) {
    const [breach] = await context.transaction.query(lockBreach, [breachId]);
    if (breach?.state !== 'OPEN') throw new Refusal([formFinding('BY_LEASING_BREACH_NOT_FOUND', ['input', 'breachId'])]);
    await context.transaction.query(settleBreach, [breach.id, state, momentOf(context)]);
    tell(context, breach, state);
    return { clientId: breach.clientId, breachId };
  },
});

function tell(
  context: CommandContext,
  { id, clientId, clause }: Pick<BreachRecord, 'id' | 'clientId' | 'clause'>,
  state: BreachState,
): void {
  context.emit({
    type: 'ByLeasingBreachChanged',
    subject: { type: 'ByLeasingBreach', id },
    clientId,
    plugin: PLUGIN,
    clause,
    payload: { byLeasingBreachId: id, clause, state },
  });
}
