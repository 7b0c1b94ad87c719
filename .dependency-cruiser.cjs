/**
 * Who may import whom. Composition roots (`ormconfig.ts`, `scripts`, `test`, `bench`) are not bound: nothing imports them,
 * which the last rules see to.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const TESTS = '\\.spec\\.ts$|/test-support/';

module.exports = {
  forbidden: [
    {
      name: 'base-imports-libraries-only',
      comment: 'schema/base is open to everybody, so it leans on nobody.',
      severity: 'error',
      from: { path: '^schema/base/', pathNot: TESTS },
      to: { path: '^(modules|plugins|gateway|scripts|test|ormconfig|schema/(?!base/))' },
    },
    {
      name: 'modules-know-base-and-each-others-contracts',
      comment: 'A module uses schema/base and the index of other modules.',
      severity: 'error',
      from: { path: '^modules/([^/]+)/', pathNot: TESTS },
      to: { path: '^(modules/|schema/(?!base/)|plugins/|gateway/|ormconfig)', pathNot: ['^modules/$1/', '^modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'schema-knows-modules-and-kit',
      comment: 'The composition of the graph leads to modules and the kit, never to a plugin or the gateway.',
      severity: 'error',
      from: { path: '^schema/', pathNot: TESTS },
      to: {
        path: '^(modules/|plugins/|gateway/|ormconfig)',
        pathNot: ['^modules/index\\.ts$', '^modules/[^/]+/index\\.ts$', '^plugins/kit/index\\.ts$'],
      },
    },
    {
      name: 'kit-knows-modules-contracts',
      comment: 'The kit fills the extension points of modules.',
      severity: 'error',
      from: { path: '^plugins/kit/', pathNot: `${TESTS}|^plugins/kit/conformance/` },
      to: {
        path: '^(modules/|schema/(?!base/|index\\.ts)|plugins/(?!kit/)|gateway/|ormconfig)',
        pathNot: ['^modules/index\\.ts$', '^modules/[^/]+/(index|extension-points)\\.ts$'],
      },
    },
    {
      name: 'plugins-know-kit-and-modules-contracts',
      comment: 'A plugin uses the kit, schema/base and the index of modules.',
      severity: 'error',
      from: { path: '^plugins/(?!kit/)([^/]+)/', pathNot: TESTS },
      to: {
        path: '^(modules/|schema/(?!base/)|plugins/|gateway/|ormconfig)',
        pathNot: [
          '^plugins/$1/',
          '^plugins/kit/index\\.ts$',
          '^plugins/kit/conformance/index\\.ts$',
          '^modules/index\\.ts$',
          '^modules/[^/]+/index\\.ts$',
        ],
      },
    },
    {
      name: 'no-plugin-to-plugin',
      comment: 'Plugins talk by events; also their tests know no other plugin.',
      severity: 'error',
      from: { path: '^plugins/(?!kit/)([^/]+)/' },
      to: { path: '^plugins/(?!kit/)[^/]+/', pathNot: '^plugins/$1/' },
    },
    {
      name: 'nothing-imports-the-gateway',
      comment: 'The gateway is the composition root.',
      severity: 'error',
      from: { path: '^(modules|plugins|schema)/', pathNot: TESTS },
      to: { path: '^gateway/' },
    },
    {
      name: 'only-contracts-across-folders',
      comment: 'The gateway, too, enters a module, the graph or a plugin through its index.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: TESTS },
      to: {
        path: '^(modules/[^/]+/|schema/|plugins/)',
        pathNot: ['^modules/[^/]+/index\\.ts$', '^schema/(base/)?index\\.ts$', '^plugins/(kit/)?index\\.ts$'],
      },
    },
    {
      name: 'packages-stand-alone',
      comment: 'What partners install knows nothing of the house, and needs nothing but what Node and browsers have.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: TESTS },
      to: { pathNot: ['^packages/', '^node:'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-test-code-in-the-product',
      comment: 'What runs in production is not built on test support or scripts.',
      severity: 'error',
      from: { path: '^(modules|plugins|schema|gateway|ormconfig)', pathNot: `${TESTS}|^plugins/kit/conformance/|/conformance\\.ts$` },
      to: { path: '^(test|scripts|bench)/|\\.spec\\.ts$' },
    },
    { name: 'no-unresolved', comment: 'An import that leads nowhere.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // TypeScript 7 has no API for JavaScript; swc reads the same syntax.
    parser: 'swc',
    doNotFollow: { path: ['node_modules', '(^|/)dist/', '^bench/'] },
    exclude: { path: ['(^|/)dist/', '^bench/', '^\\.data/', 'node_modules'] },
    moduleSystems: ['es6', 'cjs'],
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
