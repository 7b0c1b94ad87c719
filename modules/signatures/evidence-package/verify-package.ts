import type { JWK } from 'jose';
import { type AuditProof, checkpointBytes, firstNotIncluded, sealingKey } from '../../audit';
import { CANONICAL_FORM } from '../../documents';
import { type Files, readArchive } from './archive';
import {
  type DocumentStatement,
  type Manifest,
  PACKAGE_FORMAT,
  paths,
  readCanonicalJson,
  type SignatureStatement,
  sha256Of,
} from './manifest';

/** One thing that was looked at. `part`: the file that it is about. */
export interface Step {
  readonly step: string;
  readonly part: string;
  readonly holds: boolean;
  /** What now stands beyond the maker's word, or why it does not. */
  readonly says: string;
}

/** What a plugin's check is told of a package whose own parts hold. */
export interface CheckedPackage {
  readonly files: Files;
  readonly document: DocumentStatement;
  readonly signatures: readonly SignatureStatement[];
  /** Authorities' certificates (DER) that whoever verifies believes; none: those of the package are taken at their word. */
  readonly anchors: readonly Uint8Array[];
}

/** A check that a plugin adds for files of its own, such as digital signatures. Pure; must not throw. */
export interface EvidenceCheck {
  readonly id: string;
  /** Steps in order; nothing for a package that has none of its files. */
  check(checked: CheckedPackage): readonly Step[];
}

/** Whom the one who verifies believes. */
export interface PackageTrust {
  /** Public seal keys of the lender, with `kid`. */
  readonly keys: readonly JWK[];
  /** DER of certification authorities. */
  readonly anchors?: readonly Uint8Array[];
}

export interface PackageVerdict {
  readonly holds: boolean;
  readonly steps: readonly Step[];
  /** The first step that does not hold. */
  readonly first: Step | null;
  /** Statements of the lender that nothing in the package proves. */
  readonly reported: readonly string[];
  readonly manifest: Manifest | null;
}

class Broken extends Error {
  constructor(readonly step: Step) {
    super(step.says);
  }
}

/**
 * Judges a package with nothing but its octets, the lender's public seal keys and plugins' checks: no network, no database, no clock.
 * Stops at the first thing that does not hold.
 */
export async function verifyPackage(
  zip: Uint8Array,
  { keys, anchors = [] }: PackageTrust,
  checks: readonly EvidenceCheck[] = [],
): Promise<PackageVerdict> {
  const steps: Step[] = [];
  const done = (step: string, part: string, says: string) => void steps.push({ step, part, holds: true, says });
  const broken = (step: string, part: string, says: string): never => {
    throw new Broken({ step, part, holds: false, says });
  };
  let manifest: Manifest | null = null;
  try {
    const files = readArchive(zip) ?? broken('container', 'package', 'It is no archive in the one form that packages have.');
    done('container', 'package', 'The archive is in its one form: nothing is hidden between its files.');
    const read = <T>(step: string, path: string): T =>
      readCanonicalJson<T>(files.get(path)) ?? broken(step, path, 'It is missing, or not JSON in its one form.');

    manifest = read<Manifest>('seal', paths.manifest);
    if (manifest.format !== PACKAGE_FORMAT) broken('seal', paths.manifest, `Its format is not ${PACKAGE_FORMAT}.`);
    const key = await sealingKey(files.get(paths.manifest)!, textOf(files, paths.seal), keys);
    if (key === null) broken('seal', paths.seal, 'No key that you trust sealed this manifest.');
    done('seal', paths.seal, `The manifest was sealed with the key ${key}, which you trust.`);

    checkParts(files, manifest, done, broken);
    const document = read<DocumentStatement>('document', paths.record);
    if (document.id !== manifest.documentId) broken('document', paths.record, 'It is about another document than the manifest.');
    if (document.canonicalForm !== CANONICAL_FORM) broken('document', paths.record, `Its text has another form than ${CANONICAL_FORM}.`);
    if (sha256Of(files.get(paths.text) ?? new Uint8Array()) !== document.sha256)
      broken('document', paths.text, 'The text is not the one whose hash was recorded.');
    done('document', paths.text, `The text has the recorded SHA-256, ${document.sha256}.`);

    const signatures = [...files.keys()]
      .filter((path) => path.startsWith(paths.signatures) && path.endsWith('.json'))
      .map((path) => {
        const signature = read<SignatureStatement>('signatures', path);
        if (signature.digest !== document.sha256) broken('signatures', path, 'It was given for another text.');
        done('signatures', path, `The signature ${signature.identifier} was recorded for this very text.`);
        return signature;
      });

    for (const { check } of checks) {
      for (const step of check({ files, document, signatures, anchors })) {
        if (!step.holds) throw new Broken(step);
        steps.push(step);
      }
    }

    for (const { entries, checkpoint, seal } of read<readonly AuditProof[]>('audit', paths.audit)) {
      if (checkpoint.lenderId !== manifest.lender.id) broken('audit', paths.audit, 'A checkpoint is another lender’s.');
      if ((await sealingKey(checkpointBytes(checkpoint), seal, keys)) === null)
        broken('audit', paths.audit, `No key that you trust sealed checkpoint ${checkpoint.no}.`);
      const missing = firstNotIncluded({ entries, checkpoint });
      if (missing !== null) broken('audit', paths.audit, `Entry ${missing} does not stand in the log that was sealed.`);
      done('audit', paths.audit, `${entries.length} entries of the audit log stood in it at ${checkpoint.at}.`);
    }
    return { holds: true, steps, first: null, reported: reported(document, signatures, manifest), manifest };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { holds: false, steps: [...steps, error.step], first: error.step, reported: [], manifest };
  }
}

const textOf = (files: Files, path: string): string => Buffer.from(files.get(path) ?? []).toString('utf8');

function checkParts(
  files: Files,
  manifest: Manifest,
  done: (step: string, part: string, says: string) => void,
  broken: (step: string, part: string, says: string) => never,
): void {
  const listed = new Set(manifest.parts.map(({ path }) => path));
  for (const { path, bytes, sha256 } of manifest.parts) {
    const found = files.get(path);
    if (!found) broken('parts', path, 'The manifest lists it, and it is not there.');
    else if (found.length !== bytes || sha256Of(found) !== sha256) broken('parts', path, 'It is not the file that the manifest lists.');
  }
  for (const path of files.keys()) {
    if (!listed.has(path) && path !== paths.manifest && path !== paths.seal) broken('parts', path, 'The manifest does not list it.');
  }
  done('parts', paths.manifest, `All ${manifest.parts.length} files are those of the manifest, and there is no other.`);
}

/** Whoever reads the verdict must know where it ends: these are words of the lender, sealed and yet only words. */
function reported(document: DocumentStatement, signatures: readonly SignatureStatement[], manifest: Manifest): readonly string[] {
  return [
    `The document was made at ${document.createdAt} by the lender’s clock, and the package at ${manifest.madeAt}.`,
    'The printed pages show what the text says: the pages are made from it, and no hash connects the two.',
    ...signatures.map(
      ({ signer, method, signedAt, identifier }) =>
        `${signer.kind} signed by ${method} at ${signedAt}, identifier ${identifier}: the factors and their results are the lender’s record.`,
    ),
  ];
}
