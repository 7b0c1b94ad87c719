export { DeadlineEntity } from './deadline.entity';
export { Deadline } from './deadline.type';
export { DEADLINE_EVENTS } from './deadline-events';
export { type DeadlineState, deadlineStates } from './deadline-state';
export { DeadlineWorker, type DeadlineWorkerOptions } from './deadline-worker';
export { cancelDeadlines, type DeadlineSubject, meetDeadline, type NewDeadline, startDeadline } from './deadlines';
export { deadlinesModule } from './deadlines.module';
export { type DeadlineKind, type DeadlineResult, deadlineKinds, findKind } from './extension-points';
export { type DueDeadline, type FireSummary, retryDelay } from './fire-due';
