import type { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { uphold } from '../../../modules/rules';
import { type DutyName, dutyOf } from '../lenders';
import { allPublications, currentPublication, readPublications } from './publication.record';
import { type Publication, type PublicationKind, publicationKinds } from './publication-kind';

/** All versions of the lender's published documents, the latest first. */
export async function publicationsOf(context: CommandContext): Promise<readonly Publication[]> {
  return allPublications(context.lender.code, await context.transaction.query(readPublications, [[context.lender.id]]));
}

/** The version of a document in force on a day, today unless said; `null` where none is published. */
export async function publishedOn(
  context: CommandContext,
  kind: PublicationKind,
  on: Temporal.PlainDate = context.today,
): Promise<Publication | null> {
  return currentPublication(await publicationsOf(context), kind, on);
}

/** Kinds of documents that are published today, as facts of the rules: `publishedKinds`. */
export async function publishedKinds(context: CommandContext): Promise<readonly PublicationKind[]> {
  const all = await publicationsOf(context);
  return publicationKinds.filter((kind) => currentPublication(all, kind, context.today));
}

/**
 * The current version of a document that the lender's rules want to be published.
 * @throws Refusal RU_MFO_PUBLISHED_DOCUMENT_MISSING; `null` only where the rules do not ask for it
 */
export async function requirePublished(context: CommandContext, kind: PublicationKind, duty: DutyName): Promise<Publication | null> {
  const publication = await publishedOn(context, kind);
  const demands = dutyOf(context.lender.code, duty);
  if (demands.length === 0) return publication;
  const missing = uphold(demands, publication !== null, 'RU_MFO_PUBLISHED_DOCUMENT_MISSING', { document: kind });
  if (missing) throw new Refusal([missing]);
  return publication;
}

/** Where an edition of the lender's rules is made known: `SITE` when a version of its rules was published for it. */
export async function editionShownIn(context: CommandContext, editionId: string): Promise<readonly string[]> {
  const all = await publicationsOf(context);
  return all.some((one) => one.kind === 'RULES' && one.editionId === editionId) ? ['SITE'] : [];
}
