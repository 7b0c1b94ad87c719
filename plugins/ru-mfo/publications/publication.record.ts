import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { listLoader, statement } from '../../../modules/database';
import { lenderData } from '../lenders';
import type { KnownPublication, Publication, PublicationKind } from './publication-kind';

export interface PublicationRow {
  readonly lenderId: string;
  readonly id: string;
  readonly kind: PublicationKind;
  readonly version: string;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly editionId: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly sha256: string;
  readonly publishedAt: Date;
}

/** All versions that a lender published, the latest first. */
export const readPublications = statement<PublicationRow>(
  'ru_mfo_publications',
  `select lender_id as "lenderId", id, kind, version, title, effective_from::text as "effectiveFrom", edition_id as "editionId", url, text,
     encode(sha256, 'hex') as sha256, published_at as "publishedAt"
   from ru_mfo.publication where lender_id = any($1) order by effective_from desc, published_at desc, id desc`,
);

export const publicationRowsByLender = listLoader(readPublications, (row) => row.lenderId);

export const digestOfText = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** What a lender published, with the versions that its data bring along; a published text takes the place of a known one. */
export function allPublications(lender: string, rows: readonly PublicationRow[]): readonly Publication[] {
  const brought = new Set(rows.map(({ kind, version }) => `${kind}/${version}`));
  const known = (lenderData(lender)?.publications ?? [])
    .filter(({ kind, version }) => !brought.has(`${kind}/${version}`))
    .map(toPublication);
  const held = rows.map(({ lenderId: _, ...row }): Publication => ({ ...row, held: true }));
  return [...held, ...known].sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
}

/** The version of a document in force on a day; `null` where none is. */
export function currentPublication(all: readonly Publication[], kind: PublicationKind, on: Temporal.PlainDate): Publication | null {
  const day = on.toString();
  return all.find((one) => one.kind === kind && one.effectiveFrom <= day) ?? null;
}

function toPublication({ editionId, ...known }: KnownPublication): Publication {
  const text = known.url ? `${known.title}: ${known.url}` : known.title;
  return {
    ...known,
    id: null,
    editionId: editionId ?? null,
    text,
    sha256: digestOfText(text).toString('hex'),
    publishedAt: new Date(`${known.effectiveFrom}T00:00:00Z`),
    held: false,
  };
}
