import { pluginNames } from '../../schema/base';

const ID = /^[a-z]{2}(-[a-z][a-z0-9]*)+$/;
const LONGEST = 40;

/** A name that the new plugin cannot have, in a sentence that says what to do. */
export class NewPluginError extends Error {}

/** Refuses what `definePlugin` would refuse, before anything is written. */
export function requirePluginId(id: string | undefined): string {
  if (!id) throw new NewPluginError('Name the plugin: `npm run new:plugin -- kz-mfo` makes plugins/kz-mfo for Kazakhstan.');
  if (!ID.test(id)) {
    throw new NewPluginError(
      `"${id}" cannot be a plugin's name: write two letters of the country, a hyphen and small words joined by hyphens, such as kz-mfo.`,
    );
  }
  if (id.length > LONGEST)
    throw new NewPluginError(`"${id}" is too long: at most ${LONGEST} characters, since it becomes part of PostgreSQL names.`);
  return id;
}

/** What stands in the template for each name of the new plugin; longer texts first, so that none is replaced in part. */
export function replacements(id: string): readonly (readonly [from: string, to: string])[] {
  const [from, to] = [pluginNames('xx-template'), pluginNames(id)];
  const country = id.slice(0, 2);
  return [
    [from.code, to.code],
    ['xx-template', id],
    [from.schema, to.schema],
    [from.type, to.type],
    [from.field, to.field],
    ["jurisdiction: 'xx'", `jurisdiction: '${country}'`],
    ["country: 'XX'", `country: '${country.toUpperCase()}'`],
  ];
}
