import type { ApplicationRecord } from '../applications';
import type { CommandContext } from '../commands';
import type { ContractTerms } from '../contracts';
import type { FieldCipher } from '../database';
import { encodeFact } from '../rules';
import { engineVersions } from './engine-versions';
import type { DecisionDraft } from './extension-points';
import { buildReceipt, type Json, type Receipt } from './receipt';

/** The receipt of a decision that is being recorded, and its facts as JSON, to be encrypted beside it. */
export function receiptOf(
  context: CommandContext,
  application: ApplicationRecord,
  decisionId: string,
  draft: DecisionDraft,
  terms: ContractTerms | null,
  cipher: FieldCipher,
): { receipt: Receipt; factsJson: string } {
  const { evaluation } = draft;
  const receipt = buildReceipt(
    {
      decision: decisionId,
      decidedAt: context.now,
      lender: context.lender.code,
      outcome: draft.kind,
      stage: evaluation.stage,
      dates: { rulesOn: evaluation.on },
      zone: context.lender.zone,
      rules: evaluation.rules,
      facts: evaluation.facts,
      verdicts: evaluation.verdicts,
      grounds: draft.grounds as unknown as Json[],
      terms: terms as unknown as Json,
      engine: engineVersions(context.extensions, application.pluginId, context.lender.country),
    },
    (value, purpose) => cipher.digest(value, purpose),
  );
  const values = Object.entries(evaluation.facts.values).map(([name, value]) => [name, encodeFact(value)]);
  return { receipt, factsJson: JSON.stringify(Object.fromEntries(values)) };
}
