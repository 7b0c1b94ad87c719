import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exportJWK, type JWK } from 'jose';
import { type PackageVerdict, verifyPackage } from '../../modules/signatures';
import { installedPlugins } from '../../plugins';

const USAGE = `Usage: lexgraph verify FILE.zip --trust KEY [--trust KEY …] [--authority CERTIFICATE …] [--json]

Judges an evidence package without network or database.
  --trust      public seal key of the lender: JWK, JWK set or PEM (Ed25519)
  --authority  certificate (DER or PEM) of an authority that you believe; without it those in the package are taken at their word
Exit code: 0 it holds, 1 it does not, 2 it was not judged.
`;

/** Not judged: the files or arguments cannot be used. */
class UsageError extends Error {}

/** Runs the program with its arguments; answers what to print and the exit code. */
export async function run(argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly problem: string }> {
  try {
    const { code, out } = await judge(argv);
    return { code, out, problem: '' };
  } catch (error) {
    if (error instanceof UsageError || isWrongOption(error)) return { code: 2, out: '', problem: `${error.message}\n` };
    throw error;
  }
}

const isWrongOption = (error: unknown): error is Error => String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');

async function judge(argv: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      trust: { type: 'string', multiple: true, default: [] },
      authority: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb, path, ...more] = positionals;
  if (verb !== 'verify' || !path || more.length > 0) throw new UsageError(USAGE);
  if (values.trust.length === 0)
    throw new UsageError('Give the lender’s public seal key with --trust: a package that nobody is trusted for proves nothing.');
  const keys = (await Promise.all(values.trust.map(readKeys))).flat();
  const anchors = values.authority.map(readCertificateFile);
  const checks = installedPlugins.flatMap(({ evidenceChecks = [] }) => evidenceChecks);
  const verdict = await verifyPackage(read(path), { keys, anchors }, checks);
  const out = values.json ? `${JSON.stringify(verdict, null, 2)}\n` : report(path, verdict);
  return { code: verdict.holds ? 0 : 1, out };
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
}

async function readKeys(path: string): Promise<JWK[]> {
  const text = Buffer.from(read(path)).toString('utf8').trim();
  try {
    if (text.startsWith('-----')) {
      // A PEM names no key: it is tried whatever key the package names.
      return [await exportJWK(createPublicKey(text))];
    }
    const parsed = JSON.parse(text) as JWK | { keys: JWK[] };
    return 'keys' in parsed ? (parsed.keys as JWK[]) : [parsed as JWK];
  } catch {
    throw new UsageError(`${path} holds no public key: a JWK, a JWK set or PEM is expected.`);
  }
}

function readCertificateFile(path: string): Uint8Array {
  const bytes = Buffer.from(read(path));
  const pem = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/.exec(bytes.toString('latin1'));
  return pem ? Buffer.from(pem[1]!, 'base64') : bytes;
}

function report(path: string, { holds, steps, first, reported, manifest }: PackageVerdict): string {
  const lines = steps.map((step) => `${step.holds ? '  holds ' : '  BROKEN'}  ${step.part}: ${step.says}`);
  const about = manifest && holds ? ` Document ${manifest.documentId} of ${manifest.lender.name}.` : '';
  const words = reported.map((line) => `  ${line}`);
  return [
    holds ? `${path} holds.${about}` : `${path} does not hold: ${first!.part}, ${first!.says}`,
    'Proved:',
    ...lines,
    ...(words.length > 0 ? ['Only reported by the lender:', ...words] : []),
    '',
  ].join('\n');
}
