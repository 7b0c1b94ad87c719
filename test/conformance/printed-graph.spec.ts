import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, isObjectType } from 'graphql';

const root = join(__dirname, '..', '..');
const PRINTED = join(root, 'schema', 'printed', 'all.graphql');

/** What a Relay client of this graph looks like: a node, a refetchable fragment, a page of a connection, a mutation. */
const CLIENT = `
const { graphql } = require('relay-runtime');
graphql\`
  query clientNodeQuery($id: ID!) { node(id: $id) { __typename id ...client_application @alias(as: "application") } }
\`;
graphql\`
  fragment client_application on Application @refetchable(queryName: "clientApplicationRefetchQuery") { id status }
\`;
graphql\`
  query clientApplicationsQuery { ...client_applications }
\`;
graphql\`
  fragment client_applications on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" })
  @refetchable(queryName: "clientApplicationsPaginationQuery") {
    applications(first: $first, after: $after) @connection(key: "client_applications") { edges { node { id ...client_application } } }
  }
\`;
`;

describe('the printed graph', () => {
  it('compiles with Relay’s compiler', () => {
    const directory = mkdtempSync(join(tmpdir(), 'lexgraph-relay-'));
    try {
      mkdirSync(join(directory, 'src'));
      writeFileSync(join(directory, 'src', 'client.js'), CLIENT);
      writeFileSync(join(directory, 'schema.graphql'), readFileSync(PRINTED));
      writeFileSync(
        join(directory, 'relay.config.json'),
        JSON.stringify({ src: './src', language: 'javascript', schema: './schema.graphql' }),
      );
      const compiled = spawnSync(process.execPath, [join(root, 'node_modules', 'relay-compiler', 'cli.js')], {
        cwd: directory,
        encoding: 'utf8',
      });
      expect(`${compiled.stdout}${compiled.stderr}`).not.toMatch(/error/i);
      expect(compiled.status).toBe(0);
      const artifact = readFileSync(join(directory, 'src', '__generated__', 'clientApplicationsPaginationQuery.graphql.js'), 'utf8');
      expect(artifact).toContain('"connection"');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('keeps the rules `schema-recommended` and `schema-relay` of graphql-eslint', () => {
    const schema = buildSchema(readFileSync(PRINTED, 'utf8'));
    const valueObjects = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.getInterfaces().some(({ name }) => name === 'Node'),
    );
    const options = {
      // An id is for what has an identity: every Node has one, a sum of money or a payload has none.
      '@graphql-eslint/strict-id-in-types': ['error', { exceptions: { types: valueObjects.map(({ name }) => name) } }],
      // Findings and other small lists are plain lists; what grows is a connection.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
      ],
      // Pages are read forward from a cursor.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
    };
    // ESLint loads its plugins as ES modules, which jest's loader does not: it runs in a process of its own.
    const linted = spawnSync(process.execPath, ['--input-type=module', '--eval', LINT, PRINTED, JSON.stringify(options)], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(linted.stderr).toBe('');
    expect(JSON.parse(linted.stdout)).toEqual([]);
  });
});

const LINT = `
import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import plugin from '@graphql-eslint/eslint-plugin';
const [path, options] = process.argv.slice(1);
const rules = { ...plugin.configs['flat/schema-recommended'].rules, ...plugin.configs['flat/schema-relay'].rules, ...JSON.parse(options) };
const languageOptions = { parser: plugin.parser, parserOptions: { graphQLConfig: { schema: path } } };
const config = [{ files: ['**/*.graphql'], plugins: { '@graphql-eslint': plugin }, rules, languageOptions }];
const messages = new Linter({ configType: 'flat', cwd: process.cwd() }).verify(readFileSync(path, 'utf8'), config, { filename: path });
console.log(JSON.stringify(messages.map(({ ruleId, message, line }) => ruleId + ' line ' + line + ': ' + message)));
`;
