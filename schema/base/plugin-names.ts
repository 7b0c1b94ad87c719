/** The names that a plugin's id gives to all that is its own. */
export interface PluginNames {
  /** `xxRent`: its one field on core types, and how its own root fields begin. */
  readonly field: string;
  /** `XxRent`: how its types and event types begin. */
  readonly type: string;
  /** `XX_RENT_`: how its codes begin. */
  readonly code: string;
  /** `xx_rent`: its PostgreSQL schema. */
  readonly schema: string;
  /** `xx-rent/`: how its products, deadline kinds, templates and clauses begin. */
  readonly path: string;
  /** `xx-rent:`: how its permissions begin. */
  readonly scope: string;
  /** `xx-rent.`: how its validators and ports begin. */
  readonly member: string;
}

/** Derives the names of a plugin from its id, e.g. `xx-rent`. */
export function pluginNames(id: string): PluginNames {
  const field = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.freeze({
    field,
    type: field.charAt(0).toUpperCase() + field.slice(1),
    code: `${id.replace(/-/g, '_').toUpperCase()}_`,
    schema: id.replace(/-/g, '_'),
    path: `${id}/`,
    scope: `${id}:`,
    member: `${id}.`,
  });
}
