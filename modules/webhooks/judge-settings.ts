import type { GraphContext } from '../commands';
import { type Finding, formFinding } from '../rules';
import { DocumentProblem, webhookDocumentsPort } from './ports';
import type { WebhookSettings } from './register-webhook.command';
import { TargetRefused, targetGatePort } from './target-gate';

type Wanted = Omit<WebhookSettings, 'requiredScopes'>;

/** Settings that a command may take, or why not: the target is looked up, the document opened as its caller. Runs outside transactions. */
export async function judgeSettings(wanted: Wanted, context: GraphContext): Promise<WebhookSettings | readonly Finding[]> {
  const [target, document] = await Promise.all([judgeTarget(wanted.url, context), judgeDocument(wanted, context)]);
  const findings = [...target, ...judgeEventTypes(wanted.eventTypes, context), ...('code' in document ? [document] : [])];
  return findings.length > 0 || 'code' in document ? findings : { ...wanted, requiredScopes: document.requiredScopes };
}

export const isRefused = (judged: WebhookSettings | readonly Finding[]): judged is readonly Finding[] => Array.isArray(judged);

async function judgeTarget(url: string, { ports }: GraphContext): Promise<readonly Finding[]> {
  try {
    await ports.get(targetGatePort).check(url);
    return [];
  } catch (error) {
    if (error instanceof TargetRefused) return [formFinding(error.code, ['input', 'url'])];
    throw error;
  }
}

function judgeEventTypes(types: readonly string[] | null, { eventTypes, visiblePlugins, caller }: GraphContext): readonly Finding[] {
  const readable = eventTypes.filter(
    ({ plugin, scope }) => (plugin === null || visiblePlugins.has(plugin)) && (scope === undefined || caller.scopes.has(scope)),
  );
  const known = new Set(readable.map(({ type }) => type));
  return (types ?? [])
    .filter((type) => !known.has(type))
    .map((type) => formFinding('WEBHOOK_EVENT_TYPE_UNKNOWN', ['input', 'eventTypes'], { type: type.slice(0, 100) }));
}

async function judgeDocument(
  wanted: Wanted,
  { ports, caller, lender, locale }: GraphContext,
): Promise<Finding | { readonly requiredScopes: readonly string[] }> {
  try {
    return await ports.get(webhookDocumentsPort).open({
      ...wanted,
      lenderId: lender!.id,
      ownerKind: caller.kind,
      owner: caller.subject,
      scopes: [...caller.scopes],
      plugins: null,
      locale,
    });
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    const field = error.code === 'WEBHOOK_VARIABLES_INVALID' ? 'variables' : 'document';
    return formFinding(error.code, ['input', field], error.facts);
  }
}
