import { ConfigError, readConfig } from '.';

describe('configuration', () => {
  it('is a sandbox on this machine when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ mode: 'sandbox', host: '127.0.0.1', port: 4000, introspection: true });
  });

  it('names every setting that production mode lacks', () => {
    expect(() => readConfig({ LEXGRAPH_MODE: 'production', DATABASE_URL: 'postgres://x' })).toThrow(
      'Production mode needs DATABASE_OWNER_URL, DATABASE_WORKER_URL, LEXGRAPH_KEYS, OIDC_ISSUER, PUBLIC_URL.',
    );
  });

  it.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, not "http".'],
    ['LEXGRAPH_MODE', 'prod', 'LEXGRAPH_MODE must be one of sandbox, production, not "prod".'],
  ])('refuses %s=%s with a sentence', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(new ConfigError(sentence));
  });
});
