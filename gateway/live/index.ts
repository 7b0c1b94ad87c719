export type { LiveResult } from './live-result';
export { type LiveOutput, LiveStream } from './live-stream';
export { LiveStreams } from './live-streams';
