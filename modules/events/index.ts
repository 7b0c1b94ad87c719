export type { NewEvent } from './new-event';
