import { isAllowedAddress } from './address-policy';
import { createTargetGate } from './target-gate';

const names: Record<string, readonly string[]> = {
  'public.example': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'inside.example': ['10.1.2.3'],
  'mixed.example': ['93.184.215.14', '127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'nowhere.example': [],
};
const lookUp = async (host: string) => names[host] ?? [];
const production = createTargetGate({ policy: 'PUBLIC', lookUp });
const sandbox = createTargetGate({ policy: 'LOOPBACK_TOO', lookUp });
const codeOf = (check: Promise<unknown>) => check.then(() => null).catch(({ code }) => code);

describe('in production', () => {
  it.each([
    ['an address of this machine', '127.0.0.1'],
    ['another of this machine', '127.8.9.1'],
    ['no address', '0.0.0.0'],
    ['a private one', '10.0.0.1'],
    ['a private one', '172.16.0.1'],
    ['a private one', '192.168.1.1'],
    ['link-local: metadata of clouds', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['metadata behind carrier-grade NAT', '100.100.100.200'],
    ['a platform’s own', '168.63.129.16'],
    ['for protocols', '192.0.0.192'],
    ['for documentation', '192.0.2.1'],
    ['for benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['loopback', '::1'],
    ['no address', '::'],
    ['link-local', 'fe80::1'],
    ['unique local', 'fd00:ec2::254'],
    ['site-local', 'fec0::1'],
    ['a mapped address of this machine', '::ffff:127.0.0.1'],
    ['a mapped private one', '::ffff:a00:1'],
    ['a compatible one', '::127.0.0.1'],
    ['a translated one', '64:ff9b::7f00:1'],
    ['a translated one of a site', '64:ff9b:1::1'],
    ['6to4 of this machine', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['for documentation', '2001:db8::1'],
    ['nobody’s', '4000::1'],
    ['no address at all', 'example.org'],
  ])('%s is refused: %s', (_what, address) => {
    expect(isAllowedAddress(address, 'PUBLIC')).toBe(false);
  });

  it.each(['93.184.215.14', '2606:4700::1111', '::ffff:8.8.8.8'])('the public address %s is taken', (address) => {
    expect(isAllowedAddress(address, 'PUBLIC')).toBe(true);
  });

  it('a target is taken with all the addresses that were checked', async () => {
    const { addresses, url } = await production.check('https://public.example/hooks?tenant=1');
    expect(addresses).toEqual([
      { address: '93.184.215.14', family: 4 },
      { address: '2606:2800:21f:cb07:6820:80da:af6b:8b2c', family: 6 },
    ]);
    expect(url.pathname + url.search).toBe('/hooks?tenant=1');
  });

  it.each([
    ['https://inside.example/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://mixed.example/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://metadata.example/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://localhost/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://LOCALHOST./', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://anything.localhost/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://127.1/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://0x7f000001/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://2130706433/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://[::1]/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://[::ffff:10.0.0.1]/', 'WEBHOOK_ADDRESS_REFUSED'],
    ['https://nowhere.example/', 'WEBHOOK_HOST_UNKNOWN'],
    ['http://public.example/', 'WEBHOOK_URL_INVALID'],
    ['https://user@public.example/', 'WEBHOOK_URL_INVALID'],
    ['https://public.example/#part', 'WEBHOOK_URL_INVALID'],
    ['ftp://public.example/', 'WEBHOOK_URL_INVALID'],
    ['not an address', 'WEBHOOK_URL_INVALID'],
    [`https://public.example/${'a'.repeat(2_048)}`, 'WEBHOOK_URL_INVALID'],
  ])('%s is refused', async (url, code) => {
    expect(await codeOf(production.check(url))).toBe(code);
  });

  it('a name that leads elsewhere by the next attempt is refused then', async () => {
    let answer = ['93.184.215.14'];
    const gate = createTargetGate({ policy: 'PUBLIC', lookUp: async () => answer });
    expect(await codeOf(gate.check('https://rebound.example/'))).toBeNull();
    answer = ['127.0.0.1'];
    expect(await codeOf(gate.check('https://rebound.example/'))).toBe('WEBHOOK_ADDRESS_REFUSED');
  });
});

describe('in the sandbox', () => {
  it.each(['http://127.0.0.1:8080/', 'https://localhost/', 'http://[::1]/', 'https://public.example/'])('%s is taken', async (url) => {
    expect(await codeOf(sandbox.check(url))).toBeNull();
  });

  it.each(['http://10.0.0.1/', 'http://169.254.169.254/', 'https://inside.example/', 'http://[::127.0.0.1]/'])(
    '%s is refused',
    async (url) => {
      expect(await codeOf(sandbox.check(url))).toBe('WEBHOOK_ADDRESS_REFUSED');
    },
  );
});
