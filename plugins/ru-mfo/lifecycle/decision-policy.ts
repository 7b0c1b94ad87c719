import type { ApplicationRecord } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import type { DecisionDraft, DecisionPolicy } from '../../../modules/decisions';
import { type FactSet, type Finding, resolveRules, runValidators, toFindings } from '../../../modules/rules';
import type { Decimal } from '../../../schema/base';
import { countedAddons } from '../addons/addon-terms';
import { PLUGIN } from '../ids';
import { selfBan } from '../law/validators';
import { refusalGrounds } from '../lenders';
import { toldByLaw } from '../reception/stages';
import { rules } from '../rule-set';
import { APPROVAL, AS_APPLIED, OTHER_TERMS, REFUSAL, requirements } from '../validators';
import { termsFacts } from './facts';

const requirementIds = new Set([...requirements, selfBan].map(({ id }) => id));

/** What a lender's rules ask of a decision itself, beside the requirements to the borrower. */
export const ruMfoDecisionPolicy: DecisionPolicy = {
  grounds: refusalGrounds,
  tellsClient: ({ extensions, lender, on }, code) =>
    toldByLaw(code) || rules.read(resolveRules(extensions, PLUGIN, lender.code, on), 'refusal.disclosed')?.value !== false,
  async check(context, application, draft) {
    const { rules: resolved } = draft.evaluation;
    const facts = await withDecision(context, application, draft);
    const stages = draft.kind === 'REFUSED' ? [REFUSAL] : [APPROVAL, draft.kind === 'APPROVED' ? AS_APPLIED : OTHER_TERMS];
    const findings = stages.flatMap((stage) => toFindings(runValidators(resolved.validatorsAt(stage), facts, resolved), resolved));
    return once(findings);
  },
};

async function withDecision(context: CommandContext, application: ApplicationRecord, draft: DecisionDraft): Promise<FactSet> {
  const { facts, verdicts } = draft.evaluation;
  const failed = verdicts.filter(({ verdict, validator }) => verdict === 'FAIL' && requirementIds.has(validator)).map(({ code }) => code!);
  const added = rules.factSet({
    decidedKind: [draft.kind, 'DECISION'],
    failedRequirements: [failed, 'DECISION'],
    ...(draft.kind === 'REFUSED'
      ? {
          grounds: [draft.grounds.map(({ code }) => code), 'DECISION'],
          explainedGrounds: [draft.grounds.filter(({ note }) => note?.trim()).map(({ code }) => code), 'DECISION'],
        }
      : {
          ...termsFacts(context, draft.amount, draft.termDays, draft.evaluation.on, await countedAddons(context, application.id)),
          // Gathered with the sum applied for; the decision may name another.
          principalDebt: [(facts.values.principalDebt as Decimal).minus(application.amount).plus(draft.amount), 'CONTRACTS'],
        }),
  });
  return { values: { ...facts.values, ...added.values }, origins: { ...facts.origins, ...added.origins } };
}

/** A missing edition is found at every stage and told once. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify(finding);
    return !seen.has(key) && seen.add(key);
  });
}
