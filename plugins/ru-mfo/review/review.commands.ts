import { type ApplicationRecord, lockApplication } from '../../../modules/applications';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { blocks, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { rulesOf } from '../lifecycle/resolve';
import { readRegistration } from '../registration/registration.record';
import { rules } from '../rule-set';
import { type ContactChannel, type ContactResult, DataCheckEntity, VerificationContactEntity } from './data-check.entity';
import { revokeConsentOf } from './review.record';
import { CHECK } from './validators';

export interface CheckData {
  readonly applicationId: string;
  /** Names of the data that proved false, codes such as PASSPORT or EMPLOYER; empty when all held. */
  readonly falseData: readonly string[];
}

export interface RecordContact {
  readonly applicationId: string;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly result: ContactResult;
  readonly heldAt: Date;
}

export interface ReviewResult extends CommandResult {
  readonly applicationId?: string;
}

const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;

/** An officer finishes the check of an application's data and documents. Without the client's consent none of them is used. */
export const checkData = defineCommand<CheckData, ReviewResult>({
  name: 'ruMfoCheckData',
  plugin: PLUGIN,
  emits: ['RuMfoDataChecked'],
  async run({ applicationId, falseData }, context) {
    const application = await inReview(context, applicationId, 'CHECK');
    for (const [index, name] of falseData.entries()) requireCode(name, ['input', 'falseData', String(index)]);
    const resolved = rulesOf(context, application);
    const [registration] = await context.transaction.query(readRegistration, [[application.clientId]]);
    const facts = rules.factSet({ standingConsents: [registration?.consents ?? [], 'REGISTRATION'] });
    const findings = toFindings(runValidators(resolved.validatorsAt(CHECK), facts, resolved), resolved);
    if (findings.some(blocks)) throw new Refusal(findings);
    await context.transaction.insert(DataCheckEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      applicationId,
      clientId: application.clientId,
      falseData: [...new Set(falseData)],
      checkedBy: `${context.caller.kind}:${context.caller.subject}`,
      checkedAt: new Date(context.now.epochMilliseconds),
    });
    context.emit({
      type: 'RuMfoDataChecked',
      subject: { type: 'Application', id: applicationId },
      applicationId,
      clientId: application.clientId,
      plugin: PLUGIN,
      payload: { applicationId, reliable: falseData.length === 0 },
    });
    return { applicationId, findings };
  },
});

/** An officer records that somebody was asked to confirm what the application says, and how it ended. */
export const recordContact = defineCommand<RecordContact, ReviewResult>({
  name: 'ruMfoRecordVerificationContact',
  plugin: PLUGIN,
  emits: ['RuMfoVerificationContactHeld'],
  async run({ applicationId, channel, subject, result, heldAt }, context) {
    const application = await inReview(context, applicationId, 'CONTACT');
    requireCode(subject, ['input', 'subject']);
    if (heldAt.getTime() > context.now.epochMilliseconds) throw new Refusal([formFinding('RU_MFO_CONTACT_IN_FUTURE', ['input', 'heldAt'])]);
    perform(context.lender.code, 'review.contacts');
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(VerificationContactEntity, {
      lenderId: context.lender.id,
      id,
      applicationId,
      clientId: application.clientId,
      channel,
      subject,
      result,
      heldAt,
      recordedBy: `${context.caller.kind}:${context.caller.subject}`,
      recordedAt: new Date(context.now.epochMilliseconds),
    });
    context.emit({
      type: 'RuMfoVerificationContactHeld',
      subject: { type: 'Application', id: applicationId },
      applicationId,
      clientId: application.clientId,
      plugin: PLUGIN,
      payload: { applicationId, channel, result },
    });
    return { applicationId };
  },
});

export interface RevokeConsent {
  readonly clientId: string;
  readonly consent: string;
}

/** The client takes a consent back: from now on nothing rests on it. */
export const revokeConsent = defineCommand<RevokeConsent, CommandResult & { readonly clientId?: string }>({
  name: 'ruMfoRevokeConsent',
  plugin: PLUGIN,
  emits: ['RuMfoConsentRevoked'],
  async run({ clientId, consent }, context) {
    await lockClient(context, clientId);
    const [revoked] = await context.transaction.query(revokeConsentOf, [clientId, consent]);
    if (!revoked) throw new Refusal([formFinding('RU_MFO_CONSENT_MISSING', ['input', 'consent'], { consent })]);
    context.audit({ consent });
    context.emit({
      type: 'RuMfoConsentRevoked',
      subject: { type: 'Client', id: clientId },
      clientId,
      plugin: PLUGIN,
      payload: { clientId, consent },
    });
    return { clientId };
  },
});

async function inReview(context: CommandContext, applicationId: string, step: string): Promise<ApplicationRecord> {
  const application = await lockApplication(context, applicationId);
  if (application.status === 'SUBMITTED' || application.status === 'IN_REVIEW') return application;
  const facts = { status: application.status, transition: step };
  throw new Refusal([formFinding('APPLICATION_TRANSITION_INVALID', ['input', 'applicationId'], facts)]);
}

function requireCode(text: string, path: readonly string[]): void {
  if (!CODE.test(text)) throw new Refusal([formFinding('RU_MFO_DATA_NAME_INVALID', path)]);
}
