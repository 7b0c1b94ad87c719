import { join } from 'node:path';
import { lenders } from '../../plugins/ru-mfo/lenders';
import { statutes } from '../../plugins/ru-mfo/statutes';
import { movedByOne, mutationOf, mutationsOf, nameOf, withMutation } from './mutate';
import { namesWith, passes, testsOfStatute } from './run-mutations';

const root = join(__dirname, '../..');
const options = { root, databaseUrl: process.env.TEST_POSTGRES_ADMIN_URL!, timeout: 120_000 };

describe('a mutation of the rules', () => {
  it.each([
    [18, 19],
    ['0.8', '0.9'],
    ['500000.00', '500000.01'],
    ['99', '100'],
    ['0.09', '0.10'],
    [true, false],
    [['A', 'B'], ['A']],
    [[], ['MUTATED']],
    ['CODE', 'CODE_MUTATED'],
  ])('moves %j by one unit to %j', (value, moved) => expect(movedByOne(value)).toEqual(moved));

  it('is named so that it can be found again, and changes one value alone', () => {
    const { editions } = lenders[0]!;
    const [first] = mutationsOf(editions.id, editions);
    expect(mutationOf(nameOf(first!))).toEqual({ owner: first!.owner, from: first!.from, parameter: first!.parameter });
    const changed = withMutation(editions.id, editions, first!);
    const differing = mutationsOf(editions.id, editions).filter(({ from, parameter }) => {
      const valueIn = (rules: typeof editions) => {
        const held = rules.timeline.find((entry) => entry.from === from)!;
        return JSON.stringify('entries' in held ? held.entries[parameter] : null);
      };
      return valueIn(editions) !== valueIn(changed);
    });
    expect(differing).toEqual([first]);
    expect(withMutation('another', editions, first!)).toBe(editions);
  });

  it.each([
    ['xx/a/1.2 · does', true],
    ['a group xx/a/1.2 · does', true],
    ['xx/a/1.1, xx/a/1.2, xx/a/3 · does', true],
    ['xx/a/1.23 · does', false],
    ['yy/xx/a/1.2 · does', false],
    ['xx/a/1x2 · does', false],
  ])('is tried by the tests that bear its clause: %s, %s', (name, bears) =>
    expect(new RegExp(namesWith('xx/a/1.2')).test(name)).toBe(bears),
  );

  it('of any lender and any statute can be made', () => {
    const all = [...lenders.map(({ editions }) => editions), ...statutes].flatMap((rules) => mutationsOf(rules.id, rules));
    expect(all.length).toBeGreaterThan(200);
    expect(new Set(all.map(nameOf)).size).toBe(all.length);
  });

  it('of the daily rate is killed by the tests of law, which pass without it', async () => {
    const files = testsOfStatute(root, 'ru/consumer-credit').filter((path) => path.endsWith('limits.spec.ts'));
    const rate = { owner: 'ru/consumer-credit', from: '2026-04-01', parameter: 'rate.daily.max' };
    expect(await passes(files, null, nameOf(rate), options)).toBe(false);
    expect(await passes(files, null, nameOf({ ...rate, parameter: 'none' }), options)).toBe(true);
  }, 120_000);
});
