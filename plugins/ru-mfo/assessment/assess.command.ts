import { lockApplication } from '../../../modules/applications';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { blocks, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { readLoanApplication } from '../application/loan-application.record';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { rulesOf } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { countSolvency, type SolvencyInput } from '../solvency/count-solvency';
import { textFaults } from '../texts';
import { AssessmentEntity } from './assessment.entity';

export interface Assess {
  readonly applicationId: string;
  readonly sources: readonly string[];
  readonly identificationMethods: readonly string[];
  readonly creditHistoryMeetsPolicy: boolean;
  readonly dataReliable: boolean;
  /** Criteria of solvency, where the lender's rules name them. */
  readonly solvency?: SolvencyInput | null;
}

export interface AssessResult extends CommandResult {
  readonly applicationId?: string;
}

/** An officer records how the client was identified and what the assessment of solvency found, from which sources. */
export const assess = defineCommand<Assess, AssessResult>({
  name: 'ruMfoAssess',
  plugin: PLUGIN,
  emits: ['RuMfoAssessed'],
  async run(input, context) {
    const faults = textFaults(input, ['input'], ['applicationId']);
    if (faults.length > 0) throw new Refusal(faults);
    const application = await lockApplication(context, input.applicationId);
    if (application.status !== 'SUBMITTED' && application.status !== 'IN_REVIEW') {
      throw new Refusal([
        formFinding('APPLICATION_TRANSITION_INVALID', ['input', 'applicationId'], { status: application.status, transition: 'ASSESS' }),
      ]);
    }
    const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
    const resolved = rulesOf(context, application);
    const solvency = await countSolvency(context, application, input.solvency ?? null);
    const facts = rules.factSet({
      assessmentSources: [input.sources, 'ASSESSMENT'],
      identificationMethods: [input.identificationMethods, 'ASSESSMENT'],
      applicationConsents: [own?.bureauConsentAt ? ['CREDIT_REPORT'] : [], 'APPLICATION'],
      ...solvency.facts,
    });
    const findings = toFindings(runValidators(resolved.validatorsAt('ASSESS'), facts, resolved), resolved);
    if (findings.some(blocks)) throw new Refusal(findings);
    perform(context.lender.code, 'assessment.perApplication');
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(AssessmentEntity, {
      lenderId: context.lender.id,
      id,
      applicationId: application.id,
      clientId: application.clientId,
      sources: [...input.sources],
      identificationMethods: [...input.identificationMethods],
      creditHistoryMeetsPolicy: input.creditHistoryMeetsPolicy,
      dataReliable: input.dataReliable,
      assessedBy: `${context.caller.kind}:${context.caller.subject}`,
      assessedAt: new Date(context.now.epochMilliseconds),
    });
    await solvency.keep(id);
    perform(context.lender.code, 'assessment.inDossier');
    context.emit({
      type: 'RuMfoAssessed',
      subject: { type: 'Application', id: application.id },
      applicationId: application.id,
      clientId: application.clientId,
      plugin: PLUGIN,
      payload: { applicationId: application.id, sources: input.sources },
    });
    return { applicationId: application.id, findings };
  },
});
