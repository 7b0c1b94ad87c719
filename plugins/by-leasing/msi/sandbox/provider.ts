import { randomBytes, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { ClientMetadata, Configuration, Provider } from 'oidc-provider';
import { METHOD_CLASS } from '../open-id-msi';
import { claimsOf, type MsiPerson } from '../person';
import { MemoryStore } from './memory-store';

const MINUTES = 60;

/** The provider with whom it knows: one exchange, one account. */
export interface SandboxProvider {
  readonly provider: Provider;
  /** The key to which texts are encrypted. */
  readonly textKey: JWK;
  /** МСИ's number of a new exchange about a person. */
  remember(person: MsiPerson): string;
  personOf(exchange: string): MsiPerson | undefined;
}

/** A real OpenID provider that plays МСИ: keys of its own at each start, everything in memory. */
export async function makeProvider(
  issuer: string,
  client: Required<Pick<ClientMetadata, 'client_id' | 'client_secret'>>,
): Promise<SandboxProvider> {
  const people = new Map<string, MsiPerson>();
  const [signing, textKey] = [await newKey('sig', 'ES256'), await newKey('enc', 'ECDH-ES+A256KW')];
  const configuration: Configuration = {
    adapter: MemoryStore,
    clients: [
      {
        ...client,
        redirect_uris: ['http://localhost/'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
        userinfo_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [signing] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    acrValues: Object.values(METHOD_CLASS),
    scopes: ['openid', 'identity', 'sign'],
    claims: { openid: ['sub', 'msi_request'], acr: null, auth_time: null, identity: IDENTITY_CLAIMS },
    discovery: { signing_endpoint: `${issuer}/sign`, signing_jwks_uri: `${issuer}/sign/keys` },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true }, rpInitiatedLogout: { enabled: false } },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], userinfoSigningAlgValues: ['ES256'] },
    ttl: {
      AccessToken: 60 * MINUTES,
      AuthorizationCode: MINUTES,
      Grant: 60 * MINUTES,
      IdToken: 10 * MINUTES,
      Interaction: 30 * MINUTES,
      Session: 30 * MINUTES,
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => {
      const person = people.get(accountId);
      return person && { accountId, claims: async () => ({ sub: accountId, msi_request: accountId, ...claimsOf(person) }) };
    },
    // Confirming the data is consenting to hand them over: there is no second page.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId });
      grant.addOIDCScope(String(oidc.params?.scope ?? ''));
      await grant.save();
      return grant;
    },
  };
  // Loaded only where it plays: production has no use for it.
  const { Provider: OpenIdProvider } = await import('oidc-provider');
  const provider = new OpenIdProvider(issuer, configuration);
  // Where the gateway listens is known only once it does; it is this machine in the sandbox.
  provider.Client.prototype.redirectUriAllowed = (uri: string) => isOwnCallback(uri);
  return {
    provider,
    textKey,
    remember(person) {
      const exchange = randomUUID();
      people.set(exchange, person);
      return exchange;
    },
    personOf: (exchange) => people.get(exchange),
  };
}

const IDENTITY_CLAIMS = [
  'personal_number',
  'family_name',
  'given_name',
  'patronymic',
  'birthdate',
  'citizenship',
  'document',
  'address_text',
  'changed_on',
  'organisation',
];

const CALLBACK = '/by-leasing/msi/callback';

function isOwnCallback(uri: string): boolean {
  const url = URL.parse(uri);
  return url?.pathname === CALLBACK && !url.search && !url.hash;
}

async function newKey(use: 'sig' | 'enc', alg: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { crv: 'P-256', extractable: true });
  return { ...(await exportJWK(privateKey)), use, alg, kid: randomUUID() };
}
