import type { IncomingMessage, ServerResponse } from 'node:http';
import { compactDecrypt, importJWK } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { beltHash } from '../../digital-signature';
import { sandboxSign } from '../../test-authority/sandbox-authority';
import { TEXT_ENCRYPTION } from '../open-id-msi';
import type { MsiPerson } from '../person';
import type { SandboxProvider } from './provider';
import { readBody } from './read-body';

/** Signs texts with the keys that the sandbox's authority certified, as МСИ does for people who came by certificate. */
export class SandboxSigner {
  private readonly answered = new Map<string, string>();

  constructor(private readonly sandbox: SandboxProvider) {}

  /** The public key to which texts are encrypted. */
  keys(response: ServerResponse): void {
    const { kty, crv, x, y, use, alg, kid } = this.sandbox.textKey;
    const body = JSON.stringify({ keys: [{ kty, crv, x, y, use, alg, kid }] });
    response.writeHead(200, { 'content-type': 'application/jwk-set+json' }).end(body);
  }

  /** Takes a text encrypted to its key, with the grant of the person's identification; a repeat under one key gets the same answer. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = String(request.headers['idempotency-key'] ?? '');
    const person = await this.personOf(request);
    if (!person) return void response.writeHead(401, { 'www-authenticate': 'Bearer error="invalid_token"' }).end();
    const key = `${person.personalNumber}/${id}`;
    const body = this.answered.get(key) ?? (await this.sign(id, person, await readBody(request)));
    this.answered.set(key, body);
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body);
  }

  private async personOf({ headers }: IncomingMessage): Promise<MsiPerson | undefined> {
    const [, token] = /^Bearer ([\w.~+/-]+)$/.exec(headers.authorization ?? '') ?? [];
    const grant = token ? await this.sandbox.provider.AccessToken.find(token) : undefined;
    return grant?.isValid && grant.scopes.has('sign') ? this.sandbox.personOf(grant.accountId) : undefined;
  }

  private async sign(id: string, person: MsiPerson, jwe: Buffer): Promise<string> {
    const { plaintext } = await compactDecrypt(jwe.toString('ascii'), await importJWK(this.sandbox.textKey, TEXT_ENCRYPTION.alg), {
      keyManagementAlgorithms: [TEXT_ENCRYPTION.alg],
      contentEncryptionAlgorithms: [TEXT_ENCRYPTION.enc],
    });
    const { personalNumber, organisation } = person;
    const names = [person.familyName, person.givenName, person.patronymic].filter(Boolean).join(' ');
    const holder = {
      name: names,
      personalNumber,
      ...(organisation ? { organisation: organisation.name, position: organisation.position, unp: organisation.unp } : {}),
    };
    const signature = sandboxSign(plaintext, holder, Temporal.Now.instant());
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    return JSON.stringify({ id, hash: base64(beltHash(plaintext)), signature: base64(signature) });
  }
}
