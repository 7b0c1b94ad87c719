import { printSchema } from 'graphql';
import { composeRegistry } from './registry';

describe('the installation', () => {
  it('composes: every field has a scope and a description, every code one owner', () => {
    const { maximal, errors, eventTypes } = composeRegistry();
    expect(printSchema(maximal.schema)).toContain('type Application implements Node');
    expect(errors.all.length).toBeGreaterThan(50);
    expect(eventTypes.map(({ type }) => type)).toContain('DecisionMade');
  });
});
