import { mutationOf, withMutation } from './mutate';

// Before any test loads the rules: the one mutation of this run stands in place of what was written.
const name = process.env.LEXGRAPH_MUTATION;
if (name) {
  const mutation = mutationOf(name);
  jest.doMock('../../modules/rules/lender-rules', () => {
    const actual = jest.requireActual<typeof import('../../modules/rules/lender-rules')>('../../modules/rules/lender-rules');
    return {
      ...actual,
      makeLenderRules: (...[parameters, id, definition]: Parameters<typeof actual.makeLenderRules>) =>
        actual.makeLenderRules(parameters, id, withMutation(id, definition, mutation)),
      makeStatute: (...[parameters, id, definition]: Parameters<typeof actual.makeStatute>) =>
        actual.makeStatute(parameters, id, withMutation(id, definition, mutation)),
    };
  });
}
