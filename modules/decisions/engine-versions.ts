import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { coreVersion, type Extensions } from '../../schema/base';
import { calendars } from '../calendar';
import type { EngineVersions } from './receipt';

const calendarHashes = new WeakMap<Extensions, Map<string, string>>();

/** What decides: the installed versions, and the working days that deadlines are counted by. */
export function engineVersions(extensions: Extensions, plugin: string, country: string): EngineVersions {
  return { core: coreVersion, plugins: { [plugin]: coreVersion }, calendar: calendarHash(extensions, country) };
}

function calendarHash(extensions: Extensions, country: string): string {
  const known = calendarHashes.get(extensions) ?? new Map<string, string>();
  calendarHashes.set(extensions, known);
  const found = known.get(country);
  if (found) return found;
  const data = extensions.all(calendars).flatMap(({ value }) => (value.country === country ? [value.years] : []));
  const hash = `sha256:${createHash('sha256')
    .update(canonicalize(data) ?? '')
    .digest('hex')}`;
  known.set(country, hash);
  return hash;
}
