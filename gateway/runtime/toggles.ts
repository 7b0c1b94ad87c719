import { type EventStreams } from '../../modules/events';
import { executionErrors } from '../../modules/execution';
import type { Lender, LenderDirectory } from '../../modules/lenders';
import type { Registry } from './registry';

/**
 * Plugins whose part of the graph a lender's callers see: those that are not DISABLED there.
 * Without a lender, none: what belongs to a country is reached through a lender of it.
 */
export function pluginsInGraph(registry: Registry, lender: Lender | null): ReadonlySet<string> {
  const states = lender?.plugins;
  return new Set(
    registry.plugins.flatMap(({ id }) => {
      const state = states?.get(id);
      return state && state !== 'DISABLED' ? [id] : [];
    }),
  );
}

/** When a plugin is switched off, streams that were opened with it in the graph end with a code and their last cursor. */
export function endStreamsOfToggledPlugins(lenders: LenderDirectory, streams: EventStreams): () => void {
  return lenders.onChange((changes) => {
    for (const { before, after } of changes) {
      for (const [plugin, state] of after.plugins) {
        if (state !== 'DISABLED' || (before?.plugins.get(plugin) ?? 'DISABLED') === 'DISABLED') continue;
        streams.endWhere(
          (stream) => stream.scope.lenderId === after.id && stream.filter.visiblePlugins?.has(plugin) === true,
          executionErrors.error('PLUGIN_DISABLED', { plugin }),
        );
      }
    }
  });
}
