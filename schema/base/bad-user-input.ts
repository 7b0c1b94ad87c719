import { type Facts, LexgraphError, type Sentence } from './errors';

/**
 * The error of a value that has the wrong form. One code for all of them, a sentence of its own for each,
 * which says what form is wanted and never repeats the value: it may be personal.
 */
export function badUserInput(sentence: Sentence, facts: Facts = {}): LexgraphError {
  return new LexgraphError({ code: 'BAD_USER_INPUT', owner: 'schema', kind: 'ERROR', ...sentence }, facts);
}
