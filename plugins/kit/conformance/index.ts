export { asConfirmed } from './as-confirmed';
export type {
  ConformanceProblem,
  ConformanceTest,
  ConformanceTools,
  FailingFixture,
  GraphTools,
  MigrationBench,
  PluginConformance,
  ValidatorFixture,
} from './conformance';
export { describePlugin } from './describe-plugin';
export { conformanceProblems, conformanceTests } from './suite';
