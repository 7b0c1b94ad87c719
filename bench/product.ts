import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** A module of the built product, by its path in the repository. The build is CommonJS and outside of this package: its types do not come along. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export function product(path: string): any {
  load('reflect-metadata');
  return load(`../dist/${path}`);
}
