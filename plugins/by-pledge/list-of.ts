/** Values of a closed set as a list of SQL literals, for checks. */
export const listOf = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
