import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { type Adapter, definePort, SettingError } from '../../../schema/base';
import { readCertificate, readRevocationList } from '../digital-signature';
import { sandboxAnchors, sandboxRevocationLists } from '../test-authority/sandbox-authority';

/** Octets (DER) by which digital signatures are judged: whom the lender believes, and what those authorities say of revocations. */
export interface TrustFiles {
  readonly anchors: readonly Uint8Array[];
  readonly intermediates: readonly Uint8Array[];
  readonly revocationLists: readonly Uint8Array[];
}

/** Certification authorities (удостоверяющие центры) and their lists of revoked certificates. Read out of transactions. */
export interface TrustSource {
  load(at: Temporal.Instant): Promise<TrustFiles>;
}

export const trustPort = definePort<TrustSource>('by-leasing.trust');

const DIRECTORY = 'BY_LEASING_TRUST_DIR';

/**
 * Files of a directory, read anew each time so that whoever fetches new lists only replaces files: `anchors/*.cer`,
 * `intermediates/*.cer`, `lists/*.crl`, all DER.
 */
export function directoryTrust(directory: string): TrustSource {
  const files = async (folder: string, suffix: string): Promise<Uint8Array[]> => {
    const names = await readdir(join(directory, folder)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return Promise.all(
      names
        .filter((name) => name.endsWith(suffix))
        .sort()
        .map((name) => readFile(join(directory, folder, name))),
    );
  };
  return {
    async load() {
      const [anchors, intermediates, revocationLists] = await Promise.all([
        files('anchors', '.cer'),
        files('intermediates', '.cer'),
        files('lists', '.crl'),
      ]);
      // What cannot be read is told at once, by its place: a list that silently counts for nothing would let a revoked key sign.
      for (const der of [...anchors, ...intermediates])
        if (!readCertificate(der)) throw new Error(`${directory} holds an unreadable .cer.`);
      for (const der of revocationLists) if (!readRevocationList(der)) throw new Error(`${directory} holds an unreadable .crl.`);
      return { anchors, intermediates, revocationLists };
    },
  };
}

/** Setting: `BY_LEASING_TRUST_DIR`, a directory with `anchors/*.cer`, `intermediates/*.cer` and `lists/*.crl` (DER). */
export const trustAdapter: Adapter<TrustSource> = {
  port: trustPort,
  name: 'trust-directory',
  simulated: false,
  needs: [DIRECTORY],
  create({ settings }) {
    const directory = settings[DIRECTORY];
    if (!directory) throw new SettingError(DIRECTORY, 'must name a directory.');
    return directoryTrust(directory);
  },
};

/** Believes the sandbox's authority; its lists are made anew each hour. */
export function sandboxTrust(): TrustSource {
  let made: { readonly hour: string; readonly lists: readonly Uint8Array[] } | null = null;
  return {
    async load(at) {
      const hour = at.toString().slice(0, 13);
      if (made?.hour !== hour) made = { hour, lists: sandboxRevocationLists(at) };
      return { anchors: sandboxAnchors(), intermediates: [], revocationLists: made.lists };
    },
  };
}

export const trustSimulator: Adapter<TrustSource> = { port: trustPort, name: 'trust-sandbox', simulated: true, create: sandboxTrust };
