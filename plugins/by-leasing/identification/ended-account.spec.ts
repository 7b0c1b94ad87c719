import { deleteCabinet, requestDeletion } from '../departure/deletion.commands';
import { somebody, walk } from '../msi/test-support/walk';
import { LeasingBench } from '../test-support/leasing-bench';
import { Identifying, toldBy } from './test-support/identifying';

it('an answer of МСИ that comes when the cabinet is deleted brings no data back', async () => {
  const bench = await LeasingBench.open();
  const at = new Identifying(bench);
  try {
    const clientId = await bench.registered('INDIVIDUAL', { surname: 'Примеров', firstName: 'Проба' });
    await bench.signIn(clientId);
    const sent = await at.begin(clientId);
    const answer = await walk(sent.url, somebody);
    await bench.done(requestDeletion, { clientId, demand: 'Удалить кабинет' }, bench.client(clientId));
    await bench.execute(deleteCabinet, { clientId });
    const client = () => bench.sql('select version from core.client where id = $1', [clientId]);
    const before = await client();
    expect(toldBy(await at.back(answer, sent.browserKey)).codes).toEqual(['BY_LEASING_IDENTIFICATION_ACCOUNT_ENDED']);
    const records = await bench.sql('select 1 from by_leasing.identification_record where client_id = $1', [clientId]);
    const [identification] = await bench.sql('select status, secrets_enc from by_leasing.identification where client_id = $1', [clientId]);
    expect([records, await client(), identification]).toEqual([[], before, { status: 'REFUSED', secrets_enc: null }]);
  } finally {
    await at.close();
    await bench.close();
  }
});
