const base = require('./jest.config.cjs');
const { CHROMIUM, LEFT_OUT } = require('./test/support/chromium.cjs');

if (!CHROMIUM) console.log(LEFT_OUT);

/** Tests in a real browser, where there is one: `npm run test:browser`. @type {import('jest').Config} */
module.exports = {
  ...base,
  // An empty list would be every file.
  testMatch: [CHROMIUM ? '<rootDir>/test/browser/*.spec.ts' : '<rootDir>/test/browser/none'],
  testPathIgnorePatterns: base.testPathIgnorePatterns.filter((pattern) => pattern !== '/test/browser/'),
  passWithNoTests: !CHROMIUM,
  reporters: ['default'],
  testTimeout: 60_000,
};
