export { badUserInput } from './bad-user-input';
export {
  type ConnectionDefinition,
  type ConnectionOf,
  connectionErrors,
  connectionOf,
  decodeCursor,
  type EdgeOf,
  encodeCursor,
  PageArgs,
  PageInfo,
  type PageReader,
  type Position,
} from './connection';
export { coreVersion } from './core-version';
export { CursorScalar } from './cursor';
export { Decimal } from './decimal';
export { enumOf } from './enum-of';
export { ErrorCatalogue } from './error-catalogue';
export {
  defineErrors,
  type ErrorDefinition,
  type ErrorSet,
  type Facts,
  LexgraphError,
  type Locale,
  type Sentence,
  sentence,
} from './errors';
export {
  type Contribution,
  type CoreContribution,
  contribute,
  defineExtensionPoint,
  type ExtensionPoint,
  type Extensions,
} from './extension-point';
export { fromGlobalId, rowIdOf, toGlobalId } from './global-id';
export { KEY_DESCRIPTION, keyOf } from './idempotency-key';
export { defineModule, type EventTypeDefinition, type ModuleDefinition } from './module';
export { Node, type NodeLookup } from './node';
export { type PluginNames, pluginNames } from './plugin-names';
export { type Adapter, type AdapterEnvironment, definePort, type Port, type Ports, SettingError } from './port';
export { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, isCurrencyCode, JSONObjectScalar, LocalDateScalar } from './scalars';
export { type Scope, Scoped } from './scope';
