import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SettingError } from '../../../schema/base';
import { decodePart } from '../decode-part';

/** How mail goes out, and in whose name. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** `true`: TLS from the first octet; `false`: STARTTLS, without which nothing is said. */
  readonly tls: boolean;
  readonly user: string;
  readonly password: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly dkim: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string } | null;
}

const ADDRESS = /^[^\s@<>",;:]{1,64}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)$/i;
const MAILBOX = /^(?:"?([^"<>\p{Cc}]{0,100}?)"?\s*<([^<>]+)>|([^<>\s]+))$/u;
const DOMAIN = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i;
const SELECTOR = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/i;

/**
 * Reads `SMTP_URL` (`smtps://user:password@host:465`, or `smtp://…:587` for STARTTLS), `MAIL_FROM` (`Name <address>`), and for a
 * signature of our own `DKIM_DOMAIN`, `DKIM_SELECTOR`, `DKIM_KEY_FILE` (PEM).
 * @throws SettingError
 */
export function readMailSettings(settings: Readonly<Record<string, string | undefined>>): MailSettings {
  const url = URL.parse(settings.SMTP_URL ?? '');
  const refuse = (complaint: string) => new SettingError('SMTP_URL', complaint);
  if (url?.protocol !== 'smtps:' && url?.protocol !== 'smtp:') throw refuse('must begin with smtps:// or, for STARTTLS, smtp://');
  if (!url.hostname || !url.username || !url.password) throw refuse('must name a user, a password and a host');
  if (url.search || url.hash || !['', '/'].includes(url.pathname)) throw refuse('must end after the host and port');
  const tls = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : tls ? 465 : 587,
    tls,
    user: decodePart('SMTP_URL', url.username),
    password: decodePart('SMTP_URL', url.password),
    from: readFrom(settings.MAIL_FROM ?? ''),
    dkim: readDkim(settings),
  };
}

function readFrom(text: string): MailSettings['from'] {
  const [, name = '', inBrackets, alone] = MAILBOX.exec(text.trim()) ?? [];
  const address = inBrackets ?? alone ?? '';
  if (!ADDRESS.test(address)) throw new SettingError('MAIL_FROM', 'must be an address or Name <address>');
  return { name: name.trim(), address };
}

function readDkim({
  DKIM_DOMAIN: domainName,
  DKIM_SELECTOR: keySelector,
  DKIM_KEY_FILE: file,
}: Readonly<Record<string, string | undefined>>) {
  if (!domainName && !keySelector && !file) return null;
  if (!domainName || !DOMAIN.test(domainName)) throw new SettingError('DKIM_DOMAIN', 'must be the domain that signs');
  if (!keySelector || !SELECTOR.test(keySelector)) throw new SettingError('DKIM_SELECTOR', 'must be the selector of the key');
  try {
    const privateKey = readFileSync(file ?? '', 'utf8');
    createPrivateKey(privateKey);
    return { domainName, keySelector, privateKey };
  } catch {
    throw new SettingError('DKIM_KEY_FILE', 'must be the path of a private key in PEM');
  }
}
