const base = require('../../jest.config.cjs');

/** The project's tests under one mutation of the rules, on a database that outlives the run. */
module.exports = {
  ...base,
  globalSetup: undefined,
  globalTeardown: undefined,
  reporters: [],
  setupFilesAfterEnv: [...base.setupFilesAfterEnv, '<rootDir>/scripts/mutations/mutated-rules.ts'],
};
