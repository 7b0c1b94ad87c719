import { Temporal } from 'temporal-polyfill';
import { applicationById } from '../applications';
import { dayOf } from '../calendar';
import type { GraphContext } from '../commands';
import type { DecisionRecord } from './decision.record';
import { type Decision, toDecision } from './decision.type';
import { decisionPolicy, type RefusalMade } from './extension-points';

/** Whether a refused client is told a reason: unless a policy of the application's plugin keeps it back. */
export const isTold = (refusal: RefusalMade, plugin: string, code: string): boolean =>
  refusal.extensions.of(decisionPolicy, plugin).every((policy) => policy.tellsClient?.(refusal, code) ?? true);

/** The decision as its reader may see it: a refused client sees no reason that the rules keep back, and no receipt that repeats it. */
export async function showDecision(row: DecisionRecord, context: GraphContext): Promise<Decision> {
  const decision = toDecision(row);
  if (context.caller.kind !== 'CLIENT' || row.kind !== 'REFUSED') return decision;
  const application = await context.loaders.one(applicationById, row.applicationId);
  // Without its lender or its application nothing says what may be told.
  if (!context.lender || !application) return { ...decision, grounds: [], findings: [], receipt: null };
  const on = dayOf(Temporal.Instant.fromEpochMilliseconds(row.decidedAt.getTime()), context.lender.zone);
  const refusal = { extensions: context.extensions, lender: context.lender, on };
  const told = ({ code }: { readonly code: string }) => isTold(refusal, application.pluginId, code);
  const grounds = decision.grounds.filter(told);
  const findings = decision.findings.filter(told);
  const whole = grounds.length === decision.grounds.length && findings.length === decision.findings.length;
  return { ...decision, grounds, findings, receipt: whole ? decision.receipt : null };
}
