import { ConfigError, readConfig } from '.';

describe('configuration', () => {
  it('is a sandbox on this machine when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ mode: 'sandbox', host: '127.0.0.1', port: 4000, introspection: true });
  });

  it('names every setting that production mode lacks', () => {
    expect(() => readConfig({ LEXGRAPH_MODE: 'production', DATABASE_URL: 'postgres://x' })).toThrow(
      'Production mode needs DATABASE_OWNER_URL, DATABASE_WORKER_URL, LEXGRAPH_KEYS, SEAL_KEYS, OIDC_ISSUER, PUBLIC_URL.',
    );
  });

  const PRODUCTION = {
    LEXGRAPH_MODE: 'production',
    DATABASE_URL: 'postgres://a',
    DATABASE_OWNER_URL: 'postgres://b',
    DATABASE_WORKER_URL: 'postgres://c',
    LEXGRAPH_KEYS: '1:x',
    SEAL_KEYS: '/etc/lexgraph/seal-keys.json',
    OIDC_ISSUER: 'https://id.example',
    PUBLIC_URL: 'https://graph.example',
  };

  it.each(['OIDC_ISSUER', 'PUBLIC_URL'])('takes no %s that can be read on its way in production', (name) => {
    expect(readConfig(PRODUCTION)).toMatchObject({ mode: 'production', introspection: false });
    expect(() => readConfig({ ...PRODUCTION, [name]: 'http://graph.example' })).toThrow(
      `${name} must be an address that begins with https://.`,
    );
  });

  it('opens the sandbox to other machines only when told so twice', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow(ConfigError);
    expect(() => readConfig({ HOST: '127.0.0.1.example.com' })).toThrow(ConfigError);
    expect(readConfig({ HOST: '0.0.0.0', SANDBOX_OPEN: 'on' }).host).toBe('0.0.0.0');
    expect(readConfig({ HOST: 'localhost' }).host).toBe('localhost');
  });

  it.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, not "http".'],
    ['EVENT_RETENTION_DAYS', '0', 'EVENT_RETENTION_DAYS must be a whole number from 1 to 36500, not "0".'],
    ['EVENT_BUS', 'http://user:secret@bus', 'EVENT_BUS must be an address that begins with nats:// or tls://.'],
    ['METRICS_PORT', 'x', 'METRICS_PORT must be a whole number from 0 to 65535, not "x".'],
    ['LEXGRAPH_MODE', 'prod', 'LEXGRAPH_MODE must be one of sandbox, production, not "prod".'],
  ])('refuses %s=%s with a sentence', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(new ConfigError(sentence));
  });

  it('keeps events for 90 days, without a bus and without measurements, unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({ events: { retentionDays: 90, bus: null }, metrics: null });
    const told = readConfig({ EVENT_RETENTION_DAYS: '30', EVENT_BUS: 'tls://token@bus.example', METRICS_PORT: '9464' });
    expect(told).toMatchObject({
      events: { retentionDays: 30, bus: 'tls://token@bus.example' },
      metrics: { host: '127.0.0.1', port: 9464 },
    });
  });
});
