import { coreModules } from '../../modules';
import { collectEventTypes, type OwnedEventType } from '../../modules/events';
import { loadRules } from '../../modules/rules';
import { installedPlugins } from '../../plugins';
import { collectExtensions, kitErrors, type PluginDefinition } from '../../plugins/kit';
import { composeMaximalSchema, type MaximalSchema, schemaErrors, scopeErrors } from '../../schema';
import { connectionErrors, ErrorCatalogue, type Extensions, type ModuleDefinition } from '../../schema/base';
import { documentErrors } from '../documents';
import { executorErrors } from '../executor';
import { httpErrors } from '../http';
import { identityErrors } from '../identity';
import { limitErrors } from '../limits';

/** Everything that is composed once per process, from modules and plugins as data. */
export interface Registry {
  readonly modules: readonly ModuleDefinition[];
  readonly plugins: readonly PluginDefinition[];
  readonly extensions: Extensions;
  readonly errors: ErrorCatalogue;
  readonly eventTypes: readonly OwnedEventType[];
  readonly maximal: MaximalSchema;
}

/** Composes the installation; a mistake in any part stops the start and names its owner. */
export function composeRegistry(
  plugins: readonly PluginDefinition[] = installedPlugins,
  modules: readonly ModuleDefinition[] = coreModules,
): Registry {
  const extensions = collectExtensions(plugins, modules);
  loadRules(extensions);
  const errors = new ErrorCatalogue([
    connectionErrors,
    kitErrors,
    schemaErrors,
    scopeErrors,
    executorErrors,
    documentErrors,
    httpErrors,
    identityErrors,
    limitErrors,
    ...[...modules, ...plugins].flatMap((owner) => [...owner.errors]),
  ]);
  return Object.freeze({
    modules,
    plugins,
    extensions,
    errors,
    eventTypes: collectEventTypes(modules, plugins),
    maximal: composeMaximalSchema({ modules, plugins }),
  });
}
