import { buildSchema, getVariableValues, type OperationDefinitionNode, parse, validate } from 'graphql';
import { withoutValues } from './without-values';

const schema = buildSchema(`
  enum Colour { RED GREEN }
  input Part { name: String! size: Int colour: Colour flags: [Boolean!] }
  input Whole { parts: [Part!]! note: String }
  type Query { all(input: Whole, size: Int, part: Part, colour: Colour, id: ID): Int }
`);

const secret = 'Jane; Roe" and +10000000000';

function ofVariable(value: unknown): string {
  const operation = parse('query ($input: Whole) { all(input: $input) }').definitions[0] as OperationDefinitionNode;
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { input: value });
  return withoutValues(errors![0]!.message);
}

describe('a message about a value that does not fit', () => {
  it.each([
    [{ parts: [{ name: 5, colour: secret }] }, 'input.parts[0].name', 'String cannot represent a non string value.'],
    [{ note: secret }, 'input', 'Field "parts" of required type "[Part!]!" was not provided.'],
    [{ parts: [], note: secret, nots: 1 }, 'input', 'Field "nots" is not defined by type "Whole". Did you mean "note"?'],
    [{ parts: [secret] }, 'input.parts[0]', 'Expected type "Part" to be an object.'],
    [{ parts: [{ name: null, colour: secret }] }, 'input.parts[0].name', 'Expected non-nullable type "String!" not to be null.'],
    [{ parts: [{ name: 'n', colour: secret }] }, 'input.parts[0].colour', 'The value does not exist in "Colour" enum.'],
    [{ parts: [{ name: 'n', size: secret }] }, 'input.parts[0].size', 'Int cannot represent non-integer value.'],
    [{ parts: [{ name: 'n', size: 3_000_000_000 }] }, 'input.parts[0].size', 'Int cannot represent non 32-bit signed integer value.'],
    [{ parts: [{ name: 'n', flags: [secret] }] }, 'input.parts[0].flags[0]', 'Boolean cannot represent a non boolean value.'],
  ])('tells place and reason, and not the value (%j)', (value, place, reason) => {
    expect(ofVariable(value)).toBe(`The variable has a value of the wrong form at "${place}". ${reason}`);
  });

  it.each([
    ['{ all(size: "Jane Roe") }', 'Int cannot represent non-integer value.'],
    ['{ all(part: "Jane Roe") }', 'Expected value of type "Part".'],
    ['{ all(colour: "Jane Roe") }', 'Enum "Colour" cannot represent non-enum value.'],
    ['{ all(id: { a: "Jane Roe" }) }', 'ID cannot represent a non-string and non-integer value.'],
    ['{ none }', 'Cannot query field "none" on type "Query".'],
  ])('shows no literal of the document (%s)', (document, message) => {
    expect(withoutValues(validate(schema, parse(document))[0]!.message)).toBe(message);
  });

  it('takes no longer for a long value that looks like reasons', () => {
    const started = performance.now();
    expect(withoutValues(`Variable "$input" got invalid value ${'a cannot represent '.repeat(13_000)}`)).toBe(
      'The variable has a value of the wrong form at "input". It does not fit its type.',
    );
    expect(performance.now() - started).toBeLessThan(500);
  });
});
