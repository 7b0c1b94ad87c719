/** What needs Node: `@lexgraph/events/node`. */
export { fileCursorStore } from './file-cursor-store.ts';
