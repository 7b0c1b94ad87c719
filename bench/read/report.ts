import { table } from '../table.ts';
import type { Round } from './measure.ts';

/** What one server did in all its rounds. Latencies in milliseconds, CPU in microseconds per request. */
export interface Figures {
  readonly name: string;
  readonly title: string;
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuPerRequest: number;
  /** Requests that a second of the server's CPU answers. */
  readonly requestsPerCpuSecond: number;
  /** PostgreSQL's CPU, apart; null where the system does not tell. */
  readonly postgresCpuPerRequest: number | null;
}

/** How many times as much the first server does as another. */
export interface Ratio {
  readonly of: string;
  readonly to: string;
  /** By the server's CPU: what the project is judged by. */
  readonly requestsPerCpuSecond: number;
  /** The lowest and the highest single round. */
  readonly lowest: number;
  readonly highest: number;
  /** By the CPU of server and PostgreSQL together. */
  readonly requestsPerWholeCpuSecond: number | null;
  readonly requestsPerSecond: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const rounded = (number: number, places = 0): number => Number(number.toFixed(places));

export function figuresOf(name: string, title: string, rounds: readonly Round[]): Figures {
  const requests = sum(rounds.map((round) => round.requests));
  const cpu = sum(rounds.map((round) => round.cpu));
  const postgres = rounds.map((round) => round.postgresCpu);
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  const percentile = (part: number) =>
    rounded(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? Number.NaN, 2);
  return {
    name,
    title,
    requests,
    requestsPerSecond: rounded(requests / sum(rounds.map((round) => round.seconds)), 1),
    p50: percentile(0.5),
    p99: percentile(0.99),
    cpuPerRequest: rounded(cpu / requests),
    requestsPerCpuSecond: rounded((requests / cpu) * 1e6, 1),
    postgresCpuPerRequest: postgres.includes(null) ? null : rounded(sum(postgres.map(Number)) / requests),
  };
}

export function ratioOf(figures: Figures, rounds: readonly Round[], others: Figures, otherRounds: readonly Round[]): Ratio {
  const perCpu = (round: Round) => round.requests / round.cpu;
  const single = rounds.map((round, index) => perCpu(round) / perCpu(otherRounds[index]!));
  const whole = ({ cpuPerRequest, postgresCpuPerRequest }: Figures) => cpuPerRequest + (postgresCpuPerRequest ?? Number.NaN);
  const wholeRatio = whole(others) / whole(figures);
  return {
    of: figures.name,
    to: others.name,
    requestsPerCpuSecond: rounded(figures.requestsPerCpuSecond / others.requestsPerCpuSecond, 2),
    lowest: rounded(Math.min(...single), 2),
    highest: rounded(Math.max(...single), 2),
    requestsPerWholeCpuSecond: Number.isNaN(wholeRatio) ? null : rounded(wholeRatio, 2),
    requestsPerSecond: rounded(figures.requestsPerSecond / others.requestsPerSecond, 2),
  };
}

/** The table that a person reads. */
export function printed(figures: readonly Figures[], ratios: readonly Ratio[]): string {
  const cell = (value: number | null) => (value === null ? 'n/a' : String(value));
  const servers = figures.map((one) => [
    one.name,
    ...[one.requestsPerSecond, one.p50, one.p99, one.cpuPerRequest, one.postgresCpuPerRequest, one.requestsPerCpuSecond].map(cell),
  ]);
  const compared = ratios.map((one) => [
    `${one.of} : ${one.to}`,
    ...[one.requestsPerCpuSecond, `${one.lowest}–${one.highest}`, one.requestsPerWholeCpuSecond, one.requestsPerSecond].map((value) =>
      String(value ?? 'n/a'),
    ),
  ]);
  return [
    table(['server', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs/req', 'PostgreSQL µs/req', 'req/CPU s'], servers),
    '',
    table(['ratio', 'req/CPU s', 'by round', 'with PostgreSQL', 'req/s'], compared),
    '',
    ...figures.map(({ name, title }) => `${name}: ${title}`),
  ].join('\n');
}
