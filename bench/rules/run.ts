import { cpus } from 'node:os';
import { jsonRulesEngine, lendersDecisions } from './decide.ts';
import { newton, ownSchedule } from './schedule.ts';

export interface RulesOptions {
  /** Measured CPU seconds of each contender, in all rounds together. */
  readonly seconds: number;
  tell(line: string): void;
}

export interface RulesFigure {
  readonly name: string;
  readonly title: string;
  /** What a second of one core does: the median round, the slowest and the fastest. */
  readonly perCpuSecond: number;
  readonly lowest: number;
  readonly highest: number;
  readonly rules?: number;
  readonly judged?: number;
  /** Where there is one. */
  readonly goal?: number;
}

export interface RulesReport {
  readonly benchmark: 'rules';
  readonly at: string;
  readonly machine: { readonly cpu: string; readonly cpus: number; readonly node: string };
  readonly figures: readonly RulesFigure[];
}

const ROUNDS = 8;
const CHUNK = 64;
const DECISIONS = 20_000;
const SCHEDULES = 1_000;

interface Contender extends Pick<RulesFigure, 'name' | 'title' | 'rules' | 'judged' | 'goal'> {
  run(i: number): unknown;
}

/** Contenders take turns in one process, so that a busy moment hits them all; CPU is counted, not time. */
export async function runRules({ seconds, tell }: RulesOptions): Promise<RulesReport> {
  const peer = jsonRulesEngine();
  const contenders: Contender[] = [
    ...lendersDecisions().map(({ decide, ...rest }) => ({ ...rest, goal: DECISIONS, run: decide })),
    { name: peer.name, title: peer.title, rules: peer.rules, judged: peer.rules, run: peer.decide },
    ...[30, 168, 365].flatMap((termDays) => {
      const own = ownSchedule(termDays);
      const plain = newton(termDays);
      if (Math.abs(Number(own.compute(0)) - Number(plain.compute(0))) > 0.001) throw new Error(`${own.name} and ${plain.name} differ.`);
      return [
        { name: own.name, title: own.title, goal: SCHEDULES, run: own.compute },
        { name: plain.name, title: plain.title, run: plain.compute },
      ];
    }),
  ];
  const rounds = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await round(contender, 0.2);
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const contender of contenders) rounds.get(contender.name)!.push(await round(contender, seconds / ROUNDS));
    tell(`Round ${turn + 1} of ${ROUNDS}.`);
  }
  return {
    benchmark: 'rules',
    at: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cpus: cpus().length, node: process.version },
    figures: contenders.map(({ run: _, ...rest }) => {
      const sorted = [...rounds.get(rest.name)!].sort((a, b) => a - b);
      return { ...rest, perCpuSecond: sorted[Math.floor(sorted.length / 2)]!, lowest: sorted[0]!, highest: sorted.at(-1)! };
    }),
  };
}

/** Runs until that much CPU is spent; answers how many a second of CPU did. */
async function round({ run }: Contender, cpuSeconds: number): Promise<number> {
  const start = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  let done = 0;
  do {
    for (let i = 0; i < CHUNK; i++) {
      const answer = run(done + i);
      if (answer instanceof Promise) await answer;
    }
    done += CHUNK;
  } while (spent() < cpuSeconds);
  return Math.round(done / spent());
}

/** A table for people. */
export function printedRules({ figures }: RulesReport): string {
  const rows = figures.map(({ name, perCpuSecond, lowest, highest, rules, judged, goal }) => [
    name,
    String(perCpuSecond),
    `${lowest}–${highest}`,
    rules === undefined ? '' : `${judged} of ${rules}`,
    goal === undefined ? '' : `${goal}: ${perCpuSecond >= goal ? 'met' : 'missed'}`,
  ]);
  const table = [['', 'a CPU second', 'rounds', 'rules judged', 'goal'], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '))
    .join('\n');
}
