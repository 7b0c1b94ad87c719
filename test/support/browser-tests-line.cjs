const { CHROMIUM, LEFT_OUT } = require('./chromium.cjs');

/** Says at the end of a whole run what it did not hold: tests in a browser are a run of their own. */
module.exports = class BrowserTestsLine {
  constructor(globalConfig) {
    const { testPathPatterns, testNamePattern } = globalConfig;
    this.whole = !testNamePattern && (testPathPatterns?.patterns ?? []).length === 0;
  }

  onRunComplete() {
    if (this.whole) console.log(CHROMIUM ? 'Browser tests are a run of their own: npm run test:browser' : LEFT_OUT);
  }
};
