import { changePhone } from '../accounts/change-phone.command';
import { recordContact } from '../accounts/deal-contacts';
import { startRegistration } from '../accounts/register.commands';
import { somebody } from '../msi/test-support/walk';
import { DocumentBench } from '../test-support/document-bench';
import { codesOf } from '../test-support/leasing-bench';
import { Identifying, toldBy } from './test-support/identifying';

const SPELT = { surname: 'Примеров', firstName: 'Проба', patronymic: null };
const MISMATCH = 'BY_LEASING_PHONE_CONTACT_MISMATCH';

describe('the contact number of a deal', () => {
  let bench: DocumentBench;
  let at: Identifying;
  beforeAll(async () => {
    bench = await DocumentBench.open();
    at = new Identifying(bench.leasing);
  });
  afterAll(async () => {
    await at.close();
    await bench.close();
  });

  const identifiedAt = async (clientId: string) =>
    (await bench.sql<{ at: Date | null }>('select identified_at as at from by_leasing.account where client_id = $1', [clientId]))[0]!.at;

  it('by-leasing/4.2/p3 · is looked at again by the personal number that МСИ confirmed, whatever the name was in the deal', async () => {
    const earlier = { kind: 'INDIVIDUAL' as const, surname: 'Прежняя', firstName: 'Проба', personalNumber: somebody.personalNumber };
    const mistyped = { ...earlier, personalNumber: '3110190A001PB3', dealNumber: 'FL-0900', phone: '+375291110009' };
    expect(codesOf(await bench.execute(recordContact, mistyped))).toEqual(['BY_LEASING_PERSONAL_NUMBER_INVALID']);
    await bench.done(recordContact, { ...earlier, dealNumber: 'FL-0900', phone: '+375291110009' });
    const clientId = await bench.leasing.registered('INDIVIDUAL', SPELT);
    const { page } = await at.identify(clientId, somebody);
    expect(toldBy(page)).toEqual({ codes: [MISMATCH], clauses: ['by-leasing/4.2/p3', 'by-leasing/4.2/p4'] });
    expect(await identifiedAt(clientId)).toBeNull();
    // An officer records the number by the name of the deal alone: it is the deal's, however its party is looked for.
    const { phone } = bench.leasing.formOf(clientId);
    await bench.done(recordContact, { ...earlier, personalNumber: null, dealNumber: 'FL-0900', phone: phone! });
    expect(toldBy((await at.identify(clientId, somebody)).page).codes).toEqual([]);
    expect(await identifiedAt(clientId)).not.toBeNull();
    // Another number that the office put in its place later does not shut the client out.
    await bench.done(changePhone, { clientId, phone: '+375291119999', applicationNumber: '57', changedOn: '2026-06-01' });
    expect(toldBy((await at.identify(clientId, somebody)).page).codes).toEqual([]);
  });

  it.each(['INDIVIDUAL', 'LEGAL_ENTITY'] as const)(
    'by-leasing/4.2/p3 · of a %s is kept when the deal is concluded: by another number its party registers no second cabinet',
    async (kind) => {
      const clientId = await bench.ready(kind);
      const form = { ...bench.leasing.formOf(clientId), phone: '+375297778899' };
      const again = () => bench.execute(startRegistration, form, bench.leasing.nobody);
      expect(codesOf(await again())).toEqual([]);
      await bench.concluded(clientId, kind === 'INDIVIDUAL' ? 'CODE' : 'MSI');
      expect(codesOf(await again())).toEqual([MISMATCH]);
    },
  );
});
