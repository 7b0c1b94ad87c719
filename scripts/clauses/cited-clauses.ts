import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';
import { sourceFiles } from './source-files';

/** Clause ids that a plugin's code cites: the literals given to `cite(…)` outside tests and generated files. */
export function citedClauses(root: string): ReadonlySet<string> {
  const files = sourceFiles(root, ['plugins']).filter((path) => !/\.(spec|generated)\.ts$/.test(path));
  return new Set(files.flatMap((path) => citedIn(readFileSync(path, 'utf8'))));
}

/** Parsed, not searched: a clause in a comment or a sentence is no citation. */
export function citedIn(source: string): readonly string[] {
  if (!source.includes('cite(')) return [];
  const found: string[] = [];
  visit(parseSync(source, { syntax: 'typescript', decorators: true, target: 'es2023' }), (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = node.callee as Node;
    const [first] = node.arguments as Array<{ expression: Node }>;
    if (callee.type === 'Identifier' && callee.value === 'cite' && first?.expression.type === 'StringLiteral')
      found.push(String(first.expression.value));
  });
  return found;
}

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Walks a syntax tree, parents first. */
export function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const entry of value) visit(entry, see);
  else if (typeof value === 'object' && value !== null) {
    if (typeof (value as Node).type === 'string') see(value as Node);
    for (const member of Object.values(value)) visit(member, see);
  }
}
