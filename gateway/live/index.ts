export { LiveOperations } from './live-operations';
export { LiveResult } from './live-result';
export { type LiveOutput, LiveStream } from './live-stream';
export { LiveStreams } from './live-streams';
