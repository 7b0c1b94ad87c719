import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** CPU microseconds of a PostgreSQL server and the backends that it has now; null where the system does not tell. */
export function postgresCpu(dataDirectory: string): number | null {
  try {
    const postmaster = Number(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const family = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && (Number(pid) === postmaster || parentOf(pid) === postmaster));
    return family.reduce((total, pid) => total + cpuOf(pid), 0) / 1000;
  } catch {
    return null;
  }
}

function parentOf(pid: string): number | null {
  try {
    // The second field is a name in brackets and may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
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
