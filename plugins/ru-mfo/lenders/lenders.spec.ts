import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRegistrationNumber } from '../identifiers';
import { lenderData, lenders } from '.';

describe('the lenders', () => {
  it('each have editions, a code and an id of their own', () => {
    for (const { code, editions } of lenders) expect(editions.lender).toBe(code);
    expect(new Set(lenders.map(({ id }) => id)).size).toBe(lenders.length);
  });

  it.each(lenders.flatMap(({ code, details }) => (details.ogrn ? [[code, details.ogrn] as const] : [])))(
    '%s has a registration number that checks',
    (_code, ogrn) => {
      expect(isRegistrationNumber(ogrn)).toBe(true);
    },
  );

  it('have tariffs, the latest first, that say whether they were verified', () => {
    for (const { tariffs } of lenders) {
      const days = tariffs.map(({ from }) => from);
      expect(days).toEqual([...days].sort().reverse());
      expect(tariffs.every(({ verified }) => verified === false)).toBe(true);
    }
  });

  it('are data: a code that is none is nobody’s', () => {
    expect(lenderData('nobody')).toBeNull();
  });

  it('are named nowhere else in the code', () => {
    const root = join(__dirname, '..');
    const code = globSync('**/*.ts', { cwd: root }).filter(
      (path) => !/^(lenders|test-support)\/|\.spec\.ts$|clauses\.generated\.ts$|^conformance\.ts$/.test(path),
    );
    const named = code.filter((path) =>
      lenders.some((lender) => new RegExp(`${lender.code}|${lender.name}`, 'i').test(readFileSync(join(root, path), 'utf8'))),
    );
    expect(code.length).toBeGreaterThan(30);
    expect(named).toEqual([]);
  });
});
