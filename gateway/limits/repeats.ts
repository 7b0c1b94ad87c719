import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * Fields that stand again where one of their name already stands, and spreads of fragments. Validation compares each of
 * them with each other (GraphQL 2021, §5.3.2 "Field Selection Merging"): a document of 4 KB can keep it busy for half a second.
 */
export function repeatsIn(document: DocumentNode): number {
  let repeats = 0;
  const visit = (set: SelectionSetNode, names: Set<string>): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) repeats += 1;
      // An inline fragment's fields stand where it stands.
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet, names);
      else {
        const name = selection.alias?.value ?? selection.name.value;
        if (names.has(name)) repeats += 1;
        names.add(name);
        if (selection.selectionSet) visit(selection.selectionSet, new Set());
      }
    }
  };
  for (const definition of document.definitions) if ('selectionSet' in definition) visit(definition.selectionSet, new Set());
  return repeats;
}
