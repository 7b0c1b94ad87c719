import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { GraphContext } from '../../modules/commands';
import type { Executor, FormattedResult } from './executor';
import { executorErrors } from './executor.errors';
import { statusOf } from './http-status';

/**
 * Runs Apollo's operations through the executor. After this hook Apollo neither formats errors nor sets a status,
 * and answering null would run the operation again: so both are done here.
 */
export function executorPlugin(executor: Executor): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, request, contextValue: context }) {
          const prepared = executor.prepare(schema, document, request.operationName);
          // Never null: Apollo would run by itself, past limits and scopes.
          if (!prepared)
            return answer({ errors: [executor.options.formatError(executorErrors.error('OPERATION_RESOLUTION_FAILURE'), context)] });
          const variables = request.variables ?? {};
          if (prepared.operation.operation === 'subscription') {
            return answer({ errors: [executor.options.formatError(executorErrors.error('SUBSCRIPTION_NEEDS_STREAM'), context)] }, [
              ['allow', 'GET'],
            ]);
          }
          return answer(executor.refuse(prepared, variables, context) ?? (await executor.execute(prepared, variables, context)));
        },
      };
    },
  };
}

function answer(result: FormattedResult, headers: Array<[string, string]> = []) {
  const singleResult = { ...(result.errors ? { errors: result.errors } : {}), ...(result.data === undefined ? {} : { data: result.data }) };
  return { http: { status: statusOf(result), headers: new HeaderMap(headers) }, body: { kind: 'single' as const, singleResult } };
}
