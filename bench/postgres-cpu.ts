import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process in /proc: its parent, and the clock ticks of those of its children that have ended. */
interface Process {
  readonly parent: number;
  readonly endedChildren: number;
}

/** Microseconds of a clock tick: USER_HZ, which Linux keeps at 100 for all that read /proc. */
const TICK = 10_000;

/** CPU microseconds that a PostgreSQL server and its backends have used; null where the system does not tell. */
export function postgresCpu(dataDirectory: string): number | null {
  try {
    const postmaster = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]!;
    const backends = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && read(pid)?.parent === Number(postmaster));
    const living = [postmaster, ...backends].reduce((total, pid) => total + cpuOf(pid), 0);
    return living / 1000 + (read(postmaster)?.endedChildren ?? 0) * TICK;
  } catch {
    return null;
  }
}

function read(pid: string): Process | null {
  try {
    // The second field is a name in brackets and may hold anything; the rest begins with the third (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return { parent: Number(fields[1]), endedChildren: Number(fields[13]) + Number(fields[14]) };
  } catch {
    return null;
  }
}

/** Nanoseconds on a CPU; a process that has just ended counts as none. */
function cpuOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return 0;
  }
}
