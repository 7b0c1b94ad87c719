import { lockApplication } from '../../../modules/applications';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { blocks, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { readLoanApplication } from '../application/loan-application.record';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { AssessmentEntity } from './assessment.entity';

export interface Assess {
  readonly applicationId: string;
  readonly sources: readonly string[];
  readonly identificationMethods: readonly string[];
  readonly creditHistoryMeetsPolicy: boolean;
  readonly dataReliable: boolean;
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
    const application = await lockApplication(context, input.applicationId);
    if (application.status !== 'SUBMITTED' && application.status !== 'IN_REVIEW') {
      throw new Refusal([
        formFinding('APPLICATION_TRANSITION_INVALID', ['input', 'applicationId'], { status: application.status, transition: 'ASSESS' }),
      ]);
    }
    const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
    const resolved = rulesToday(context);
    const facts = rules.factSet({
      assessmentSources: [input.sources, 'ASSESSMENT'],
      identificationMethods: [input.identificationMethods, 'ASSESSMENT'],
      applicationConsents: [own?.bureauConsentAt ? ['CREDIT_REPORT'] : [], 'APPLICATION'],
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
