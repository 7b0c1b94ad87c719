/** Lexgraph's events for a partner's program, in Node and in browsers. */
export { CursorConflict, type CursorMove, type CursorStore } from './cursor-store.ts';
export { indexedDbCursorStore } from './indexed-db-cursor-store.ts';
export { memoryCursorStore } from './memory-cursor-store.ts';
export { type PostgresClient, type PostgresCursorStoreOptions, type PostgresPool, postgresCursorStore } from './postgres-cursor-store.ts';
export { type GraphError, type Reaction, StreamProblem } from './stream-problem.ts';
export { type HandlerContext, type Problem, type ReceivedEvent, type SubscribeOptions, type Subscription, subscribe } from './subscribe.ts';
export { verifyWebhook, type WebhookEvent, type WebhookRequest } from './verify-webhook.ts';
