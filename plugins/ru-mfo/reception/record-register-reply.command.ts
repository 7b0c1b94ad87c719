import { Temporal } from 'temporal-polyfill';
import { lockApplication } from '../../../modules/applications';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { textFaults } from '../texts';
import { type Register, RegisterReplyEntity } from './register-reply.entity';

export interface RecordRegisterReply {
  readonly applicationId: string;
  readonly register: Register;
  readonly adverse: boolean;
  readonly source: string;
  /** When the source answered. */
  readonly repliedAt: string;
}

export interface RegisterReplyResult extends CommandResult {
  readonly applicationId?: string;
}

/** An officer records what a register or another source answered about the applicant. */
export const recordRegisterReply = defineCommand<RecordRegisterReply, RegisterReplyResult>({
  name: 'ruMfoRecordRegisterReply',
  plugin: PLUGIN,
  emits: [],
  async run({ applicationId, register, adverse, source, repliedAt }, context) {
    const application = await lockApplication(context, applicationId);
    const faults = textFaults({ source });
    if (faults.length > 0) throw new Refusal(faults);
    if (!source.trim()) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'source'], { field: 'source' })]);
    const moment = Temporal.Instant.from(repliedAt);
    if (Temporal.Instant.compare(moment, context.now) > 0)
      throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'repliedAt'], { field: 'repliedAt' })]);
    await context.transaction.insert(RegisterReplyEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      applicationId,
      clientId: application.clientId,
      register,
      adverse,
      source,
      repliedAt: new Date(moment.epochMilliseconds),
      recordedBy: `${context.caller.kind}:${context.caller.subject}`,
      recordedAt: new Date(context.now.epochMilliseconds),
    });
    context.audit({ application: applicationId, register, adverse });
    return { applicationId };
  },
});
