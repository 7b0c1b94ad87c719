import { graphql } from 'graphql';
import { coreModules } from '../../../modules';
import type { Caller } from '../../../modules/access';
import { Loaders } from '../../../modules/database';
import { composeMaximalSchema } from '../../../schema';
import { ruMfo } from '..';
import type { LoanBench } from './loan-bench';

export type AskGraph = (
  source: string,
  variables: Readonly<Record<string, unknown>>,
  caller: Caller,
  // biome-ignore lint/suspicious/noExplicitAny: the answer's shape is the query's, which only the test knows.
) => Promise<any>;

/** Asks the graph of all modules and this plugin over a bench; an error fails the test. Scopes are the gateway's and not checked here. */
export function graphOf(bench: LoanBench): AskGraph {
  const { schema } = composeMaximalSchema({ modules: coreModules, plugins: [ruMfo] });
  return async (source, variableValues, caller) => {
    const database = bench.database.app.scoped({ lenderId: bench.lender.id, clientId: caller.clientId });
    const contextValue = {
      caller,
      lender: bench.lender,
      locale: 'ru',
      database,
      loaders: new Loaders(database),
      extensions: bench.extensions,
      ports: bench.ports,
      clock: bench.clock,
      execute: (command: never, input: never) => bench.execute(command, input, caller),
    };
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    expect(errors).toBeUndefined();
    return data;
  };
}
