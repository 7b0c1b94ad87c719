/** Texts as they stand in an SQL list; for words of the code only, never for input. */
export const listOf = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** The SQL condition that a text column holds one of some words; the same text in the entity and in the migration. */
export const oneOf = (column: string, words: readonly string[]): string => `${column} in (${listOf(words)})`;
