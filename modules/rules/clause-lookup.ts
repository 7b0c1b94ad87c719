import type { Extensions, Locale } from '../../schema/base';
import { type ClauseDocument, type ClauseSummary, pointOf } from './clause';
import { ruleClauses, ruleEditions, ruleStatutes } from './extension-points';
import { editionId, type Statute } from './lender-rules';

/** A clause as it is shown: which act, which point of it, and where it can be read. */
export interface ClauseView {
  readonly id: string;
  readonly plugin: string;
  readonly act: string;
  readonly point: string;
  readonly edition: string | null;
  readonly url: string | null;
  readonly requires: string | null;
  readonly interpretation: string | null;
}

interface Lookup {
  readonly clauses: ReadonlyMap<string, { readonly plugin: string; readonly document: ClauseDocument; readonly clause: ClauseSummary }>;
  readonly statutes: ReadonlyArray<{ readonly plugin: string; readonly statute: Statute }>;
  readonly editionUrls: ReadonlyMap<string, string>;
}

const lookups = new WeakMap<Extensions, Lookup>();

/** Finds a clause of a register, or a statute's point (`act/point@date`). `null` for an id that nobody contributes. */
export function findClause(extensions: Extensions, id: string, edition: string | null, locale: Locale): ClauseView | null {
  const lookup = lookupOf(extensions);
  const known = lookup.clauses.get(id);
  if (known) {
    const { plugin, document, clause } = known;
    const url = (edition && lookup.editionUrls.get(edition)) ?? document.url ?? null;
    const { requires, interpretation = null } = clause;
    return { id, plugin, act: document.act[locale], point: pointOf(clause, plugin), edition, url, requires, interpretation };
  }
  const [path = '', from] = id.split('@');
  const law = from === undefined ? undefined : lookup.statutes.find(({ statute }) => path.startsWith(`${statute.id}/`));
  if (!law || from === undefined) return null;
  const { plugin, statute } = law;
  return {
    id,
    plugin,
    act: statute.act[locale],
    point: path.slice(statute.id.length + 1),
    edition: editionId(statute.id, { from }),
    url: statute.url ?? null,
    requires: null,
    interpretation: null,
  };
}

function lookupOf(extensions: Extensions): Lookup {
  let known = lookups.get(extensions);
  if (!known) {
    known = makeLookup(extensions);
    lookups.set(extensions, known);
  }
  return known;
}

function makeLookup(extensions: Extensions): Lookup {
  const clauses = new Map<string, { plugin: string; document: ClauseDocument; clause: ClauseSummary }>();
  for (const { plugin, value } of extensions.all(ruleClauses)) {
    const documents = new Map(value.documents.map((document) => [document.document, document]));
    for (const clause of value.clauses) clauses.set(clause.id, { plugin, document: documents.get(clause.document)!, clause });
  }
  const editionUrls = new Map<string, string>();
  for (const { value } of extensions.all(ruleEditions)) {
    for (const entry of value.timeline)
      if (entry.kind === 'EDITION' && entry.options.url) editionUrls.set(editionId(value.id, entry), entry.options.url);
  }
  return { clauses, statutes: extensions.all(ruleStatutes).map(({ plugin, value }) => ({ plugin, statute: value })), editionUrls };
}
