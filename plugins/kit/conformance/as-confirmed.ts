import type { Statute } from '../../../modules/rules';

/**
 * A statute as if somebody had confirmed its recalled values. Their limits are off until then; what would be judged
 * by them is tried all the same, so that confirming a value brings no surprise.
 */
export function asConfirmed(statute: Statute): Statute {
  return {
    ...statute,
    timeline: statute.timeline.map((entry) =>
      entry.kind === 'STATUTE'
        ? {
            ...entry,
            entries: Object.fromEntries(
              Object.entries(entry.entries).map(([name, [value, point, options]]) => [
                name,
                [value, point, options.confidence === 'RECALLED' ? { ...options, confidence: 'SECONDARY' as const } : options] as const,
              ]),
            ),
          }
        : entry,
    ),
  };
}
