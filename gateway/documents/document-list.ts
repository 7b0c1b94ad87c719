import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'graphql';
import { ConfigError } from '../config';

export interface DocumentListOptions {
  /** A JSON file `{"<sha256>": "<text>"}`, or a directory of such files, as the compilers of clients write them; null: an empty list. */
  readonly place: string | null;
  /** Milliseconds between looks at whether the files have changed. */
  readonly poll?: number;
  /** Told why a changed list was not taken; the one before stays. */
  readonly onFailure?: (error: unknown) => void;
}

/** The hexadecimal SHA-256 of a document's text in UTF-8. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The documents that an installation has listed, by the SHA-256 of their texts. The files are read again when they change. */
export class DocumentList {
  private texts: ReadonlyMap<string, string> = new Map();
  private state = '';
  private timer: NodeJS.Timeout | null = null;

  private constructor(private readonly options: DocumentListOptions) {}

  /** @throws ConfigError naming the file and the document that cannot be used */
  static async open(options: DocumentListOptions): Promise<DocumentList> {
    const list = new DocumentList(options);
    if (options.place === null) return list;
    await list.refresh();
    list.timer = setInterval(() => void list.refresh().catch((error) => options.onFailure?.(error)), options.poll ?? 5_000).unref();
    return list;
  }

  get size(): number {
    return this.texts.size;
  }

  textOf(hash: string): string | null {
    return this.texts.get(hash) ?? null;
  }

  close(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Reads the files if they are not those that were read last. */
  private async refresh(): Promise<void> {
    const files = await filesAt(this.options.place!);
    const state = JSON.stringify(files);
    if (state === this.state) return;
    // Also where they turn out wrong: a mistake is told of once, not at each look.
    this.state = state;
    const texts = new Map<string, string>();
    for (const { path } of files) for (const [hash, text] of await documentsIn(path)) texts.set(hash, text);
    this.texts = texts;
  }
}

async function filesAt(place: string): Promise<Array<{ path: string; changed: number; size: number }>> {
  try {
    const names = (await stat(place)).isDirectory() ? (await readdir(place)).filter((name) => name.endsWith('.json')).sort() : [null];
    return await Promise.all(
      names.map(async (name) => {
        const path = name === null ? place : join(place, name);
        const { mtimeMs, size } = await stat(path);
        return { path, changed: mtimeMs, size };
      }),
    );
  } catch {
    throw new ConfigError(`The list of documents cannot be read: there must be a file or a directory at ${place}.`);
  }
}

async function documentsIn(path: string): Promise<Array<readonly [string, string]>> {
  let list: unknown;
  try {
    list = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new ConfigError(`${path} is not JSON.`);
  }
  if (typeof list !== 'object' || list === null || Array.isArray(list)) {
    throw new ConfigError(`${path} must be an object of documents by their SHA-256.`);
  }
  return Object.entries(list).map(([id, text]) => {
    const hash = id.replace(/^sha256:/, '');
    if (typeof text !== 'string' || hashOf(text) !== hash) {
      throw new ConfigError(`${path}: the key "${id}" is not the SHA-256 of its document.`);
    }
    try {
      parse(text, { noLocation: true });
    } catch (error) {
      throw new ConfigError(`${path}: the document ${id} is not GraphQL: ${(error as Error).message}`);
    }
    return [hash, text] as const;
  });
}
