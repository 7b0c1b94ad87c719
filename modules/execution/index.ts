export { type CommandRequest, CommandRunner, type CommandRunnerOptions } from './command-runner';
export { executionErrors } from './execution.errors';
export { executionModule } from './execution.module';
export {
  type BackgroundJob,
  backgroundJobs,
  type HttpRoute,
  httpRoutes,
  type JobContext,
  publicAddressPort,
  type RouteAnswer,
  type RouteContext,
  type RouteRequest,
} from './extension-points';
