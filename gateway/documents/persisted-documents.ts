import type { Caller } from '../../modules/access';
import { LruCache } from '../executor';
import { type DocumentList, hashOf } from './document-list';
import { documentErrors } from './documents.errors';

/** The part of a request that says which document is meant; any of it may be of any kind. */
export interface DocumentRequest {
  readonly query?: unknown;
  /** `sha256:…`, as the appendix of GraphQL over HTTP on persisted documents has it. */
  readonly documentId?: unknown;
  /** `persistedQuery: {version: 1, sha256Hash}` is the same id as the older automatic persisted queries send it. */
  readonly extensions?: unknown;
}

/** Texts that callers had remembered by their ids, in this process. */
const REMEMBERED = { documents: 1_000, longest: 16_384 };

/** Finds the text of a request's document, and sees to it that some kinds of callers send listed ones only. */
export class PersistedDocuments {
  private readonly remembered = new LruCache<string, string>(REMEMBERED.documents);

  /** @param listedOnly kinds of callers who may send nothing but what is listed */
  constructor(
    private readonly list: Pick<DocumentList, 'textOf'>,
    private readonly listedOnly: ReadonlySet<Caller['kind']> = new Set(),
  ) {}

  /**
   * The text that the request means; what it holds in place of a text when that is no text and no id is given.
   * @throws PERSISTED_QUERY_NOT_FOUND, PERSISTED_DOCUMENT_REQUIRED, DOCUMENT_ID_INVALID, DOCUMENT_ID_MISMATCH
   */
  textOf(request: DocumentRequest, { kind }: Pick<Caller, 'kind'>): unknown {
    const hash = hashIn(request);
    // A message on a socket must have a text: where an id stands for it, it is empty.
    const query = hash !== null && request.query === '' ? undefined : request.query;
    const mustBeListed = this.listedOnly.has(kind);
    if (hash === null) {
      if (mustBeListed && typeof query === 'string') this.requireListed(hashOf(query), kind);
      return query;
    }
    if (typeof query !== 'string') {
      const text = this.list.textOf(hash) ?? (mustBeListed ? null : this.remembered.get(hash));
      if (text == null) throw documentErrors.error('PERSISTED_QUERY_NOT_FOUND');
      return text;
    }
    if (hashOf(query) !== hash) throw documentErrors.error('DOCUMENT_ID_MISMATCH');
    if (mustBeListed) this.requireListed(hash, kind);
    else if (query.length <= REMEMBERED.longest) this.remembered.set(hash, query);
    return query;
  }

  private requireListed(hash: string, kind: Caller['kind']): void {
    if (this.list.textOf(hash) === null) throw documentErrors.error('PERSISTED_DOCUMENT_REQUIRED', { kind });
  }
}

/** @throws DOCUMENT_ID_INVALID */
function hashIn({ documentId, extensions }: DocumentRequest): string | null {
  const persisted = (extensions as { persistedQuery?: { version?: unknown; sha256Hash?: unknown } | null } | null | undefined)
    ?.persistedQuery;
  if (documentId == null && persisted == null) return null;
  const hash = documentId != null ? /^sha256:([0-9a-f]{64})$/.exec(String(documentId))?.[1] : String(persisted?.sha256Hash);
  const wellFormed = hash !== undefined && /^[0-9a-f]{64}$/.test(hash) && (documentId != null || persisted?.version === 1);
  if (!wellFormed) throw documentErrors.error('DOCUMENT_ID_INVALID');
  return hash;
}
