import { completeCeremony, digestOf, hasPassword, setPassword } from '../../../modules/access';
import { lifecycleEvents } from '../../../modules/applications';
import { clientEvents, setContactVerified } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { notify, SECRET_PLACE } from '../../../modules/notifications';
import type { Finding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { dutyOf, perform } from '../lenders';
import { redraftOffers } from '../lifecycle/redraft';
import { rules } from '../rule-set';
import { answersOf, keepAnswer } from './answers';
import { readDeclarations, textsOf } from './declarations';
import { AcceptanceEntity } from './evidence.entity';
import { generatePassword } from './generate-password';
import { closed, completeStep, type OpenStep, openStep } from './step-gate';

export interface ConfirmContactInfo {
  readonly clientId: string;
  readonly ceremonyId: string;
  readonly code: string;
}

export interface StepResult extends CommandResult {
  readonly clientId?: string;
}

/**
 * The code sent to the stated phone is entered: the number becomes the registered one, the documents that were shown are accepted,
 * and the first step is left. Later on the same mutation confirms another number, which is then the login.
 */
export const confirmContactInfo = defineCommand<ConfirmContactInfo, StepResult>({
  name: 'ruMfoConfirmContactInfo',
  plugin: PLUGIN,
  emits: [...clientEvents, ...lifecycleEvents, 'RuMfoRegistrationStepDone', 'RuMfoRegistered', 'RuMfoDocumentsAccepted'],
  async run({ clientId, ceremonyId, code }, context) {
    const open = await openStep(context, clientId, 'CONTACT_INFO');
    // The same binding as the core's own confirmation of a phone.
    const operationDigest = digestOf('CONFIRM_PHONE', clientId);
    const { completed, findings } = await completeCeremony(context, { ceremonyId, code, purpose: 'CONFIRM_PHONE', operationDigest });
    if (!completed) return { findings: findings.map((finding) => atGate(open, finding)) };
    for (const duty of ['phone.code', 'phone.registered', 'code.once'] as const) perform(context.lender.code, duty);
    await setContactVerified(context, clientId, { phone: completed.target });
    const { CONTACT_INFO } = await answersOf(context, clientId);
    if (CONTACT_INFO && CONTACT_INFO.phone !== completed.target)
      await keepAnswer(context, clientId, 'CONTACT_INFO', { ...CONTACT_INFO, phone: completed.target });
    if (open.registration.stage === 'CONTACT_INFO') {
      await acceptDocuments(context, clientId, ceremonyId);
      await sendPassword(context, open);
    }
    await completeStep(context, open, 'CONTACT_INFO');
    // Another number corrects drafts that name the former one.
    await redraftOffers(context, clientId);
    return { clientId, findings: [] };
  },
});

/** A wrong code keeps the gate closed: the finding keeps its own code and gets the gate's clause. */
function atGate({ resolved }: OpenStep, finding: Finding): Finding {
  return { ...finding, clauses: closed(resolved, 'CONTACT_INFO', 'PASSPORT_DATA').clauses };
}

/** Boxes and confirmed phone together accept what was shown. */
async function acceptDocuments(context: CommandContext, clientId: string, ceremonyId: string): Promise<void> {
  if (dutyOf(context.lender.code, 'documents.accepted').length === 0) return;
  for (const duty of ['documents.accepted', 'documents.riskWarning'] as const) perform(context.lender.code, duty);
  const documents = textsOf(await context.transaction.query(readDeclarations, [[clientId]]));
  await context.transaction.insert(AcceptanceEntity, {
    lenderId: context.lender.id,
    id: uuidv7(context.now.epochMilliseconds),
    clientId,
    documents: [...documents],
    ceremonyId,
    acceptedAt: new Date(context.now.epochMilliseconds),
  });
  context.emit({
    type: 'RuMfoDocumentsAccepted',
    subject: { type: 'Client', id: clientId },
    clientId,
    plugin: PLUGIN,
    payload: { clientId, documents },
  });
}

/** Makes and sends the first password where the lender does; it is kept as a hash only. */
export async function sendPassword(context: CommandContext, { client, resolved }: Pick<OpenStep, 'client' | 'resolved'>): Promise<void> {
  const source = rules.read(resolved, 'password.source');
  if (source?.value !== 'SENT' || (await hasPassword(context, client.id))) return;
  const password = generatePassword();
  await setPassword(context, client.id, password);
  await notify(context, {
    clientId: client.id,
    channel: 'SMS',
    kind: 'PASSWORD',
    text: `Пароль от личного кабинета ${context.lender.name}: ${SECRET_PLACE}. Смените его после входа и никому не сообщайте.`,
    secret: password,
    clause: source.citations[0]!.clause,
  });
}
