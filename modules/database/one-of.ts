/** The SQL condition that a text column holds one of some words; the same text in the entity and in the migration. */
export const oneOf = (column: string, words: readonly string[]): string => `${column} in (${words.map((word) => `'${word}'`).join(', ')})`;
