import { GraphQLError, getOperationAST, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { Caller, RevokedAccess } from '../../modules/access';
import type { GraphContext } from '../../modules/commands';
import { type EventRow, EventStream } from '../../modules/events';
import type { Lender, LenderDirectory } from '../../modules/lenders';
import { DocumentProblem, type WebhookDocuments, type WebhookSubscription } from '../../modules/webhooks';
import type { Locale } from '../../schema/base';
import type { Executor, FormattedResult } from '../executor';
import { type Admission, isAdmitted } from '../http';
import { isRole, type RoleTable } from '../identity';

/** Who asks the graph, at which lender, in which language. */
export interface Asking {
  readonly caller: Caller;
  readonly lender: Lender | null;
  readonly locale: Locale;
  readonly requestId: string;
}

export interface DocumentsParts {
  readonly admission: Admission;
  readonly executor: Executor;
  readonly roles: RoleTable;
  readonly lenders: Pick<LenderDirectory, 'byId'>;
  readonly revoked: Pick<RevokedAccess, 'has'>;
  contextOf(asking: Asking): GraphContext;
}

/** Codes of what a document is not to blame for: it is tried again. */
const TRANSIENT: ReadonlySet<unknown> = new Set(['INTERNAL_ERROR', 'SHUTTING_DOWN', 'STREAM_INTERRUPTED']);

/** Runs endpoints' documents by the admission and the executor that streams have, with the rights that the owner has now. */
export function webhookDocuments(parts: DocumentsParts): WebhookDocuments {
  const admit = async (subscription: WebhookSubscription) => {
    const { document, operationName, variables } = subscription;
    const context = parts.contextOf(askingOf(subscription, parts));
    const off = subscription.plugins?.find((plugin) => !context.visiblePlugins.has(plugin));
    if (off !== undefined) throw new DocumentProblem('PLUGIN_DISABLED', { plugin: off });
    const admitted = await parts.admission.admit({ query: document, operationName, variables }, context);
    if (!isAdmitted(admitted)) throw operationProblem(document, operationName) ?? refusalProblem(admitted);
    const { operation } = admitted.prepared.operation;
    if (operation !== 'subscription') throw new DocumentProblem('WEBHOOK_NOT_A_SUBSCRIPTION', { operation });
    return admitted;
  };
  return Object.freeze({
    async open(subscription: WebhookSubscription) {
      const { prepared, variables, context } = await admit(subscription);
      if (givesAfter(prepared.operation, variables)) throw new DocumentProblem('WEBHOOK_AFTER_GIVEN');
      const source = await parts.executor.openSource(prepared, variables, context);
      if (!(Symbol.asyncIterator in source)) throw inputProblem(source);
      await source[Symbol.asyncIterator]().return?.();
      if (!(source instanceof EventStream)) throw new DocumentProblem('WEBHOOK_NOT_OF_EVENTS');
      const { types } = source.filter;
      const { eventTypes } = subscription;
      const wanted = eventTypes && (types ? eventTypes.filter((type) => types.includes(type)) : eventTypes);
      return {
        filter: wanted ? { ...source.filter, types: wanted } : source.filter,
        requiredScopes: prepared.requirements.map(({ scope }) => scope).filter((scope) => scope !== 'signed-in'),
        database: context.database,
        plugins: context.visiblePlugins,
        async run(row: EventRow) {
          const now = await admit(subscription);
          const result = await parts.executor.runForEvent(now.prepared, now.variables, now.context, row);
          if (result.data === undefined) throw inputProblem(result);
          return JSON.stringify(result);
        },
      };
    },
  });
}

/** The owner as a caller of this moment: what it held at registration, as far as its role still has it. */
function askingOf(
  { lenderId, ownerKind, owner, scopes, locale }: WebhookSubscription,
  { roles, lenders, revoked }: DocumentsParts,
): Asking {
  if (!isRole(ownerKind) || revoked.has(lenderId, owner)) throw new DocumentProblem('WEBHOOK_OWNER_REVOKED');
  const present = roles.scopesOf(ownerKind);
  const caller: Caller = Object.freeze({
    kind: ownerKind,
    subject: owner,
    lenderId,
    lenders: [lenderId],
    clientId: null,
    sessionId: null,
    scopes: new Set(scopes.filter((scope) => present.has(scope))),
    expiresAt: null,
  });
  return { caller, lender: lenders.byId(lenderId), locale: locale as Locale, requestId: 'webhooks' };
}

/** Whether the document says itself where to begin. */
function givesAfter({ selectionSet, variableDefinitions }: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): boolean {
  return selectionSet.selections.some(
    (field) =>
      field.kind === Kind.FIELD &&
      field.arguments?.some(({ name, value }) => {
        if (name.value !== 'after' || value.kind === Kind.NULL) return false;
        if (value.kind !== Kind.VARIABLE) return true;
        const variable = value.name.value;
        const preset = variableDefinitions?.find((definition) => definition.variable.name.value === variable)?.defaultValue;
        return Object.hasOwn(variables, variable) ? variables[variable] !== null : preset !== undefined && preset.kind !== Kind.NULL;
      }),
  );
}

/** What is wrong with the operation itself, before any right is asked; null: nothing that can be seen here. */
function operationProblem(document: string, operationName: string | null): DocumentProblem | null {
  try {
    const operation = getOperationAST(parse(document, { maxTokens: MOST_TOKENS }), operationName);
    if (!operation) return new DocumentProblem('WEBHOOK_OPERATION_UNKNOWN');
    return operation.operation === 'subscription'
      ? null
      : new DocumentProblem('WEBHOOK_NOT_A_SUBSCRIPTION', { operation: operation.operation });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

const MOST_TOKENS = 4_000;

function refusalProblem({ errors = [] }: FormattedResult): Error {
  const [first] = errors;
  if (!first || errors.some(({ extensions }) => TRANSIENT.has(extensions?.code))) return new Error('A document could not be judged.');
  const { code, facts } = first.extensions as { code?: string; facts?: { field?: string; scope?: string } };
  if (code === 'FORBIDDEN' && facts?.field && facts.scope)
    return new DocumentProblem('WEBHOOK_SCOPE_MISSING', { field: facts.field, scope: facts.scope });
  return new DocumentProblem('WEBHOOK_DOCUMENT_INVALID', { reason: first.message });
}

function inputProblem({ errors = [] }: FormattedResult): Error {
  const [first] = errors;
  if (!first || errors.some(({ extensions }) => TRANSIENT.has(extensions?.code))) return new Error('A document could not be opened.');
  return new DocumentProblem('WEBHOOK_VARIABLES_INVALID', { reason: first.message });
}
