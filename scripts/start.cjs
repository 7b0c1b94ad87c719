// Builds what changed and starts the gateway in this process, so that signals reach it.
const { join } = require('node:path');
const { compile, root } = require('./run.cjs');

const failed = compile();
if (failed) process.exit(failed);
// Compiled code of the last start is kept: most of a warm start is reading modules.
require('node:module').enableCompileCache?.(join(root, '.cache', 'compiled'));
require('../dist/gateway/main.js');
