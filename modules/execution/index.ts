export { type CommandRequest, CommandRunner, type CommandRunnerOptions } from './command-runner';
export { executionErrors } from './execution.errors';
export { executionModule } from './execution.module';
export { type BackgroundJob, backgroundJobs, type JobContext } from './extension-points';
