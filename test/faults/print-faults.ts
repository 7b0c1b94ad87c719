import type { FaultReport } from './run-faults';

const SHOWN = 20;

/** The report as a table for a terminal. */
export function printFaults(report: FaultReport): string {
  const { faults, subscribers, endpoints, wrong, leftOut } = report;
  const line = (cells: readonly unknown[]) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(34) : String(cell).padStart(10))).join('');
  return [
    '',
    `${Object.values(faults).reduce((sum, count) => sum + count, 0)} faults in ${report.seconds} s, seed ${report.seed}: ${Object.entries(
      faults,
    )
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
    `${report.events} events in the log; transactions: ${report.committed} committed, ${report.rolledBack} rolled back, ${report.broken} cut off, held open up to ${report.longestHeld} ms`,
    `while some gateway answered, an event waited for its position at most ${report.longestWait} ms; none answered for ${report.allDown} ms`,
    '',
    line(['reader', 'over', 'events', 'resumed', 'again', 'lost', 'wrong']),
    ...subscribers.map(({ name, transport, events, resumed, again, lost, wrong: count }) =>
      line([name, transport, events, resumed, again, lost, count]),
    ),
    ...endpoints.map(({ name, events, again, refused, lost, wrong: count }) =>
      line([`${name} (${refused} refused)`, 'webhook', events, '', again, lost, count]),
    ),
    '',
    ...leftOut.map((what) => `LEFT OUT: ${what}`),
    ...wrong.slice(0, SHOWN),
    ...(wrong.length > SHOWN ? [`and ${wrong.length - SHOWN} more`] : []),
    wrong.length === 0 ? 'Nothing lost, nothing out of order, nothing again below an acknowledged cursor.' : `WRONG: ${wrong.length}`,
  ].join('\n');
}
