import type { Values } from '../../../support/test-gateway';
import { expect } from '../../narrator';
import type { Scene } from '../../scene';
import { by } from './clauses';
import { pledgeOf } from './pledgor';

interface Entry {
  readonly at: string;
  readonly what: string;
  readonly detail: string | null;
  readonly amount: { readonly amount: string } | null;
  readonly clause: string | null;
}

const ACCRUAL = 'POSTING ACCRUAL';

/** Prints the whole life of a pledge, the earliest first; days of interest together. */
export async function printTimeline(scene: Scene, pledgeId: string): Promise<void> {
  await scene.narrator.step(
    'Its whole life is one timeline in the graph',
    () => readTimeline(scene, pledgeId),
    (entries) => linesOf(entries),
    by('by-pledge/5.1/end'),
  );
}

async function readTimeline(scene: Scene, pledgeId: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let after: string | null = null; ; ) {
    const page: string = `timeline(first: 100${after ? `, after: "${after}"` : ''})`;
    const selection = `${page} { edges { node { at what detail amount { amount } clause } } pageInfo { hasNextPage endCursor } }`;
    const { timeline }: Values = await pledgeOf(scene, pledgeId, selection);
    entries.push(...timeline.edges.map(({ node }: { node: Entry }) => node));
    if (!timeline.pageInfo.hasNextPage) break;
    after = timeline.pageInfo.endCursor;
  }
  expect(
    entries.every((entry, i) => i === 0 || entry.at <= entries[i - 1]!.at),
    'The timeline runs from the newest to the oldest.',
  );
  return entries.reverse();
}

/** What came several times in a row is one line. */
function linesOf(entries: readonly Entry[]): string[] {
  const lines: { readonly text: string; count: number }[] = [];
  for (const text of rowsOf(entries)) {
    const last = lines.at(-1);
    if (last?.text === text) last.count++;
    else lines.push({ text, count: 1 });
  }
  return lines.map(({ text, count }) => (count > 1 ? `${text}, ${count} times` : text));
}

function rowsOf(entries: readonly Entry[]): string[] {
  const lines: string[] = [];
  let days: Entry[] = [];
  const flush = () => {
    if (days.length > 0) {
      const kopecks = days.reduce((sum, { amount }) => sum + Math.round(Number(amount!.amount) * 100), 0);
      lines.push(`${days[0]!.at.slice(0, 10)}  ${days.length} days of interest, ${(kopecks / 100).toFixed(2)} BYN in all`);
    }
    days = [];
  };
  for (const entry of entries) {
    if (entry.what === ACCRUAL) {
      days.push(entry);
      continue;
    }
    flush();
    lines.push(lineOf(entry));
  }
  flush();
  return lines;
}

const lineOf = ({ at, what, detail, amount, clause }: Entry): string =>
  [`${at.slice(0, 10)}  ${what}`, detail, amount && `${amount.amount} BYN`, clause && `(${clause})`].filter(Boolean).join(' ');
