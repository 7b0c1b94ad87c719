import { requestSignIn } from '../accounts/sign-in.commands';
import { CabinetBench, codesOf } from '../test-support/cabinet-bench';

describe('codes to come in', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());

  it('by-leasing/9.2.8 · are asked for five times in ten minutes; a sixth is refused, recorded, and sent to nobody', async () => {
    const clientId = await bench.leasing.registered();
    const { phone } = bench.leasing.formOf(clientId);
    const ask = () => {
      // Longer than the pause between two messages.
      bench.clock.advance({ seconds: 70 });
      return bench.execute(requestSignIn, { phone: phone! }, bench.nobody);
    };
    const sent = async () => (await bench.sql('select 1 from core.notification where client_id = $1', [clientId])).length;
    for (let i = 0; i < 5; i++) expect(codesOf(await ask())).toEqual([]);
    const before = await sent();
    expect((await ask()).findings).toMatchObject([
      { code: 'BY_LEASING_USAGE_LIMIT_EXCEEDED', clauses: ['by-leasing/9.2.8'], facts: { limit: 5, minutes: 10 } },
    ]);
    expect(await sent()).toBe(before);
    const refused = await bench.sql('select operation, grounds from by_leasing.operation_refusal where client_id = $1', [clientId]);
    expect(refused).toEqual([{ operation: 'SIGN_IN_CODE', grounds: ['BY_LEASING_USAGE_LIMIT_EXCEEDED'] }]);
    bench.clock.advance({ minutes: 5 });
    expect(codesOf(await ask())).toEqual([]);
  });
});
