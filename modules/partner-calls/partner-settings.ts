import { SettingError } from '../../schema/base';

/** Where a partner is, and the secret that it knows us by. */
export interface PartnerSettings {
  readonly url: URL;
  readonly keyId: string;
  readonly secret: Buffer;
}

const KEY = /^([\w.-]{1,64}):([A-Za-z0-9+/_-]+={0,2})$/;
const SECRET_BYTES = 32;

/** The two settings of a partner called `CARD`: `CARD_URL` and `CARD_KEY`. */
export const partnerSettingNames = (name: string): readonly [string, string] => [`${name}_URL`, `${name}_KEY`];

/**
 * Reads `<NAME>_URL` (`https://…`) and `<NAME>_KEY` (`id:base64`, at least 32 bytes).
 * @throws SettingError naming the setting, never its value
 */
export function readPartnerSettings(settings: Readonly<Record<string, string | undefined>>, name: string): PartnerSettings {
  const [urlName, keyName] = partnerSettingNames(name);
  const url = URL.parse(settings[urlName] ?? '');
  if (url?.protocol !== 'https:') throw new SettingError(urlName, 'must be an address that begins with https://');
  if (url.username || url.password || url.search || url.hash)
    throw new SettingError(urlName, 'must be an address without a user, a query or a fragment');
  const [, keyId, secretText] = KEY.exec(settings[keyName] ?? '') ?? [];
  const secret = Buffer.from(secretText ?? '', 'base64');
  if (!keyId || secret.length < SECRET_BYTES)
    throw new SettingError(keyName, `must be id:base64 with a secret of at least ${SECRET_BYTES} bytes`);
  return { url, keyId, secret };
}
