import { type ExecutionResult, graphql } from 'graphql';
import type { GraphContext } from '../../modules/commands';
import { Loaders, type ScopedDatabase } from '../../modules/database';
import { composeMaximalSchema } from '../../schema';
import type { Extensions, ModuleDefinition } from '../../schema/base';
import { TestPorts } from './command-bench';

/** Asks a graph of a few modules, without the gateway around it: neither scopes nor limits are checked here. */
export function graphOf(modules: readonly ModuleDefinition[], extensions: Extensions) {
  const { schema } = composeMaximalSchema({ modules, plugins: [] });
  return async <Data>(
    database: ScopedDatabase,
    source: string,
    variables: Readonly<Record<string, unknown>> = {},
    more: Partial<GraphContext> = {},
  ): Promise<ExecutionResult<Data>> => {
    const contextValue: Partial<GraphContext> = {
      locale: 'en',
      database,
      loaders: new Loaders(database),
      extensions,
      ports: new TestPorts(),
      ...more,
    };
    const result = await graphql({ schema, source, variableValues: variables, contextValue });
    return result as ExecutionResult<Data>;
  };
}
