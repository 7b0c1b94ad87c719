import { randomBytes } from 'node:crypto';
import { type Adapter, SettingError } from '../../../schema/base';
import { openIdMsi } from './open-id-msi';
import { type Msi, MsiError, msiPort } from './port';
import { type SandboxMsi, startSandboxMsi } from './sandbox/server';

const URL_SETTING = 'BY_LEASING_MSI_URL';
const CLIENT_SETTING = 'BY_LEASING_MSI_CLIENT';
const CLIENT = /^([\w.~-]{1,100}):(\S{32,300})$/;

/** Settings: `BY_LEASING_MSI_URL`, the issuer, and `BY_LEASING_MSI_CLIENT`, `id:secret` (**assumed protocol**, docs/guides/adapters.md). */
export const msiAdapter: Adapter<Msi> = {
  port: msiPort,
  name: 'msi-openid',
  simulated: false,
  needs: [URL_SETTING, CLIENT_SETTING],
  create({ settings }) {
    const issuer = URL.parse(settings[URL_SETTING] ?? '');
    if (issuer?.protocol !== 'https:' || issuer.username || issuer.search || issuer.hash)
      throw new SettingError(URL_SETTING, 'must be an address that begins with https://, without a user, query or fragment');
    const [, clientId, clientSecret] = CLIENT.exec(settings[CLIENT_SETTING] ?? '') ?? [];
    if (!clientId || !clientSecret) throw new SettingError(CLIENT_SETTING, 'must be id:secret, the secret of 32 characters or more');
    return openIdMsi({ issuer, clientId, clientSecret });
  },
};

/** МСИ played by an OpenID provider on this machine, begun at first use. */
export const msiSimulator: Adapter<Msi> = {
  port: msiPort,
  name: 'msi-simulator',
  simulated: true,
  create({ onStop }) {
    const client = { clientId: 'lender', clientSecret: randomBytes(32).toString('base64url') };
    let started: Promise<{ readonly server: SandboxMsi; readonly msi: Msi }> | null = null;
    const playing = () => {
      started ??= play(client);
      return started;
    };
    onStop?.(async () => (await started)?.server.close());
    return {
      beginAuth: async (...request) => (await playing()).msi.beginAuth(...request),
      // Nothing was begun: no answer can be right.
      callback: async (...answer) => {
        if (!started) throw new MsiError('CODE_REFUSED');
        return (await playing()).msi.callback(...answer);
      },
      sign: async (request) => (await playing()).msi.sign(request),
    };
  },
};

async function play(client: { readonly clientId: string; readonly clientSecret: string }) {
  const server = await startSandboxMsi({ client_id: client.clientId, client_secret: client.clientSecret });
  return { server, msi: openIdMsi({ issuer: server.issuer, ...client, insecure: true }) };
}
