import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { definePort } from '../../schema/base';
import { type AddressPolicy, isAllowedAddress } from './address-policy';

/** A target whose addresses were looked up once and judged; the connection goes to these and to no others. */
export interface CheckedTarget {
  readonly url: URL;
  readonly addresses: readonly { readonly address: string; readonly family: 4 | 6 }[];
}

export type TargetRefusal = 'WEBHOOK_URL_INVALID' | 'WEBHOOK_HOST_UNKNOWN' | 'WEBHOOK_ADDRESS_REFUSED';

/** A target that nothing is sent to; says why, by a code. */
export class TargetRefused extends Error {
  override readonly name = 'TargetRefused';

  constructor(readonly code: TargetRefusal) {
    super(`The target of a webhook was refused: ${code}.`);
  }
}

/** Judges targets, at registration and again before each attempt: a name may lead elsewhere by then. */
export interface TargetGate {
  /** @throws TargetRefused */
  check(url: string): Promise<CheckedTarget>;
}

export const targetGatePort = definePort<TargetGate>('webhooks.target-gate');

export interface TargetGateOptions {
  readonly policy: AddressPolicy;
  /** All addresses of a host name; the system's name servers unless given. */
  readonly lookUp?: (host: string) => Promise<readonly string[]>;
}

const LONGEST_URL = 2_048;
const LOCALHOST = /(^|\.)localhost$/;

export function createTargetGate({ policy, lookUp = lookUpHost }: TargetGateOptions): TargetGate {
  return Object.freeze({
    async check(text: string): Promise<CheckedTarget> {
      const url = readTarget(text, policy);
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const found = isIP(host) ? [host] : await addressesOf(host, lookUp);
      if (found.length === 0) throw new TargetRefused('WEBHOOK_HOST_UNKNOWN');
      // One bad address of many is enough: which one a connection takes is not ours to say.
      if (!found.every((address) => isAllowedAddress(address, policy))) throw new TargetRefused('WEBHOOK_ADDRESS_REFUSED');
      return { url, addresses: found.map((address) => ({ address, family: isIP(address) as 4 | 6 })) };
    },
  });
}

function readTarget(text: string, policy: AddressPolicy): URL {
  const url = text.length <= LONGEST_URL ? URL.parse(text) : null;
  const protocols = policy === 'LOOPBACK_TOO' ? ['https:', 'http:'] : ['https:'];
  if (!url || !protocols.includes(url.protocol) || url.username || url.password || url.hash) throw new TargetRefused('WEBHOOK_URL_INVALID');
  return url;
}

/** RFC 6761 §6.3: `localhost` is this machine, whatever a name server says. */
async function addressesOf(host: string, lookUp: (host: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  return LOCALHOST.test(host.toLowerCase().replace(/\.$/, '')) ? ['127.0.0.1'] : lookUp(host);
}

/** Asks name servers without the thread pool that `dns.lookup` shares: a slow one holds up nobody else. */
async function lookUpHost(host: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}
