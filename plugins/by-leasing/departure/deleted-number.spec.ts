import { accountOf, loginIndex, phoneOf } from '../accounts/account.record';
import { LeasingBench } from '../test-support/leasing-bench';
import { deleteCabinet, requestDeletion } from './deletion.commands';

it('of a deleted cabinet that nothing else ties to the lender the number is kept nowhere in its account', async () => {
  const bench = await LeasingBench.open();
  try {
    const clientId = await bench.registered();
    await bench.signIn(clientId);
    await bench.done(requestDeletion, { clientId, demand: 'Удалить кабинет' }, bench.client(clientId));
    await bench.execute(deleteCabinet, { clientId });
    const { phone } = bench.formOf(clientId);
    await bench.run(async (context) => {
      const account = (await accountOf(context, clientId))!;
      expect(account.status).toBe('DELETED');
      expect(phoneOf(context, account)).toBe('');
      expect(account.phoneIndex).not.toEqual(loginIndex(context, phone!));
    });
  } finally {
    await bench.close();
  }
});
