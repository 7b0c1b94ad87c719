import { lockApplication } from '../../../modules/applications';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { DEADLINE_EVENTS, meetDeadline } from '../../../modules/deadlines';
import { type Finding, formFinding, uphold } from '../../../modules/rules';
import { inService } from '../data-requests/service';
import { PLUGIN, YEARLY_CONFIRMATION } from '../ids';
import { readImages } from '../images/image.record';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import type { StepResult } from './confirm-contact-info.command';
import { confirmationsOf, hasAnsweredSince } from './confirmation.record';
import { DataConfirmationEntity } from './evidence.entity';
import { readRegistration } from './registration.record';
import { startYearlyConfirmation } from './yearly-confirmation';

export interface ConfirmData {
  readonly clientId: string;
  /** For which application; null for the yearly confirmation. */
  readonly applicationId: string | null;
  /** Whether anything has changed since the last confirmation; then it must have been changed in its step first. */
  readonly changed: boolean;
}

/** The client says that the data on file hold: for an application, or once a year. */
export const confirmData = defineCommand<ConfirmData, StepResult>({
  name: 'ruMfoConfirmData',
  plugin: PLUGIN,
  emits: [...DEADLINE_EVENTS, 'RuMfoDataConfirmed'],
  async run({ clientId, applicationId, changed }, context) {
    if (applicationId && (await lockApplication(context, applicationId)).clientId !== clientId)
      throw new Refusal([formFinding('APPLICATION_NOT_FOUND', ['input', 'applicationId'])]);
    await lockClient(context, clientId);
    const [registration] = await context.transaction.query(readRegistration, [[clientId]]);
    if (registration?.stage !== 'REGISTERED')
      throw new Refusal([formFinding('RU_MFO_REGISTRATION_INCOMPLETE', ['input', 'clientId'], { missing: 'registration' })]);
    const [last] = await confirmationsOf(context, clientId);
    const findings = changed ? await changeFindings(context, clientId, applicationId, last?.confirmedAt ?? registration.completedAt!) : [];
    if (findings.length > 0) throw new Refusal(findings);

    await context.transaction.insert(DataConfirmationEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      clientId,
      applicationId,
      changed,
      confirmedAt: new Date(context.now.epochMilliseconds),
    });
    const subject = { type: 'Client', id: clientId };
    await meetDeadline(context, { kind: YEARLY_CONFIRMATION, subject });
    await startYearlyConfirmation(context, clientId);
    context.emit({
      type: 'RuMfoDataConfirmed',
      subject,
      clientId,
      plugin: PLUGIN,
      payload: { clientId, applicationId, changed },
    });
    return { clientId, findings: [] };
  },
});

/** Changed data are brought up to date first; a client in service gives a certified copy of the identity document with them. */
async function changeFindings(context: CommandContext, clientId: string, applicationId: string | null, since: Date): Promise<Finding[]> {
  const resolved = rulesToday(context);
  const update = rules.read(resolved, 'data.updatedOnChange');
  const findings: (Finding | null)[] = [];
  if (update?.value) {
    const updated = await hasAnsweredSince(context, clientId, since);
    findings.push(uphold(update.citations, updated, 'RU_MFO_DATA_NOT_CONFIRMED', {}, { path: ['input', 'changed'] }));
  }
  const copy = applicationId === null ? rules.read(resolved, 'request.channels') : null;
  if (copy && (await inService(context, clientId))) {
    const images = await context.transaction.query(readImages, [[clientId]]);
    const given = images.some(({ kind, receivedAt }) => kind === 'ID_DOCUMENT' && receivedAt > since);
    findings.push(uphold(copy.citations, given, 'RU_MFO_ID_DOCUMENT_MISSING', { missing: 'ID_DOCUMENT' }, { path: ['input'] }));
  }
  return findings.filter((finding) => finding !== null);
}
