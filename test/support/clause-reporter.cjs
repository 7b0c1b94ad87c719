const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Writes `.cache/clauses/last-run.json`: every test whose name bears clauses (`<clause id> · sentence`), whether it passed,
 * and which clauses' code ran in it. Only for a run of all tests, or one that `npm run clauses` started.
 */
module.exports = class ClauseReporter {
  constructor(globalConfig) {
    const { testPathPatterns, testNamePattern, onlyChanged, shard, rootDir } = globalConfig;
    const everything = testPathPatterns.patterns.length === 0 && !globalConfig.runTestsByPath && !testNamePattern && !onlyChanged && !shard;
    this.records = everything || process.env.LEXGRAPH_CLAUSE_RUN === '1';
    this.directory = join(rootDir, '.cache', 'clauses');
    this.tests = [];
    if (!this.records) return;
    const hits = join(this.directory, 'hits');
    rmSync(hits, { recursive: true, force: true });
    // Inherited by the workers, which start later.
    process.env.LEXGRAPH_CLAUSE_TRACE = hits;
  }

  onTestResult(test, result) {
    for (const { fullName, title, ancestorTitles, status } of result.testResults) {
      if (fullName.includes(' · ') && (status === 'passed' || status === 'failed')) {
        this.tests.push({ path: test.path, name: fullName, titles: [...ancestorTitles, title], passed: status === 'passed' });
      }
    }
  }

  onRunComplete() {
    if (!this.records) return;
    const hits = this.readHits();
    const tests = this.tests.map((test) => ({ ...test, hits: hits.get(test.path)?.[test.name] ?? {} }));
    mkdirSync(this.directory, { recursive: true });
    writeFileSync(join(this.directory, 'last-run.json'), JSON.stringify(tests, null, 1));
  }

  readHits() {
    const directory = join(this.directory, 'hits');
    const found = new Map();
    let names = [];
    try {
      names = readdirSync(directory);
    } catch {
      // No test with a clause's name ran.
    }
    for (const name of names) {
      const { path, hits } = JSON.parse(readFileSync(join(directory, name), 'utf8'));
      found.set(path, hits);
    }
    return found;
  }
};
