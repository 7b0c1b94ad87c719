import { type DocumentNode, Kind, visit } from 'graphql';
import { badUserInput, type LexgraphError } from '../../schema/base';

const NUL = '\u0000';

const sentence = {
  en: '{place}: a text holds the character U+0000, which cannot be kept. Send it without.',
  ru: '{place}: текст содержит символ U+0000, который нельзя сохранить. Передайте текст без него.',
  be: '{place}: тэкст змяшчае сімвал U+0000, які нельга захаваць. Перадайце тэкст без яго.',
};

/** PostgreSQL keeps any text but one with U+0000; no text that people write has it. Null when there is none. */
export function refusalOfNul(variables: unknown, inDocument: boolean): LexgraphError | null {
  const place = inDocument ? 'query' : placeOfNul(variables, 'variables');
  return place === null ? null : badUserInput(sentence, { place });
}

/** Whether a text literal of the document holds U+0000. */
export function literalHoldsNul(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.STRING]: ({ value }) => {
      found ||= value.includes(NUL);
    },
  });
  return found;
}

/** Walks without recursion: variables may be nested as deep as a body is long. */
function placeOfNul(root: unknown, name: string): string | null {
  const rest: Array<readonly [unknown, string]> = [[root, name]];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [value, place] = next;
    if (typeof value === 'string' && value.includes(NUL)) return place;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' || typeof inner === 'object') rest.push([inner, /^\w+$/.test(key) ? `${place}.${key}` : place]);
    }
  }
  return null;
}
