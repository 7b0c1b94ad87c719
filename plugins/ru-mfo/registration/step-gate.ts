import { type ClientDetails, lockClient, setClientStatus } from '../../../modules/clients';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { formFinding, type ResolvedRules, uphold } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { type RegistrationRecord, readRegistration, setStage } from './registration.record';
import { type RegistrationStage, type RegistrationStep, registrationSteps } from './registration-step';
import { startYearlyConfirmation } from './yearly-confirmation';

/** The clause that keeps a step closed until the one before it is complete, by that one. */
const gates = {
  CONTACT_INFO: 'gate.contactInfo',
  PASSPORT_DATA: 'gate.passportData',
  ADDITIONAL_INFO: 'gate.additionalInfo',
  MONEY_RECEIPT: 'gate.moneyReceipt',
  IDENTIFICATION: 'gate.identification',
} as const satisfies Record<RegistrationStep, string>;

/** Steps that the lender's rules ask for, in their order; none where it registers in one go. */
export function stepsOf(resolved: ResolvedRules): readonly RegistrationStep[] {
  const asked = rules.read(resolved, 'registration.steps')?.value ?? [];
  return registrationSteps.filter((step) => asked.includes(step));
}

export interface OpenStep {
  readonly client: ClientDetails;
  readonly registration: RegistrationRecord;
  readonly resolved: ResolvedRules;
}

/**
 * Locks the client and lets a step be done: the one that is due, or an earlier one again, to change what it holds.
 * @throws Refusal RU_MFO_STEP_OUT_OF_ORDER with the clause of the gate that is closed
 */
export async function openStep(context: CommandContext, clientId: string, step: RegistrationStep): Promise<OpenStep> {
  const client = await lockClient(context, clientId);
  const [registration] = await context.transaction.query(readRegistration, [[client.id]]);
  const resolved = rulesToday(context);
  const steps = stepsOf(resolved);
  if (!registration?.stage || !steps.includes(step)) throw new Refusal([formFinding('RU_MFO_STEPS_NOT_OFFERED', ['input'])]);
  const current = registration.stage === 'REGISTERED' ? null : registration.stage;
  const before = steps[steps.indexOf(step) - 1];
  if (current === null || steps.indexOf(step) <= steps.indexOf(current)) {
    const gate = before && rules.read(resolved, gates[before]);
    if (gate) uphold(gate.citations, true, 'RU_MFO_STEP_OUT_OF_ORDER');
    return { client, registration, resolved };
  }
  throw new Refusal([closed(resolved, current, step)]);
}

/** Says that the gate behind a step is closed, by its clause. */
export function closed(resolved: ResolvedRules, current: RegistrationStep, step: RegistrationStage, code = 'RU_MFO_STEP_OUT_OF_ORDER') {
  const gate = rules.read(resolved, gates[current]);
  const facts = { current, step };
  return (gate && uphold(gate.citations, false, code, facts, { path: ['input'] })) ?? formFinding(code, ['input'], facts);
}

/** Notes that a step is done: the next one opens, and after the last the person is registered. A step done again moves nothing. */
export async function completeStep(context: CommandContext, open: OpenStep, step: RegistrationStep): Promise<void> {
  const { client, registration, resolved } = open;
  if (registration.stage !== step) return;
  const steps = stepsOf(resolved);
  const next: RegistrationStage = steps[steps.indexOf(step) + 1] ?? 'REGISTERED';
  const gate = rules.read(resolved, gates[step]);
  if (gate) uphold(gate.citations, true, 'RU_MFO_STEP_OUT_OF_ORDER');
  const done = next === 'REGISTERED';
  await context.transaction.query(setStage, [client.id, next, done ? new Date(context.now.epochMilliseconds) : null]);
  const subject = { type: 'Client', id: client.id };
  context.emit({
    type: 'RuMfoRegistrationStepDone',
    subject,
    clientId: client.id,
    plugin: PLUGIN,
    payload: { clientId: client.id, step, next },
  });
  if (!done) return;
  await setClientStatus(context, client.id, 'REGISTERED');
  await startYearlyConfirmation(context, client.id);
  context.emit({
    type: 'RuMfoRegistered',
    subject,
    clientId: client.id,
    plugin: PLUGIN,
    payload: { clientId: client.id, generalTermsVersion: registration.generalTermsVersion },
  });
}
