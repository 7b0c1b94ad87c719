import ipaddr from 'ipaddr.js';

/** `PUBLIC`: only addresses of the public internet. `LOOPBACK_TOO`: also this machine, for the sandbox. */
export type AddressPolicy = 'PUBLIC' | 'LOOPBACK_TOO';

/** What IANA has given out for global unicast so far; the rest of the space is nobody's. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Public by their number, and yet a cloud's inside: the platform's address of virtual machines. */
const INSIDE_OF_CLOUDS: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether a delivery may go to an address. Private, loopback, link-local (metadata services), carrier-grade NAT, unique local,
 * documentation, benchmarking, multicast and reserved ranges may not, nor IPv6 addresses that carry or translate to another one;
 * a mapped IPv4 address is judged as what it maps.
 */
export function isAllowedAddress(text: string, policy: AddressPolicy): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  const range = address.range();
  if (range === 'loopback') return policy === 'LOOPBACK_TOO' && isPlainLoopback(address);
  if (range !== 'unicast' || INSIDE_OF_CLOUDS.has(address.toString())) return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_V6);
}

/** `::127.0.0.1` is an address of no use to anybody honest. */
function isPlainLoopback(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address instanceof ipaddr.IPv4 || address.toString() === '::1';
}
