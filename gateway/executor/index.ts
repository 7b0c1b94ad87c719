export { executorPlugin } from './apollo-plugin';
export { Executor, type ExecutorOptions, type FormattedResult, type Introspection, type PreparedOperation } from './executor';
export { executorErrors } from './executor.errors';
export { statusOf } from './http-status';
export { LruCache } from './lru-cache';
export { type ErrorAudience, type ErrorFormatter, makeErrorFormatter, traceOf } from './public-error';
export { logUnhandledRejections } from './unhandled-rejections';
