import { Temporal } from 'temporal-polyfill';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { uuidv7 } from '../database';
import { recordEvents, Sequencer } from '.';

describe('smoke', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());
  it('moves', async () => {
    const lenderId = uuidv7();
    const sequencer = new Sequencer({ database: database.worker });
    await database.app.scoped({ lenderId }).transaction((t) =>
      recordEvents(t, { lenderId, actor: 'SYSTEM:x', command: 'x', at: Temporal.Now.instant() }, [
        { type: 'A', subject: { type: 'S', id: '1' }, payload: { n: 1 } },
        { type: 'A', subject: { type: 'S', id: '1' }, payload: { n: 2 } },
      ]),
    );
    expect(await sequencer.backlog()).toMatchObject({ waiting: 2 });
    sequencer.nudge();
    await sequencer.stop();
    expect(await sequencer.backlog()).toMatchObject({ waiting: 0 });
  });
});
