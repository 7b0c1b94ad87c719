import type { JobContext } from '../execution';
import { packageJob } from './package-job';

describe('the job that makes evidence packages', () => {
  const rows = Array.from({ length: 50 }, (_, i) => ({ lenderId: `lender-${i % 3}`, id: String(i).padStart(2, '0') }));

  /** Runs one round over rows that wait; some lenders' packages cannot be made. */
  async function round(broken: readonly string[]) {
    const made: string[] = [];
    const query = async (_: unknown, [after]: readonly string[]) =>
      rows.filter(({ id }) => after!.startsWith('0000') || id > after!).slice(0, 20);
    const execute = async (_: unknown, { packageId }: { packageId: string }, lenderId: string) => {
      if (broken.includes(lenderId)) throw new Error(`No key at ${lenderId}.`);
      made.push(packageId);
      return {};
    };
    const context = { database: { scoped: () => ({ query }) }, execute } as unknown as JobContext;
    const failure = await packageJob.run(context).then(
      () => null,
      (error: Error) => error.message,
    );
    return { made, failure };
  }

  it('makes all that wait', async () => {
    expect(await round([])).toEqual({ made: rows.map(({ id }) => id), failure: null });
  });

  it('lets one lender’s failure hold up no other lender, and tells of it', async () => {
    const { made, failure } = await round(['lender-0', 'lender-1']);
    expect(made).toEqual(rows.filter(({ lenderId }) => lenderId === 'lender-2').map(({ id }) => id));
    expect(failure).toBe('No key at lender-0.');
  });
});
