import { table } from '../../table.ts';

/**
 * How events come. `one by one`: each when everybody has been told of the last, so that no two can ever share a packet;
 * `in a row`: each in a commit of its own, and none waits; `at once`: all in one commit, or one loop.
 */
export type Pace = 'one by one' | 'in a row' | 'at once';

/** One server under one pace; CPU in microseconds. */
export interface Measured {
  readonly server: string;
  readonly title: string;
  readonly pace: Pace;
  readonly messages: number;
  readonly seconds: number;
  readonly cpu: number;
  /** Resident memory of the server at the end. */
  readonly memoryMiB: number;
  /** Length of a message. */
  readonly bytes: number;
}

export interface FanOutFigures {
  readonly server: string;
  readonly pace: Pace;
  readonly messages: number;
  readonly messagesPerSecond: number;
  readonly cpuPerMessage: number;
  readonly messagesPerCpuSecond: number;
  readonly memoryMiB: number;
  readonly bytes: number;
}

export interface FanOutRatio {
  readonly pace: Pace;
  readonly of: string;
  /** The peer that does most with a second of CPU. */
  readonly to: string;
  /** What the project is judged by: at least 5. */
  readonly messagesPerCpuSecond: number;
}

export interface FanOutReport {
  readonly setting: Readonly<Record<string, number>>;
  readonly figures: readonly FanOutFigures[];
  readonly ratios: readonly FanOutRatio[];
  readonly titles: Readonly<Record<string, string>>;
}

const rounded = (number: number, places = 0): number => Number(number.toFixed(places));

export function reportOf(measured: readonly Measured[], setting: FanOutReport['setting']): FanOutReport {
  const figures = measured.map(
    ({ server, pace, messages, seconds, cpu, memoryMiB, bytes }): FanOutFigures => ({
      server,
      pace,
      messages,
      messagesPerSecond: rounded(messages / seconds),
      cpuPerMessage: rounded(cpu / messages, 2),
      messagesPerCpuSecond: rounded((messages / cpu) * 1e6),
      memoryMiB,
      bytes,
    }),
  );
  const ratios = [...new Set(figures.map(({ pace }) => pace))].map((pace): FanOutRatio => {
    const [own, ...peers] = figures.filter((one) => one.pace === pace) as [FanOutFigures, ...FanOutFigures[]];
    const best = peers.reduce((a, b) => (b.messagesPerCpuSecond > a.messagesPerCpuSecond ? b : a));
    const ratio = rounded(own.messagesPerCpuSecond / best.messagesPerCpuSecond, 2);
    return { pace, of: own.server, to: best.server, messagesPerCpuSecond: ratio };
  });
  return { setting, figures, ratios, titles: Object.fromEntries(measured.map(({ server, title }) => [server, title])) };
}

export function printedFanOut({ setting, figures, ratios, titles }: FanOutReport): string {
  return [
    `${setting.subscribers} subscribers on one process, ${setting.events} events`,
    '',
    table(
      ['server', 'events come', 'messages', 'msg/s', 'CPU µs/msg', 'msg/CPU s', 'memory MiB', 'bytes'],
      figures.map((one) => [
        one.server,
        one.pace,
        ...[one.messages, one.messagesPerSecond, one.cpuPerMessage, one.messagesPerCpuSecond, one.memoryMiB, one.bytes].map(String),
      ]),
    ),
    '',
    table(
      ['ratio to the best peer', 'events come', 'msg/CPU s'],
      ratios.map((one) => [`${one.of} : ${one.to}`, one.pace, String(one.messagesPerCpuSecond)]),
    ),
    '',
    ...Object.entries(titles).map(([name, title]) => `${name}: ${title}`),
  ].join('\n');
}
