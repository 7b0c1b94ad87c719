import { SettingError } from '../../../schema/base';
import { decodePart } from '../decode-part';

/** How to reach an operator's message centre, and how it wants its messages. */
export interface SmsSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly password: string;
  readonly systemType: string;
  /** What the phone shows as sender: a name of up to 11 characters, or a number. */
  readonly source: string;
  /** Requests that may wait for their answers at a time. */
  readonly window: number;
  /** Short messages a second that the operator takes. */
  readonly perSecond: number;
  /** Who cuts long texts: we, with a user data header, or the operator, from `message_payload`. */
  readonly long: 'HEADER' | 'PAYLOAD';
}

const NAME = 'SMS_URL';
const PORTS = { 'smpp:': 2775, 'smpps:': 3550 } as const;
const SOURCE = /^(?:\+?\d{3,15}|[A-Za-z0-9 ._-]{1,11})$/;
const OPTIONS = new Set(['source', 'systemType', 'window', 'perSecond', 'long', 'plain']);

/**
 * Reads `SMS_URL`: `smpps://systemId:password@host:port?source=NAME`; options `systemType`, `window`, `perSecond`, `long=payload`.
 * Without TLS (`smpp://`) codes and numbers can be read on their way: only with `plain=private`, for a channel that is closed otherwise.
 * @throws SettingError
 */
export function readSmsSettings(settings: Readonly<Record<string, string | undefined>>): SmsSettings {
  const url = URL.parse(settings[NAME] ?? '');
  if (url?.protocol !== 'smpps:' && url?.protocol !== 'smpp:') throw refusal('must begin with smpps://');
  const { protocol, hostname, searchParams } = url;
  const option = (name: string) => searchParams.get(name) ?? '';
  for (const name of searchParams.keys()) if (!OPTIONS.has(name)) throw refusal(`may have ${[...OPTIONS].join(', ')} and no other option`);
  const tls = protocol === 'smpps:';
  if (!tls && option('plain') !== 'private')
    throw refusal('must begin with smpps://, or say plain=private where a private channel protects it');
  if (!hostname || !url.username || !url.password) throw refusal('must name a system id, a password and a host');
  if (!SOURCE.test(option('source'))) throw refusal('must have source=, a number or a name of up to 11 Latin letters and digits');
  if (!['', 'header', 'payload'].includes(option('long'))) throw refusal('may have long=header or long=payload');
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : PORTS[protocol],
    tls,
    systemId: decodePart(NAME, url.username),
    password: decodePart(NAME, url.password),
    systemType: option('systemType'),
    source: option('source'),
    window: count('window', option('window') || '10', 1_000),
    perSecond: count('perSecond', option('perSecond') || '20', 10_000),
    long: option('long') === 'payload' ? 'PAYLOAD' : 'HEADER',
  };
}

function count(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) throw refusal(`must have a ${name} from 1 to ${most}`);
  return value;
}

const refusal = (complaint: string) => new SettingError(NAME, complaint);
