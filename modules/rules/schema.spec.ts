import { printSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { FindingResolver } from './finding.resolver';
import { RulesResolver } from './rules.resolver';

describe('the rules in the graph', () => {
  it('have findings with code, severity, message, path, clauses, edition and facts', async () => {
    const schema = await buildSchema({ resolvers: [RulesResolver, FindingResolver], validate: false });
    const fields = Object.entries((schema.getType('Finding') as import('graphql').GraphQLObjectType).getFields());
    expect(Object.fromEntries(fields.map(([name, field]) => [name, String(field.type)]))).toEqual({
      code: 'String!',
      severity: 'FindingSeverity!',
      message: 'String!',
      path: '[String!]',
      clauses: '[Clause!]!',
      edition: 'String',
      facts: '[FindingFact!]!',
    });
    expect(printSchema(schema)).toContain('ruleEdition');
  });
});
