/** Texts as they stand in an SQL list. */
export const listOf = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
