import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { lockContractWithApplication } from '../../../modules/contracts';
import { uuidv7 } from '../../../modules/database';
import { blocks, type Finding, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { BureauReportEntity, ReportingRestrictionEntity } from './confidentiality.entity';
import { lockBureauReport, readBureauReports, readRestrictions, setReportAccepted } from './confidentiality.record';
import { REPORT, REPORTED } from './validators';

interface Reportable {
  readonly id: string;
  readonly clientId: string;
}

function judged(context: CommandContext, stage: string, facts: Parameters<typeof rules.factSet>[0]): readonly Finding[] {
  const resolved = rulesToday(context);
  return toFindings(runValidators(resolved.validatorsAt(stage), rules.factSet(facts), resolved), resolved);
}

async function restrictionsOf(context: CommandContext, clientId: string): Promise<readonly string[]> {
  return (await context.transaction.query(readRestrictions, [clientId])).map(({ code }) => code);
}

/**
 * Puts a contract into the outbox to the credit bureaus, in the transaction of its conclusion; no consent is asked.
 * Under a restriction the row says so instead. Nothing where the lender's rules say nothing of reporting.
 */
export async function reportContract(context: CommandContext, contract: Reportable): Promise<void> {
  if (!rules.read(rulesToday(context), 'reporting.bureaus')) return;
  const restrictions = await restrictionsOf(context, contract.clientId);
  const restricted = judged(context, REPORT, { reportingRestrictions: [restrictions, 'REGISTER'] }).some(blocks);
  await context.transaction.insert(BureauReportEntity, {
    lenderId: context.lender.id,
    id: uuidv7(context.now.epochMilliseconds),
    contractId: contract.id,
    clientId: contract.clientId,
    state: restricted ? 'RESTRICTED' : 'PENDING',
    bureau: null,
    receipt: null,
    formedAt: new Date(context.now.epochMilliseconds),
    acceptedAt: null,
  });
}

export interface ReportCommandResult extends CommandResult {
  readonly contractId?: string;
}

/** Forms one more report of a contract, e.g. after a change; refused under a restriction. */
export const formBureauReport = defineCommand<{ readonly contractId: string }, ReportCommandResult>({
  name: 'ruMfoFormBureauReport',
  plugin: PLUGIN,
  emits: [],
  async run({ contractId }, context) {
    const { contract } = await lockContractWithApplication(context, contractId);
    const restrictions = await restrictionsOf(context, contract.clientId);
    const findings = judged(context, REPORT, { reportingRestrictions: [restrictions, 'REGISTER'] });
    if (findings.some(blocks)) throw new Refusal(findings);
    await reportContract(context, contract);
    return { contractId };
  },
});

export interface AcceptReport {
  readonly reportId: string;
  readonly bureau: string;
  /** Number of the bureau's receipt (квитанция). */
  readonly receipt: string;
}

/** Books that a bureau accepted a report. The first receipt stands. */
export const acceptBureauReport = defineCommand<AcceptReport, ReportCommandResult>({
  name: 'ruMfoAcceptBureauReport',
  plugin: PLUGIN,
  emits: [],
  async run({ reportId, bureau, receipt }, context) {
    const [report] = await context.transaction.query(lockBureauReport, [reportId]);
    if (!report) throw new Refusal([formFinding('RU_MFO_BUREAU_REPORT_UNKNOWN', ['input', 'reportId'])]);
    for (const [field, value] of Object.entries({ bureau, receipt }))
      if (!value.trim()) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', field], { field })]);
    if (report.state === 'RESTRICTED') {
      const restrictions = await restrictionsOf(context, report.clientId);
      throw new Refusal(judged(context, REPORT, { reportingRestrictions: [restrictions, 'REGISTER'] }));
    }
    if (report.state === 'PENDING')
      await context.transaction.query(setReportAccepted, [reportId, bureau, receipt, new Date(context.now.epochMilliseconds)]);
    return { contractId: report.contractId };
  },
});

/** Whether enough bureaus have a contract; the findings say what is missing. Changes nothing. */
export const checkBureauReports = defineCommand<{ readonly contractId: string }, ReportCommandResult>({
  name: 'ruMfoCheckBureauReports',
  plugin: PLUGIN,
  emits: [],
  async run({ contractId }, context) {
    const { contract } = await lockContractWithApplication(context, contractId);
    const reports = await context.transaction.query(readBureauReports, [[contractId]]);
    const told = new Set(reports.filter(({ state }) => state === 'ACCEPTED').map(({ bureau }) => bureau));
    const findings = judged(context, REPORTED, {
      bureausTold: [told.size, 'REPORTS'],
      reportingRestrictions: [await restrictionsOf(context, contract.clientId), 'REGISTER'],
    });
    return { contractId, findings };
  },
});

export interface RestrictReporting {
  readonly clientId: string;
  readonly code: string;
  /** The act that restricts. */
  readonly ground: string;
}

/** Notes that nothing may be told of a person to credit bureaus. */
export const restrictReporting = defineCommand<RestrictReporting, CommandResult>({
  name: 'ruMfoRestrictReporting',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId, code, ground }, context) {
    await lockClient(context, clientId);
    if (!ground.trim()) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'ground'], { field: 'ground' })]);
    if ((await restrictionsOf(context, clientId)).includes(code)) return {};
    await context.transaction.insert(ReportingRestrictionEntity, {
      lenderId: context.lender.id,
      clientId,
      code,
      ground,
      restrictedAt: new Date(context.now.epochMilliseconds),
    });
    context.audit({ restriction: code });
    return {};
  },
});
