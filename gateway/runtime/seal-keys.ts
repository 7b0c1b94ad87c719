import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { type Sealer, type SealKey, sealPort, sealWith } from '../../modules/audit';
import type { Lender, LenderDirectory } from '../../modules/lenders';
import type { Adapter } from '../../schema/base';
import { ConfigError } from '../config';
import type { Route } from '../http';

export interface SealKeysOptions {
  /** JSON: lists of private keys (JWK, Ed25519, with `kid`) by the lenders' codes; the first key of a list seals. */
  readonly file: string;
  readonly lenders: LenderDirectory;
  /** The sandbox makes the keys that are missing; elsewhere a lender without a key stops the start. */
  readonly makeMissing: boolean;
}

/** The seal keys of all lenders, and where their public halves are read. @throws ConfigError naming the file and what it lacks */
export async function openSealKeys({ file, lenders, makeMissing }: SealKeysOptions) {
  const keys = readKeys(file);
  const without = lenders.all().filter(({ code }) => !keys[code]?.length);
  if (without.length > 0 && !makeMissing)
    throw new ConfigError(`SEAL_KEYS (${file}) has no seal key for ${without.map(({ code }) => code).join(', ')}.`);
  for (const lender of without) keys[lender.code] = [await newKey(lender)];
  if (without.length > 0) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 });
  }
  const sealer = sealWith((lenderId) => keys[lenders.byId(lenderId)?.code ?? ''] ?? []);
  const adapter: Adapter = { port: sealPort, name: 'seal-keys', simulated: false, create: () => sealer };
  return { adapter, routes: [publicKeysRoute(sealer, lenders)] };
}

function readKeys(file: string): Record<string, SealKey[]> {
  if (!existsSync(file)) return {};
  try {
    const keys = JSON.parse(readFileSync(file, 'utf8')) as Record<string, SealKey[]>;
    for (const list of Object.values(keys)) {
      if (list.some(({ kid, d, crv }) => !kid || !d || crv !== 'Ed25519')) throw new Error();
    }
    return keys;
  } catch {
    throw new ConfigError(`SEAL_KEYS (${file}) must be JSON with lists of private Ed25519 keys (JWK with \`kid\`) by lenders’ codes.`);
  }
}

async function newKey({ code }: Lender): Promise<SealKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `${code}-1` };
}

const PATH = '/seal-keys/';

/** `GET /seal-keys/<lender code>`: the lender's public seal keys as a JWK set, for everybody. */
function publicKeysRoute(sealer: Sealer, lenders: LenderDirectory): Route {
  return {
    path: PATH,
    methods: ['GET', 'HEAD'],
    handle(_request, response, url) {
      const lender = lenders.all().find(({ code }) => code === url.pathname.slice(PATH.length));
      response.writeHead(lender ? 200 : 404, { 'content-type': 'application/jwk-set+json' });
      response.end(JSON.stringify({ keys: lender ? sealer.publicKeys(lender.id) : [] }));
    },
  };
}
