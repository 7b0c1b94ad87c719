import { graphql } from 'graphql';
import { coreModules } from '../../../modules';
import type { Caller } from '../../../modules/access';
import { Loaders } from '../../../modules/database';
import { composeMaximalSchema } from '../../../schema';
import { byPledge } from '../by-pledge.plugin';
import type { PledgeBench } from './pledge-bench';

const { schema } = composeMaximalSchema({ modules: coreModules, plugins: [byPledge] });

/** Asks the graph of the plugin at a bench, without a server; anything in `errors` fails the test. */
export async function askGraph(
  bench: PledgeBench,
  source: string,
  variableValues: Record<string, unknown>,
  caller: Caller = { ...bench.officer, scopes: new Set(['contracts:read', 'clients:personal']) },
  // biome-ignore lint/suspicious/noExplicitAny: the answer's shape is the query's, which only the test knows.
): Promise<any> {
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
    visiblePlugins: new Set(['by-pledge']),
    execute: (command: never, input: never) => bench.execute(command, input, caller),
  };
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  expect(errors).toBeUndefined();
  return data;
}
