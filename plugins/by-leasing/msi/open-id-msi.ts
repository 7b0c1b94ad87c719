import { CompactEncrypt, importJWK, type JWK } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchProtectedResource,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client';
import { Temporal } from 'temporal-polyfill';
import { enforce } from '../../../modules/rules';
import { cite } from '../cite';
import { faultOf, requestIdOf } from './faults';
import { readPerson } from './person';
import { type Msi, type MsiAnswer, MsiError, type MsiMethod, type MsiSecrets, type MsiSignature } from './port';

export interface OpenIdMsiOptions {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Plain HTTP, on this machine, for the sandbox alone. */
  readonly insecure?: boolean;
}

/** What is asked of МСИ for a method, and what its answer must say that it did. */
export const METHOD_CLASS: Readonly<Record<MsiMethod, string>> = {
  PERSONAL_DATA: 'urn:by:msi:personal-data',
  CERTIFICATE: 'urn:by:msi:certificate',
};

/** The encryption of texts on their way to be signed: to МСИ's own key, so that nothing on the way reads them. */
export const TEXT_ENCRYPTION = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM' } as const;

const SECONDS = 10;
const IDENTITY_SCOPE = 'identity';
const SIGNING_SCOPE = 'sign';
const MAX_KEYS = 65_536;

/**
 * МСИ as an OpenID provider: authorisation code with PKCE, state and nonce, signed answers (**assumed protocol**, docs/guides/adapters.md).
 * Connects at first use; what an answer says is believed only with its signature, issuer, audience and moment checked.
 */
export function openIdMsi(options: OpenIdMsiOptions): Msi {
  let connected: Promise<Configuration> | null = null;
  const connect = (): Promise<Configuration> => {
    connected ??= discover(options).catch((error: unknown) => {
      connected = null;
      throw new MsiError(faultOf(error) === 'UNTRUSTED' ? 'UNTRUSTED' : 'UNREACHABLE');
    });
    return connected;
  };
  return {
    async beginAuth(method, redirectUri, state) {
      const configuration = await connect();
      const secrets = { state, nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: ['openid', IDENTITY_SCOPE, ...(method === 'CERTIFICATE' ? [SIGNING_SCOPE] : [])].join(' '),
        acr_values: METHOD_CLASS[method],
        state,
        nonce: secrets.nonce,
        code_challenge: await calculatePKCECodeChallenge(secrets.codeVerifier),
        code_challenge_method: 'S256',
        // Data are confirmed anew each time: nobody goes on in what somebody else has left open.
        prompt: 'login',
      });
      return { ...secrets, url: url.href };
    },
    async callback(answer, method, secrets) {
      const configuration = await connect();
      try {
        return await trade(configuration, answer, method, secrets);
      } catch (error) {
        throw error instanceof MsiError ? error : new MsiError(faultOf(error), requestIdOf(answer));
      }
    },
    async sign({ id, grant, text }) {
      const configuration = await connect();
      try {
        return await askForSignature(configuration, id, grant, text);
      } catch (error) {
        throw error instanceof MsiError ? error : new MsiError(faultOf(error));
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret, insecure }: OpenIdMsiOptions): Promise<Configuration> {
  const metadata = { userinfo_signed_response_alg: 'ES256', id_token_signed_response_alg: 'ES256' };
  // By default the signature of an ID token is left to TLS alone: here the data are evidence and must carry their own.
  const execute = [enableNonRepudiationChecks, ...(insecure ? [allowInsecureRequests] : [])];
  return discovery(issuer, clientId, metadata, ClientSecretBasic(clientSecret), { timeout: SECONDS, execute });
}

async function trade(configuration: Configuration, answer: URL, method: MsiMethod, secrets: MsiSecrets): Promise<MsiAnswer> {
  const tokens = await authorizationCodeGrant(configuration, answer, {
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.codeVerifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims()!;
  const requestId = typeof claims.msi_request === 'string' ? claims.msi_request : claims.sub;
  if (claims.acr !== METHOD_CLASS[method]) throw new MsiError('METHOD_MISMATCH', requestId);
  const person = readPerson(await fetchUserInfo(configuration, tokens.access_token, claims.sub));
  if (!person || (method === 'CERTIFICATE' && !person.organisation)) throw new MsiError('DATA_INCOMPLETE', requestId);
  const maySign = method === 'CERTIFICATE' && (tokens.scope ?? '').split(' ').includes(SIGNING_SCOPE);
  return { requestId, method, person, signingGrant: maySign ? tokens.access_token : null };
}

async function askForSignature(configuration: Configuration, id: string, grant: string, text: Uint8Array): Promise<MsiSignature> {
  const metadata = configuration.serverMetadata();
  const [url, keys] = [metadata.signing_endpoint, metadata.signing_jwks_uri].map((at) => URL.parse(typeof at === 'string' ? at : ''));
  const { origin } = new URL(metadata.issuer);
  if (url?.origin !== origin || keys?.origin !== origin) throw new MsiError('UNTRUSTED');
  enforce(cite('by-leasing/7.9/to-msi'));
  const key = await encryptionKey(keys);
  const jwe = await new CompactEncrypt(text)
    .setProtectedHeader({ ...TEXT_ENCRYPTION, kid: key.kid, iat: Temporal.Now.instant().epochMilliseconds })
    .encrypt(await importJWK(key, TEXT_ENCRYPTION.alg));
  const headers = new Headers({ 'content-type': 'application/jose', 'idempotency-key': id });
  const response = await fetchProtectedResource(configuration, grant, url, 'POST', jwe, headers);
  if (response.status === 401 || response.status === 403) throw new MsiError('GRANT_REFUSED');
  if (!response.ok) throw new MsiError('UNREACHABLE');
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  if (body.id !== id || typeof body.hash !== 'string' || typeof body.signature !== 'string') throw new MsiError('UNTRUSTED');
  return { hash: Buffer.from(body.hash, 'base64'), signature: Buffer.from(body.signature, 'base64') };
}

/** МСИ's key for encryption, from where it publishes its keys; asked each time, for keys change. */
async function encryptionKey(uri: URL): Promise<JWK> {
  const response = await fetch(uri, { signal: AbortSignal.timeout(SECONDS * 1_000), redirect: 'error' });
  const text = await response.text();
  if (!response.ok || text.length > MAX_KEYS) throw new MsiError('UNREACHABLE');
  const { keys } = JSON.parse(text) as { keys?: readonly JWK[] };
  const key = keys?.find(({ use, kty }) => use === 'enc' && kty === 'EC');
  if (!key) throw new MsiError('UNREACHABLE');
  return key;
}
