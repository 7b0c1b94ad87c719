import { inPureWorld } from './pure-world';

describe('a world without surroundings', () => {
  it('answers what the work answered, and what it reached for: nothing', () => {
    expect(inPureWorld(() => new Date(0).getUTCFullYear())).toEqual({ result: 1970, error: null, reached: [] });
  });

  it.each([
    ['the clock', () => Date.now()],
    ['the clock', () => new Date()],
    ['the clock', () => Date()],
    ['the clock', () => performance.now()],
    ['the clock', () => process.hrtime.bigint()],
    ['chance', () => Math.random()],
    ['chance', () => crypto.randomUUID()],
    ['the network', () => fetch('http://localhost')],
    ['files', () => (require('node:fs') as typeof import('node:fs')).readFileSync(__filename)],
    ['timers', () => setTimeout(() => {}, 1)],
    ['the environment', () => process.env.HOME],
  ] as const)('refuses %s', (what, reach) => {
    const { error, reached } = inPureWorld(reach as () => unknown);
    expect([String(error), reached]).toEqual([`Error: A validator reached for ${what}.`, [what]]);
  });

  it('puts everything back, also after an error', () => {
    const before = [Date, Math.random, process.env, setTimeout, fetch];
    inPureWorld(() => {
      throw new Error('broken');
    });
    expect([Date, Math.random, process.env, setTimeout, fetch]).toEqual(before);
    expect(Date.now()).toBeGreaterThan(0);
  });
});
