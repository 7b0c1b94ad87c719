const { existsSync } = require('node:fs');

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's Chromium, or the one that `CHROMIUM` names; null without one. */
const CHROMIUM = [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path)) ?? null;

const LEFT_OUT =
  'Browser tests were left out: there is no Chromium here. Install one (apt-get install chromium), then: npm run test:browser';

module.exports = { CHROMIUM, LEFT_OUT };
