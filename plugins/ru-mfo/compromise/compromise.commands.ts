import { dropPassword, revokeSessions, sessionEvents } from '../../../modules/access';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { AccountLockEntity, type Instruction, type LockChannel } from './account-lock.entity';
import { carryOut, readLocks } from './account-lock.record';

export interface ReportCompromise {
  readonly clientId: string;
  readonly channel: LockChannel;
  /** What the client must do before the account opens; at least one. */
  readonly instructions: readonly Instruction[];
}

export interface CarryOutInstruction {
  readonly clientId: string;
  readonly instruction: Instruction;
}

export interface LockResult extends CommandResult {
  readonly clientId?: string;
}

/**
 * The client reports that others know the sign-in data: all sessions end at once and nobody is let in until the lender's instructions
 * are carried out. A password that has to be changed is good for nothing any more. A second report of a locked account adds nothing.
 */
export const reportCompromise = defineCommand<ReportCompromise, LockResult>({
  name: 'ruMfoReportCompromise',
  plugin: PLUGIN,
  emits: [...sessionEvents, 'RuMfoAccountLockChanged'],
  async run({ clientId, channel, instructions }, context) {
    await lockClient(context, clientId);
    if (instructions.length === 0)
      throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'instructions'], { field: 'instructions' })]);
    const [standing] = await context.transaction.query(readLocks, [[clientId]]);
    if (standing) return { clientId, findings: [{ ...formFinding('RU_MFO_ACCOUNT_LOCKED_ALREADY'), severity: 'WARNING' }] };
    perform(context.lender.code, 'account.compromised');
    await context.transaction.insert(AccountLockEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      clientId,
      channel,
      instructions: [...new Set(instructions)],
      carriedOut: [],
      reportedAt: new Date(context.now.epochMilliseconds),
      reportedBy: `${context.caller.kind}:${context.caller.subject}`,
      liftedAt: null,
    });
    if (instructions.includes('CHANGE_PASSWORD')) await dropPassword(context, clientId);
    await revokeSessions(context, clientId);
    tell(context, clientId, true);
    return { clientId };
  },
});

/** An officer records that the client carried an instruction out; the last one opens the account. */
export const carryOutInstruction = defineCommand<CarryOutInstruction, LockResult>({
  name: 'ruMfoCarryOutInstruction',
  plugin: PLUGIN,
  emits: ['RuMfoAccountLockChanged'],
  async run({ clientId, instruction }, context) {
    await lockClient(context, clientId);
    const [lock] = await context.transaction.query(readLocks, [[clientId]]);
    if (!lock?.instructions.includes(instruction))
      throw new Refusal([formFinding('RU_MFO_INSTRUCTION_NOT_GIVEN', ['input', 'instruction'], { instruction })]);
    const carriedOut = [...new Set([...lock.carriedOut, instruction])];
    const done = lock.instructions.every((one) => carriedOut.includes(one));
    await context.transaction.query(carryOut, [lock.id, carriedOut, done ? new Date(context.now.epochMilliseconds) : null]);
    if (done) tell(context, clientId, false);
    context.audit({ client: clientId, instruction, done });
    return { clientId };
  },
});

function tell(context: CommandContext, clientId: string, locked: boolean): void {
  context.emit({
    type: 'RuMfoAccountLockChanged',
    subject: { type: 'Client', id: clientId },
    clientId,
    plugin: PLUGIN,
    payload: { clientId, locked },
  });
}
