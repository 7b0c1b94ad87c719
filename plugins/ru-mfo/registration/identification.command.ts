import { clientEvents } from '../../../modules/clients';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { DEADLINE_EVENTS } from '../../../modules/deadlines';
import { type Finding, type ResolvedRules, uphold } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { imageKindsOf } from '../images/image.record';
import { rules } from '../rule-set';
import { missingFrom } from '../validators/sets';
import { answersOf } from './answers';
import type { StepResult } from './confirm-contact-info.command';
import { closed, completeStep, openStep } from './step-gate';

export interface Identify {
  readonly clientId: string;
  /** Boxes that the client ticked: ID_SENT, SELFIE_SENT, CARD_SENT. */
  readonly confirmations: readonly string[];
}

/** Images that are asked for, each by a clause of its own; those of a card only where money goes to one. */
const images = [
  { parameter: 'image.idDocument', code: 'RU_MFO_ID_DOCUMENT_MISSING', card: false },
  { parameter: 'image.cardFace', code: 'RU_MFO_CARD_PHOTO_MISSING', card: true },
  { parameter: 'image.selfie', code: 'RU_MFO_SELFIE_WITH_ID_MISSING', card: false },
] as const;

const CARD_BOX = 'CARD_SENT';

/** The last step: the images are there and the client confirms to have sent them; then the person is registered. */
export const identify = defineCommand<Identify, StepResult>({
  name: 'ruMfoIdentify',
  plugin: PLUGIN,
  emits: [...clientEvents, ...DEADLINE_EVENTS, 'RuMfoRegistrationStepDone', 'RuMfoRegistered'],
  async run({ clientId, confirmations }, context) {
    const open = await openStep(context, clientId, 'IDENTIFICATION');
    const { MONEY_RECEIPT } = await answersOf(context, clientId);
    const byCard = MONEY_RECEIPT?.method === 'PAYMENT_CARD';
    const findings = [
      ...(await imageFindings(context, clientId, open.resolved, byCard)),
      ...confirmationFindings(open.resolved, confirmations, byCard),
    ];
    if (findings.length > 0) throw new Refusal(findings);
    await completeStep(context, open, 'IDENTIFICATION');
    return { clientId, findings: [] };
  },
});

async function imageFindings(context: CommandContext, clientId: string, resolved: ResolvedRules, byCard: boolean): Promise<Finding[]> {
  const given = await imageKindsOf(context, clientId);
  return images.flatMap(({ parameter, code, card }) => {
    const asked = card && !byCard ? null : rules.read(resolved, parameter);
    const missing = missingFrom(given, asked?.value ?? []);
    const finding = asked && uphold(asked.citations, missing.length === 0, code, { missing: missing.join(', ') }, { path: ['input'] });
    return finding ? [finding] : [];
  });
}

/** An unticked box keeps the gate closed, and its own clause says which. */
function confirmationFindings(resolved: ResolvedRules, ticked: readonly string[], byCard: boolean): Finding[] {
  const asked = rules.read(resolved, 'image.confirmations');
  if (!asked) return [];
  const missing = missingFrom(ticked, asked.value).filter((box) => byCard || box !== CARD_BOX);
  const path = ['input', 'confirmations'];
  const finding = uphold(asked.citations, missing.length === 0, 'RU_MFO_STEP_INCOMPLETE', { missing: missing.join(', ') }, { path });
  if (!finding) return [];
  const gate = closed(resolved, 'IDENTIFICATION', 'REGISTERED', 'RU_MFO_STEP_INCOMPLETE');
  return [{ ...finding, clauses: [...finding.clauses, ...gate.clauses] }];
}
