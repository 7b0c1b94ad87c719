import { join } from 'node:path';

interface Run {
  compile(): number;
  node(): string;
  readonly root: string;
}

/** The project as it is started by hand: compiled, with the Node that it brings. */
export function compiledProject(): { readonly compiled: string; readonly node: string } {
  // A script without types, which package.json's commands share.
  const { compile, node, root } = require('../../scripts/run.cjs') as Run;
  if (compile() !== 0) throw new Error('The project does not compile; what the compiler said stands above.');
  return { compiled: join(root, 'dist'), node: node() };
}
