import { lockApplication } from '../../../modules/applications';
import { clientById } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, formFinding } from '../../../modules/rules';
import { accountOf } from '../accounts/account.record';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, whoOf } from '../judge';
import { ParticipantEntity, type ParticipantRole } from './participant.entity';
import { rolesIn } from './participant.record';

export interface InviteParticipant {
  readonly applicationId: string;
  readonly clientId: string;
  readonly role: ParticipantRole;
}

export interface ParticipantResult extends CommandResult {
  readonly participantId?: string;
}

/** An officer takes a client of the cabinet into somebody else's deal as guarantor or seller. */
export const inviteParticipant = defineCommand<InviteParticipant, ParticipantResult>({
  name: 'byLeasingInviteParticipant',
  plugin: PLUGIN,
  emits: ['ByLeasingParticipantInvited'],
  async run({ applicationId, clientId, role }, context) {
    const application = await lockApplication(context, applicationId);
    const [client] = await context.transaction.query(clientById.statement, [[clientId]]);
    if (!client || !(await accountOf(context, clientId)))
      throw new Refusal([formFinding('BY_LEASING_PARTICIPANT_UNKNOWN', ['input', 'clientId'])]);
    if (clientId === application.clientId) throw new Refusal([formFinding('BY_LEASING_PARTICIPANT_IS_APPLICANT', ['input', 'clientId'])]);
    const standing = (await rolesIn(context, applicationId, clientId)).find((one) => one.role === role);
    if (standing) return { participantId: standing.id };
    enforce(role === 'GUARANTOR' ? cite('by-leasing/3.13.4') : cite('by-leasing/3.13.5'));
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(ParticipantEntity, {
      lenderId: context.lender.id,
      id,
      applicationId,
      applicationNumber: application.number,
      applicantId: application.clientId,
      clientId,
      role,
      invitedBy: whoOf(context),
      invitedAt: momentOf(context),
    });
    context.emit({
      type: 'ByLeasingParticipantInvited',
      subject: { type: 'ByLeasingParticipant', id },
      clientId,
      plugin: PLUGIN,
      payload: { byLeasingParticipantId: id, role, applicationNumber: application.number },
    });
    context.audit({ applicationId, role });
    return { participantId: id };
  },
});
