import type { GraphQLSchema } from 'graphql';
import type { FactSet } from '../../../modules/rules';
import type { PluginDefinition } from '../plugin-definition';

/** Facts under which a validator gives a known answer, by the rules of one lender on one day. */
export interface ValidatorFixture {
  /** Code of a lender of the plugin. */
  readonly lender: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly facts: FactSet;
}

/** A failing fixture says with which code it fails. */
export interface FailingFixture extends ValidatorFixture {
  readonly code: string;
}

/** What a plugin brings to be judged by; exported as `conformance` from the plugin's `conformance.ts`. */
export interface PluginConformance {
  readonly fixtures: {
    /** By validator id: at least one fixture that passes and one that fails. */
    readonly validators?: Readonly<
      Record<string, { readonly passing: readonly ValidatorFixture[]; readonly failing: readonly FailingFixture[] }>
    >;
  };
  /** Exceptions, each with its reason. A test named here that would pass is an error: the exception is out of date. */
  readonly skip?: readonly { readonly reason: string; readonly tests: readonly string[] }[];
}

/** Builds and derives graphs. The kit lies below the composition, so it is handed in. */
export interface GraphTools<Maximal = unknown> {
  /** A graph with at least the core and these plugins. @throws an error with `problems` */
  compose(plugins: readonly PluginDefinition[]): Maximal;
  /** The part of it that a lender with these plugins sees. */
  derive(maximal: Maximal, enabled: readonly string[]): GraphQLSchema;
}

/** An empty database with the core's tables, owned by the migrating role. */
export interface MigrationBench {
  up(plugin: PluginDefinition): Promise<void>;
  down(plugin: PluginDefinition): Promise<void>;
  /** Statements that would bring the tables to what the entities say; none when they agree. */
  drift(plugin: PluginDefinition): Promise<readonly string[]>;
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** What the surroundings of the suite provide. */
export interface ConformanceTools {
  readonly graph: GraphTools;
  /** Absent: the tests of tables are not run, e.g. where only the graph is of interest. */
  readonly openDatabase?: () => Promise<MigrationBench>;
  /** Plugins that the one under test requires. */
  readonly required?: readonly PluginDefinition[];
}

/** One test of the suite: answers all that is wrong. */
export interface ConformanceTest {
  readonly name: string;
  run(
    plugin: PluginDefinition,
    conformance: PluginConformance,
    tools: ConformanceTools,
  ): Promise<ConformanceProblem[]> | ConformanceProblem[];
}

export interface ConformanceProblem {
  /** `PLUGIN_…` or, from the composition, `SCHEMA_…`. */
  readonly code: string;
  readonly message: string;
}
