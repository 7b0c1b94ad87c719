import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { banner } from '../../gateway/sandbox';
import { LENDER, startTestGateway, type TestGateway } from '../support/test-gateway';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

/** The query in a line of curl. */
function queryOf(text: string): string {
  const [, body] = /-d '(\{"query":.*\})'/.exec(text) ?? [];
  if (!body) throw new Error('No query is shown.');
  return JSON.parse(body).query;
}

/** What stands in a call of `renderYogaGraphiQL` under this name. */
function optionOf(page: string, name: string): string {
  const [, text] = new RegExp(`"${name}":("(?:[^"\\\\]|\\\\.)*")`).exec(page.slice(page.lastIndexOf('renderYogaGraphiQL'))) ?? [];
  if (!text) throw new Error(`GraphiQL is given no ${name}.`);
  return JSON.parse(text);
}

it('the query that the start prints is the readme’s, and it answers without a token what the readme shows', async () => {
  const lender = gateway.parts.lenders.byCode(LENDER)!;
  const printed = queryOf(banner(gateway.url, [lender], lender, {} as Parameters<typeof banner>[3]));
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  expect(queryOf(readme)).toBe(printed);
  const [, shown = ''] = /```json\n([^`]*)```/.exec(readme) ?? [];
  const { data, errors } = await gateway.as({ lender: LENDER })(printed);
  expect({ data, errors }).toEqual({ ...JSON.parse(shown), errors: undefined });
});

it('GraphiQL opens with a query that runs as it is, under headers that are still empty', async () => {
  const page = await (await fetch(`${gateway.url}/`)).text();
  const headers = JSON.parse(optionOf(page, 'headers'));
  expect(Object.values(headers)).toEqual(['', '']);
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query: optionOf(page, 'defaultQuery') }),
  });
  const { data, errors } = await answer.json();
  expect(errors).toBeUndefined();
  expect(data.lenders.length).toBeGreaterThan(0);
});
