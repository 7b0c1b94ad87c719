import { cpus, totalmem } from 'node:os';
import { arrival } from './arrival/run.ts';
import { fanOut } from './fan-out/run.ts';
import { history } from './history/run.ts';
import type { Part, PartOptions } from './part.ts';

/** In the order in which they run. */
export const parts: readonly Part[] = [fanOut, arrival, history];

export interface EventsReport {
  readonly benchmark: 'events';
  readonly at: string;
  readonly machine: { readonly cpu: string; readonly cpus: number; readonly memoryGiB: number; readonly node: string };
  /** Reports by part. */
  readonly parts: Readonly<Record<string, unknown>>;
}

export async function runEvents(names: readonly string[], options: PartOptions): Promise<EventsReport> {
  const reports: Record<string, unknown> = {};
  for (const part of chosen(names)) reports[part.name] = await part.run(options);
  return {
    benchmark: 'events',
    at: new Date().toISOString(),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cpus: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
    parts: reports,
  };
}

export function printedEvents(report: EventsReport): string {
  return parts
    .filter(({ name }) => name in report.parts)
    .map((part) => `${part.name}\n\n${part.printed(report.parts[part.name])}`)
    .join('\n\n');
}

function chosen(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown) throw new Error(`There is no part "${unknown}": ${parts.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name));
}
