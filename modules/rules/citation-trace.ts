/** How a clause was met while code ran: merely used, or judged with this result. */
export type CitationUse = 'USED' | 'PASS' | 'FAIL';

export type CitationRecorder = (clause: string, use: CitationUse) => void;

/** Where a test run puts its recorder before any module is loaded. */
export const RECORDER = Symbol.for('lexgraph.citationRecorder');

// Read once: outside a recorded test run the trace costs one comparison with null.
const recorder: CitationRecorder | null = (globalThis as { [RECORDER]?: CitationRecorder })[RECORDER] ?? null;

/** Tells the recorder, if there is one, that code which rests on these clauses ran. */
export function traceClauses(clauses: readonly string[], use: CitationUse): void {
  if (recorder === null) return;
  for (const clause of clauses) recorder(clause, use);
}
