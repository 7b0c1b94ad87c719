import {
  type GraphQLFieldMap,
  type GraphQLInputFieldMap,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { pluginNames } from '../../../schema/base';
import { type PluginProblem, pluginProblem } from '../problem';

type Fields = GraphQLFieldMap<unknown, unknown> | GraphQLInputFieldMap;

/** What switching a plugin on does to types that are there without it; told from the two graphs alone. */
export function compareGraphs(off: GraphQLSchema, on: GraphQLSchema, plugin: string): PluginProblem[] {
  const roots = [off.getQueryType(), off.getMutationType(), off.getSubscriptionType()].map((type) => type?.name);
  const { field: own } = pluginNames(plugin);
  return Object.values(off.getTypeMap()).flatMap((before) => {
    const after = on.getType(before.name);
    if (isEnumType(before) && isEnumType(after)) {
      return before.getValues().length === after.getValues().length ? [] : [changed(plugin, before.name)];
    }
    const [old, now] = [fieldsOf(before), fieldsOf(after)];
    if (!old || !now) return [];
    return Object.values(now).flatMap((field) => {
      const place = `${before.name}.${field.name}`;
      const known = old[field.name];
      if (known)
        return String(known.type) === String(field.type) && argumentsOf(known) === argumentsOf(field) ? [] : [changed(plugin, place)];
      if (roots.includes(before.name)) {
        const carries = field.name.startsWith(own) && !/^[a-z]/.test(field.name.slice(own.length));
        return carries ? [] : [pluginProblem('PLUGIN_FIELD_NAME', { plugin, contribution: place, prefix: own })];
      }
      return [
        ...(field.name === own ? [] : [pluginProblem('PLUGIN_FIELD_NAME', { plugin, contribution: place, prefix: own })]),
        ...(isNonNullType(field.type) ? [pluginProblem('PLUGIN_FIELD_REQUIRED', { plugin, contribution: place })] : []),
      ];
    });
  });
}

const changed = (plugin: string, contribution: string) => pluginProblem('PLUGIN_CORE_CHANGED', { plugin, contribution });

function fieldsOf(type: unknown): Fields | null {
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? type.getFields() : null;
}

const argumentsOf = (field: Fields[string]): string =>
  'args' in field ? field.args.map((argument) => `${argument.name}: ${argument.type}`).join() : '';
