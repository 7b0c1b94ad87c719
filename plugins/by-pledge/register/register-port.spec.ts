import { PledgeBench } from '../test-support/pledge-bench';
import { manualRegister, pledgeRegisterPort, simulatedRegister } from './port';
import { recordRegisterOperation, registerJob } from './register.commands';

const NOW = new Date('2026-06-01T09:00:00Z');
const ENTER = {
  id: '0199f0a0-0000-7000-8000-000000000007',
  operation: 'ENTER',
  number: null,
  vin: 'V',
  value: null,
  loanNumber: null,
} as const;

describe('the register of encumbered movable property', () => {
  it('in the sandbox does at once what it is asked, and keeps the number that it gave', async () => {
    const register = simulatedRegister(() => NOW);
    expect(await register.submit(ENTER)).toEqual({ state: 'DONE', number: 'R-000000000007', at: NOW });
    expect(await register.submit({ ...ENTER, operation: 'EXCLUDE', number: 'R-1' })).toEqual({ state: 'DONE', number: 'R-1', at: NOW });
  });

  it('in production waits for people: it publishes no interface for programs', async () => {
    const bench = await PledgeBench.open();
    try {
      bench.bind(pledgeRegisterPort, await manualRegister.create({} as never));
      const { pledgeId } = await bench.running();
      const tasks = () =>
        bench.sql<{ id: string; state: string }>('select id, state from by_pledge.register_task where pledge_id = $1', [pledgeId]);
      await registerJob.run(bench.jobContext);
      const [task] = await tasks();
      expect(task!.state).toBe('SUBMITTED');
      await registerJob.run(bench.jobContext);
      expect((await tasks()).map(({ state }) => state)).toEqual(['SUBMITTED']);
      await bench.done(recordRegisterOperation, { pledgeId, taskId: task!.id, number: 'R-77', chargePledgor: false });
      expect((await tasks()).map(({ state }) => state)).toEqual(['DONE']);
    } finally {
      await bench.close();
    }
  });
});
