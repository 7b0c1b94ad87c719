import { GraphQLScalarType, Kind } from 'graphql';
import { badUserInput } from './bad-user-input';

// Longer than any cursor of the graph; keeps what is decoded small.
const MAX_LENGTH = 512;

const sentence = {
  en: 'Cursor: send a string that the graph gave you as a cursor.',
  ru: 'Cursor: передайте строку, полученную от графа как курсор.',
  be: 'Cursor: перадайце радок, атрыманы ад графа як курсор.',
};

function read(value: unknown): string {
  if (typeof value === 'string' && value.length <= MAX_LENGTH) return value;
  throw badUserInput(sentence, { scalar: 'Cursor' });
}

/** An opaque position in a list or a stream. Its form is judged by who gave it, with a code that tells what to do. */
export const CursorScalar = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'An opaque position in a list or a stream; the same on every transport.',
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  serialize: (value) => {
    if (typeof value !== 'string') throw new TypeError('A resolver answered a value that is no Cursor.');
    return value;
  },
});
