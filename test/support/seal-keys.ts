import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file with a fresh seal key for each lender, as an installation's owner makes it. */
export function sealKeysFile(lenders: readonly string[]): string {
  const keyOf = (code: string) => ({ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: `${code}-1` });
  const path = join(mkdtempSync(join(tmpdir(), 'seal-keys-')), 'seal-keys.json');
  writeFileSync(path, JSON.stringify(Object.fromEntries(lenders.map((code) => [code, [keyOf(code)]]))), { mode: 0o600 });
  return path;
}
