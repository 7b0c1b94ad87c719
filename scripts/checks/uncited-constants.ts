import { parseSync } from '@swc/core';
import { type Node, visit } from '../clauses/cited-clauses';

/** A number in a rule that stands in no dated, cited parameter. */
export interface UncitedConstant {
  readonly line: number;
  readonly literal: string;
}

const DECIMAL = /^[+-]?\d+([.,]\d+)?%?$/;
// Nothing and one are arithmetic, not policy.
const allowed = new Set([0, 1]);

/**
 * Finds numbers in a rule's source: numerals and texts that are numbers (`new Decimal('0.8')`).
 * A value with its clause, `[30, cite('…')]`, is a dated parameter where it stands in an edition; types are no code.
 */
export function uncitedConstants(source: string): readonly UncitedConstant[] {
  // swc counts bytes over everything parsed in this process; an empty statement in front tells where this source begins.
  const marked = `;${source}`;
  const module = parseSync(marked, { syntax: 'typescript', decorators: true, target: 'es2023' });
  const bytes = Buffer.from(marked);
  const begin = module.body[0]!.span.start;
  const lineOf = (node: Node) =>
    bytes
      .subarray(0, (node.span as { start: number }).start - begin)
      .toString()
      .split('\n').length;
  const passedOver = new Set<Node>();
  const found: UncitedConstant[] = [];
  visit(module, (node) => {
    if (node.type === 'ArrayExpression' && isCitedEntry(node))
      visit((node.elements as Array<{ expression: Node }>)[0]!.expression, (inner) => passedOver.add(inner));
    if (node.type === 'CallExpression' && isArithmetic(node)) visit(node.arguments, (inner) => passedOver.add(inner));
    if (node.type.startsWith('Ts') && node.type.includes('Literal')) visit(node, (inner) => passedOver.add(inner));
    if (passedOver.has(node)) return;
    const literal = numberIn(node);
    if (literal !== null) found.push({ line: lineOf(node), literal });
  });
  return found;
}

/** `[value, cite('…')]`, as editions write it. */
function isCitedEntry(node: Node): boolean {
  const [, second] = (node.elements ?? []) as Array<{ expression: Node } | null>;
  const callee = second?.expression.type === 'CallExpression' ? (second.expression.callee as Node) : null;
  return callee?.type === 'Identifier' && callee.value === 'cite';
}

/** `sum.toFixed(2)` writes a value down; `.div(100)` and `.mul(100)` are what per cent means. Neither is policy. */
function isArithmetic(node: Node): boolean {
  const callee = node.callee as Node;
  const name = callee.type === 'MemberExpression' ? (callee.property as Node).value : null;
  if (name === 'toFixed') return true;
  const [only, ...more] = node.arguments as Array<{ expression: Node }>;
  return (name === 'div' || name === 'mul') && more.length === 0 && only?.expression.value === 100;
}

function numberIn(node: Node): string | null {
  if (node.type === 'NumericLiteral') return allowed.has(Number(node.value)) ? null : String(node.raw ?? node.value);
  if (node.type === 'BigIntLiteral') return String(node.raw ?? node.value);
  if (node.type === 'StringLiteral' && DECIMAL.test(String(node.value))) return allowed.has(Number(node.value)) ? null : String(node.value);
  return null;
}
