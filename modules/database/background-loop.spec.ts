import { setTimeout as sleep } from 'node:timers/promises';
import { BackgroundLoop } from './background-loop';

const loopOf = (work: () => Promise<void>, failures: unknown[] = []) =>
  new BackgroundLoop({ work, pollMilliseconds: 60_000, onFailure: (error) => void failures.push(error) });

describe('a background loop', () => {
  it('runs one round at a time, and one more for all nudges that came meanwhile', async () => {
    let [running, most, rounds] = [0, 0, 0];
    const loop = loopOf(async () => {
      most = Math.max(most, ++running);
      await sleep(20);
      running--;
      rounds++;
    });
    loop.start();
    for (let i = 0; i < 5; i++) loop.nudge();
    await sleep(80);
    await loop.stop();
    expect({ most, rounds }).toEqual({ most: 1, rounds: 2 });
  });

  it('goes on after a failed round', async () => {
    const failures: unknown[] = [];
    let rounds = 0;
    const loop = loopOf(async () => {
      if (++rounds === 1) throw new Error('first');
    }, failures);
    loop.start();
    await sleep(10);
    loop.nudge();
    await sleep(10);
    await loop.stop();
    expect(rounds).toBe(2);
    expect(failures).toEqual([new Error('first')]);
  });

  it('waits for the present round when it is stopped, and starts no other', async () => {
    let done = false;
    const loop = loopOf(async () => {
      await sleep(20);
      done = true;
    });
    loop.start();
    await loop.stop();
    expect(done).toBe(true);
    loop.nudge();
  });
});
