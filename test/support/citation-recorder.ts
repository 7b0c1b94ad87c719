import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CitationUse, RECORDER } from '../../modules/rules/citation-trace';

/**
 * Records which clauses' code ran in which test, for `npm run clauses`. Only where the clause reporter asked for it:
 * it names the directory before the workers start.
 */
const directory = process.env.LEXGRAPH_CLAUSE_TRACE;

if (directory) {
  // The modules under test are loaded after this file, so they find the recorder.
  const tests = new Map<string, Map<string, Set<CitationUse>>>();
  let current: Map<string, Set<CitationUse>> | null = null;

  // Not imported: the trace looks for its recorder when it is loaded.
  const place: typeof RECORDER = Symbol.for('lexgraph.citationRecorder') as typeof RECORDER;
  (globalThis as { [RECORDER]?: unknown })[place] = (clause: string, use: CitationUse) => {
    if (!current) return;
    const uses = current.get(clause) ?? new Set();
    current.set(clause, uses.add(use));
  };

  beforeEach(() => {
    const name = expect.getState().currentTestName ?? '';
    current = name.includes(' · ') ? new Map() : null;
    if (current) tests.set(name, current);
  });

  afterEach(() => {
    current = null;
  });

  afterAll(() => {
    if (tests.size === 0) return;
    const path = expect.getState().testPath!;
    const hits = Object.fromEntries(
      [...tests].map(([name, clauses]) => [name, Object.fromEntries([...clauses].map(([id, uses]) => [id, [...uses]]))]),
    );
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `${createHash('sha256').update(path).digest('hex')}.json`), JSON.stringify({ path, hits }));
  });
}
