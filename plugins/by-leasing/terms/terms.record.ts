import { createHash } from 'node:crypto';
import type { CommandContext } from '../../../modules/commands';
import { listLoader, statement } from '../../../modules/database';
import { enforce } from '../../../modules/rules';
import { cite } from '../cite';
import { type KnownTerms, lenderData } from '../lenders';
import type { TermsKind } from './terms-version.entity';

/** A version of the agreement or of the policy of personal data. */
export interface TermsVersion {
  readonly kind: TermsKind;
  readonly version: string;
  readonly orderNumber: string;
  readonly approvedOn: string;
  readonly title: string;
  readonly url: string;
  readonly text: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly changes: string;
  /** In force from this moment until the next one of its kind. */
  readonly publishedAt: Date;
  /** Whether the lender's own text is held here, and not only its place. */
  readonly held: boolean;
}

type TermsRow = Omit<TermsVersion, 'held'> & { readonly lenderId: string };

const published = statement<TermsRow>(
  'by_leasing_terms',
  `select lender_id as "lenderId", kind, version, order_number as "orderNumber", approved_on::text as "approvedOn", title, url, text,
     encode(sha256, 'hex') as sha256, changes, published_at as "publishedAt"
   from by_leasing.terms_version where lender_id = any($1) order by published_at desc, id desc`,
);

export const termsByLender = listLoader(published, (row) => row.lenderId);

export const digestOfText = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** All versions, the latest first: those published here, and those that the lender's data name. */
export function allVersions(lender: string, rows: readonly TermsRow[]): readonly TermsVersion[] {
  enforce(cite('by-leasing/0/header'));
  const brought = new Set(rows.map(({ kind, version }) => `${kind}/${version}`));
  const known = lenderData(lender).terms.filter(({ kind, version }) => !brought.has(`${kind}/${version}`));
  const held = rows.map(({ lenderId: _, ...row }): TermsVersion => ({ ...row, held: true }));
  return [...held, ...known.map(toVersion)].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}

/** The version that was in force at a moment; null before the first. */
export function versionAt(all: readonly TermsVersion[], kind: TermsKind, at: Date): TermsVersion | null {
  enforce(cite('by-leasing/3.3'));
  return all.find((one) => one.kind === kind && one.publishedAt.getTime() <= at.getTime()) ?? null;
}

export async function versionsOf(context: Pick<CommandContext, 'transaction' | 'lender'>): Promise<readonly TermsVersion[]> {
  return allVersions(context.lender.code, await context.transaction.query(published, [[context.lender.id]]));
}

export interface TermsInForce {
  readonly agreement: TermsVersion;
  /** Null while the lender has published none. */
  readonly policy: TermsVersion | null;
}

/** What is in force now. */
export async function termsInForce(context: Pick<CommandContext, 'transaction' | 'lender' | 'now'>): Promise<TermsInForce> {
  const [all, at] = [await versionsOf(context), new Date(context.now.epochMilliseconds)];
  const agreement = versionAt(all, 'AGREEMENT', at);
  if (!agreement) throw new Error(`No agreement of ${context.lender.code} is in force.`);
  return { agreement, policy: versionAt(all, 'PERSONAL_DATA_POLICY', at) };
}

function toVersion(known: KnownTerms): TermsVersion {
  const text = `${known.title}: ${known.url}`;
  return {
    ...known,
    text,
    sha256: digestOfText(text).toString('hex'),
    changes: '',
    publishedAt: new Date(known.publishedAt),
    held: false,
  };
}
