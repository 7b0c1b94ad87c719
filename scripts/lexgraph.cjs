#!/usr/bin/env node
// The program `lexgraph`: what people who are no developers run.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { compile, node, root } = require('./run.cjs');

const program = join(root, 'dist', 'gateway', 'verify', 'main.js');
process.exitCode = compile() || (spawnSync(node(), [program, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 2);
