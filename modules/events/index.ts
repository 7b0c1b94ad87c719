export { eventErrors } from './events.errors';
export { eventsModule } from './events.module';
export type { NewEvent } from './new-event';
export { type EventCause, recordEvents } from './record-events';
export { type InboxBacklog, Sequencer, type SequencerOptions } from './sequencer';
