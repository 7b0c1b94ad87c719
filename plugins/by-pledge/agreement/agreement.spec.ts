import { recordCertificateEnd } from '../authority/authority.commands';
import { declare } from '../declarations/declare.command';
import { checkIdentity } from '../identity/check-identity.command';
import { demandInsurance } from '../insurance/demand-insurance.command';
import { recordVehicleCheck } from '../inventory/evidence.commands';
import { saveInventory } from '../inventory/save-inventory.command';
import { notInForce } from '../pledge';
import { car, clausesOf, codesOf, PledgeBench } from '../test-support/pledge-bench';
import { recordValuation } from '../valuation/record-valuation.command';
import { formAgreement } from './form-agreement.command';
import { countersignAgreement, signAgreement } from './sign.commands';

describe('an agreement', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
  });
  afterAll(() => bench.close());

  const form = (pledgeId: string, names: { number: string; amount: string } | null = null) =>
    bench.execute(formAgreement, { pledgeId, names });
  const textOf = async (pledgeId: string, column: string) => {
    const [row] = await bench.sql<{ id: string; content: Buffer }>(
      `select d.id, d.content from by_pledge.pledge p join core.document d on d.id = p.${column} where p.id = $1`,
      [pledgeId],
    );
    return bench.textOf(row!);
  };

  it('by-pledge/6/pledgor · is in force only when both have signed the same', async () => {
    const applied = await bench.ready();
    await bench.signed(applied, false);
    const { pledgeId } = applied;
    expect((await bench.pledge(pledgeId)).status).toBe('FORMED');
    const documentSha256 = await bench.agreementSha(pledgeId);
    expect(codesOf(await bench.execute(countersignAgreement, { pledgeId, documentSha256: '0'.repeat(64) }))).toEqual([
      'BY_PLEDGE_DOCUMENT_CHANGED',
    ]);
    await bench.done(countersignAgreement, { pledgeId, documentSha256 });
    expect((await bench.pledge(pledgeId)).status).toBe('ACTIVE');
  });

  it('by-pledge/6/pledgor · is not signed by the lender alone', async () => {
    const { pledgeId } = await bench.ready();
    await bench.done(formAgreement, { pledgeId, names: null });
    const refused = await bench.execute(countersignAgreement, { pledgeId, documentSha256: await bench.agreementSha(pledgeId) });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_NOT_IN_FORCE'], ['by-pledge/6/pledgor']]);
  });

  it('by-pledge/5.1/start · begins with the conclusion, and nothing is done on it before', async () => {
    const applied = await bench.ready();
    expect(notInForce({ status: 'FORMED' } as never)).toMatchObject({ code: 'BY_PLEDGE_NOT_IN_FORCE', clauses: ['by-pledge/5.1/start'] });
    await bench.signed(applied);
    expect(notInForce((await bench.pledge(applied.pledgeId)) as never)).toBeNull();
    expect((await bench.pledge(applied.pledgeId)).concluded_at).toEqual(new Date(bench.clock.now().epochMilliseconds));
  });

  it('by-pledge/0/pledgee · is signed by whom the charter or a power of attorney names, and by nobody else', async () => {
    const applied = await bench.ready();
    await bench.signed(applied, false);
    const { pledgeId } = applied;
    const sign = { pledgeId, documentSha256: await bench.agreementSha(pledgeId) };
    expect(codesOf(await bench.execute(countersignAgreement, sign, bench.officerNamed('officer-2')))).toEqual([
      'BY_PLEDGE_SIGNER_NOT_AUTHORISED',
    ]);
    expect(await textOf(pledgeId, 'agreement_document_id')).toContain('№ 185');
  });

  it('by-pledge/0/pledgor · is made with a citizen or a foreigner with a residence permit only', async () => {
    const applied = await bench.ready({ without: ['IDENTITY'] });
    const { pledgeId } = applied;
    const foreigner = { pledgeId, documentNumber: 'AA1234567', personalNumber: '3010185A001PB3', citizenship: 'KZ' };
    await bench.done(checkIdentity, { ...foreigner, documentType: 'FOREIGN_PASSPORT' as const });
    expect(codesOf(await form(pledgeId))).toEqual(['BY_PLEDGE_PLEDGOR_NOT_ELIGIBLE']);
    await bench.done(checkIdentity, { ...foreigner, documentType: 'RESIDENCE_PERMIT' as const });
    expect(codesOf(await form(pledgeId))).toEqual([]);
  });

  it('by-pledge/1.1/p1 · names the loan by number, day and sum as they are', async () => {
    const { pledgeId, applicationId } = await bench.ready();
    const [{ number }] = (await bench.sql<{ number: string }>('select number from core.application where id = $1', [applicationId])) as [
      { number: string },
    ];
    const refused = await form(pledgeId, { number, amount: '3500.00' });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_LOAN_MISMATCH'], ['by-pledge/1.1/p1']]);
    expect(codesOf(await form(pledgeId, { number, amount: '3000.00' }))).toEqual([]);
    expect(await bench.pledge(pledgeId)).toMatchObject({ loan_number: number, loan_on: '2026-06-01', loan_amount: '3000.00' });
  });

  it('by-pledge/1.1/p4 · carries the schedule as an annex', async () => {
    const { pledgeId } = await bench.ready();
    await form(pledgeId);
    expect(await textOf(pledgeId, 'schedule_document_id')).toContain('135,00 BYN');
  });

  it.each([
    ['by-pledge/2.2/b1/ownership', 'OWNERSHIP'],
    ['by-pledge/2.2/b2', 'NOT_IN_MARRIAGE_CONTRACT'],
    ['by-pledge/2.2/b3', 'NOT_PLEDGED'],
    ['by-pledge/2.2/b4', 'NOT_SOLD_WANTED_ARRESTED_BANNED'],
    ['by-pledge/2.2/b5', 'NO_DISPUTES'],
    ['by-pledge/2.2/p2', 'FREE_OF_OBLIGATIONS'],
    ['by-pledge/2.2/p2', 'NO_POWERS_OF_ATTORNEY'],
    ['by-pledge/2.2', 'NOT_PLEDGED'],
    ['by-pledge/2.4', 'LAWFULNESS_OWN_RESPONSIBILITY'],
    ['by-pledge/5.2', 'CREDIT_REGISTER_INFORMED'],
    ['by-pledge/5.10', 'AUTHORITY'],
    ['by-pledge/5.10', 'ESSENTIAL_TERMS_AGREED'],
    ['by-pledge/5.10', 'LOAN_TERMS_KNOWN'],
    ['by-pledge/5.12', 'NOT_FINANCED_BY_BANK_LOAN'],
  ])('%s · without the declaration %s nothing is signed, with it it is', async (clause, kind) => {
    const { pledgeId, clientId } = await bench.ready({ without: [kind] });
    const refused = await form(pledgeId);
    expect(codesOf(refused)).toContain('BY_PLEDGE_DECLARATION_MISSING');
    expect(clausesOf(refused)).toContain(clause);
    expect(refused.findings!.map(({ facts }) => facts.missing).join()).toContain(kind);
    const declarations = bench.declarations().filter((one) => one.kind === kind);
    await bench.done(declare, { pledgeId, declarations }, bench.client(clientId));
    expect(codesOf(await form(pledgeId))).toEqual([]);
  });

  const answered = async (
    answer: { kind: string; answer: string; territory?: string[]; amount?: string },
    without: readonly string[] = [],
  ) => {
    const { pledgeId, clientId } = await bench.ready({ without });
    bench.clock.advance({ minutes: 1 });
    const declarations = [{ textVersion: '1', amount: null, territory: null, ...answer }] as never;
    await bench.done(declare, { pledgeId, declarations }, bench.client(clientId));
    return { pledgeId, clientId, refused: await form(pledgeId) };
  };

  it('by-pledge/2.2/b1/ownership · an item that is owned with a third person is not pledged', async () => {
    expect(codesOf((await answered({ kind: 'OWNERSHIP', answer: 'SHARED' })).refused)).toContain('BY_PLEDGE_DECLARATION_MISSING');
  });

  it('by-pledge/2.2/b1/spouse · joint property of spouses needs the consent of the other', async () => {
    const { pledgeId, clientId, refused } = await answered({ kind: 'OWNERSHIP', answer: 'JOINT_MARITAL' });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_SPOUSE_CONSENT_MISSING'], ['by-pledge/2.2/b1/spouse']]);
    const declarations = [{ kind: 'SPOUSE_CONSENT' as const, textVersion: '1', answer: 'YES', amount: null, territory: null }];
    await bench.done(declare, { pledgeId, declarations }, bench.client(clientId));
    expect(codesOf(await form(pledgeId))).toEqual([]);
  });

  it('by-pledge/2.2/b5 · a declaration that covers only the country is not enough', async () => {
    expect(clausesOf((await answered({ kind: 'NO_DISPUTES', answer: 'YES', territory: ['BY'] })).refused)).toEqual(['by-pledge/2.2/b5']);
  });

  it('by-pledge/5.12 · a bank loan that still runs stands in the way', async () => {
    expect(clausesOf((await answered({ kind: 'NOT_FINANCED_BY_BANK_LOAN', answer: 'BANK_LOAN_RUNNING' })).refused)).toContain(
      'by-pledge/5.12',
    );
  });

  it('by-pledge/1.5/agreement · the pledgor agrees with the very value of the inventory', async () => {
    const { refused } = await answered({ kind: 'VALUE_AGREED', answer: 'YES', amount: '12000.00' });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_DECLARATION_MISSING'], ['by-pledge/1.5/agreement']]);
    expect((await answered({ kind: 'VALUE_AGREED', answer: 'YES', amount: '12500.00' })).refused.findings).toEqual([]);
  });

  it('by-pledge/1.5/valuation · needs photographs; value, method, author and day are kept', async () => {
    const { pledgeId } = await bench.applied();
    expect(codesOf(await bench.execute(recordValuation, { pledgeId, value: '12500.00', analytics: null }))).toEqual([
      'BY_PLEDGE_VALUATION_EVIDENCE_MISSING',
    ]);
    const ready = await bench.ready({ without: ['VALUATION'] });
    await bench.done(recordValuation, {
      pledgeId: ready.pledgeId,
      value: '12500.00',
      analytics: { module: 'm', value: '12700.00', report: 'r-1' },
    });
    const rows = await bench.sql<Record<string, unknown>>('select * from by_pledge.valuation where pledge_id = $1', [ready.pledgeId]);
    expect(rows).toMatchObject([
      {
        value: '12500.00',
        analytics_module: 'm',
        analytics_report: 'r-1',
        valued_by: 'OFFICER:officer-1',
        method: 'VISUAL_BY_PHOTO+VEHICLE_ANALYTICS',
      },
    ]);
    expect((rows[0]!.photos as string[]).length).toBe(8);
  });

  it('by-pledge/5.9 · the pledgor produces an identity document first', async () => {
    const { pledgeId } = await bench.ready({ without: ['IDENTITY'] });
    expect(codesOf(await form(pledgeId))).toContain('BY_PLEDGE_IDENTITY_NOT_CONFIRMED');
    expect(clausesOf(await form(pledgeId))).toContain('by-pledge/5.9');
    const ready = await bench.ready();
    const [row] = await bench.sql<Record<string, unknown>>('select * from by_pledge.identity_check where pledge_id = $1', [ready.pledgeId]);
    expect(row).toMatchObject({ document_type: 'BY_PASSPORT', personal_number_valid: true, checked_at: expect.any(Date) });
    expect(String(row!.number_enc)).not.toContain('MP1234567');
  });

  it('by-pledge/2.2/b3 · an item that is pledged, here or by the register, is not pledged again', async () => {
    const first = await bench.ready();
    const [{ vin }] = (await bench.sql<{ vin: string }>('select vin from by_pledge.inventory where pledge_id = $1', [first.pledgeId])) as [
      { vin: string },
    ];
    const second = await bench.ready({ rows: { vin } });
    // Both may be formed; the one that is signed first takes the item.
    await bench.signed(second, false);
    await bench.signed(first);
    const refused = await bench.execute(countersignAgreement, {
      pledgeId: second.pledgeId,
      documentSha256: await bench.agreementSha(second.pledgeId),
    });
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_ALREADY_ENCUMBERED'], ['by-pledge/2.2/b3']]);
    const third = await bench.ready();
    await bench.done(recordVehicleCheck, { pledgeId: third.pledgeId, kind: 'PLEDGE_REGISTER', found: true, reference: 'R-1' });
    expect(codesOf(await form(third.pledgeId))).toEqual(['BY_PLEDGE_ALREADY_ENCUMBERED']);
  });

  it('by-pledge/2.2/b4 · a recorded arrest refuses whatever was declared', async () => {
    const { pledgeId } = await bench.ready();
    await bench.done(recordVehicleCheck, { pledgeId, kind: 'ARRESTED', found: true, reference: null });
    expect(codesOf(await form(pledgeId))).toEqual(['BY_PLEDGE_PROPERTY_RESTRICTED']);
    await bench.done(recordVehicleCheck, { pledgeId, kind: 'ARRESTED', found: false, reference: null });
    expect(codesOf(await form(pledgeId))).toEqual([]);
  });

  it('by-pledge/1.2/p1/ownership · is not formed without an inventory of an own item', async () => {
    const { pledgeId, refused } = await answered({ kind: 'OWNERSHIP', answer: 'OTHER' });
    expect(codesOf(refused)).toContain('BY_PLEDGE_INVENTORY_INCOMPLETE');
    expect(clausesOf(refused)).toContain('by-pledge/1.2/p1/ownership');
    expect((await bench.pledge(pledgeId)).status).toBe('DRAFT');
    expect(codesOf(await form((await bench.ready()).pledgeId))).toEqual([]);
  });

  it('by-pledge/A1/row7 · the sum insured is needed where insurance is demanded, and nowhere else', async () => {
    const { pledgeId, clientId } = await bench.ready();
    await bench.done(demandInsurance, { pledgeId });
    const refused = await form(pledgeId);
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_INVENTORY_INCOMPLETE'], ['by-pledge/A1/row7']]);
    await bench.done(saveInventory, { pledgeId, ...bench.anyCar, sumInsured: '12500.00' }, bench.client(clientId));
    expect(codesOf(await form(pledgeId))).toEqual([]);
  });

  it('by-pledge/A1 · rows 1 to 6 are needed, and every change is a version', async () => {
    const { pledgeId, clientId } = await bench.ready({ rows: { plate: null } });
    const refused = await form(pledgeId);
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_INVENTORY_INCOMPLETE'], ['by-pledge/A1']]);
    await bench.done(saveInventory, { pledgeId, ...bench.anyCar }, bench.client(clientId));
    const versions = await bench.sql<{ version: number }>('select version from by_pledge.inventory where pledge_id = $1 order by version', [
      pledgeId,
    ]);
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(codesOf(await form(pledgeId))).toEqual([]);
  });

  const save = async (rows: Partial<typeof car>) => {
    const { pledgeId, clientId } = await bench.applied();
    return bench.execute(saveInventory, { pledgeId, ...bench.anyCar, ...rows }, bench.client(clientId));
  };

  it('by-pledge/A1/row1 · a blank name is refused', async () => {
    expect(clausesOf(await save({ propertyName: '  ' }))).toContain('by-pledge/A1/row1');
    expect(codesOf(await save({ propertyName: 'Volkswagen Polo 1.6' }))).not.toContain('BY_PLEDGE_INVENTORY_INCOMPLETE');
  });

  it('by-pledge/A1/row2 · a VIN of 16 characters is refused; a wrong check digit only warns', async () => {
    expect(codesOf(await save({ vin: 'WVWZZZ6RZHY12345' }))).toContain('BY_PLEDGE_VIN_INVALID');
    const warned = await save({ vin: 'XTA210990Y1234567' });
    expect(warned.findings).toMatchObject([{ code: 'BY_PLEDGE_VIN_CHECK_DIGIT', severity: 'WARNING' }]);
    expect(warned.pledgeId).toEqual(expect.any(String));
    expect(codesOf(await save({ vin: '1M8GDM9AXKP042788' }))).toEqual([]);
  });

  it('by-pledge/A1/row2 · an exception is recorded by an officer only', async () => {
    expect(codesOf(await save({ vin: 'GAZ-21', vinException: 'MADE_BEFORE_1981' }))).toEqual(['BY_PLEDGE_FIELD_INVALID']);
    const { pledgeId } = await bench.applied();
    expect(codesOf(await bench.execute(saveInventory, { pledgeId, ...car, vin: 'GAZ-21', vinException: 'MADE_BEFORE_1981' }))).toEqual([]);
  });

  it('by-pledge/A1/row3 · a car of a later year than the pledge is refused', async () => {
    expect(codesOf(await save({ manufacturedIn: 2027 }))).toContain('BY_PLEDGE_INVENTORY_INVALID');
    expect(codesOf(await save({ manufacturedIn: 2026 }))).not.toContain('BY_PLEDGE_INVENTORY_INVALID');
  });

  it('by-pledge/A1/row6 · another value than the valuation is not signed', async () => {
    const { pledgeId } = await bench.ready({ rows: { pledgeValue: '13000.00' } });
    expect(codesOf(await form(pledgeId))).toContain('BY_PLEDGE_VALUE_MISMATCH');
  });

  it('by-pledge/2.1 · a flat is not pledged by this agreement', async () => {
    expect(codesOf(await save({ propertyType: 'IMMOVABLE' }))).toContain('BY_PLEDGE_PROPERTY_NOT_MOVABLE');
    expect(codesOf(await save({ propertyType: 'VEHICLE' }))).not.toContain('BY_PLEDGE_PROPERTY_NOT_MOVABLE');
  });

  it('by-pledge/2.3 · the item stays with the pledgor at the address of the inventory, at the pledgor’s risk', async () => {
    const applied = await bench.ready();
    await form(applied.pledgeId);
    expect(await bench.pledge(applied.pledgeId)).toMatchObject({ possession: 'PLEDGOR', risk_bearer: 'PLEDGOR' });
    expect(await textOf(applied.pledgeId, 'inventory_document_id')).toContain('ул. Примерная, д. 10');
    expect(await textOf(applied.pledgeId, 'agreement_document_id')).toContain('Владение и риск');
  });

  it('by-pledge/1.4 · says whose the income from the item is, and the signature covers it', async () => {
    const { pledgeId } = await bench.ready();
    await form(pledgeId);
    expect(await textOf(pledgeId, 'agreement_document_id')).toContain('Доходы от предмета');
  });

  it('by-pledge/1.6 · links the version of the Microloan Rules in force', async () => {
    const applied = await bench.ready();
    await bench.signed(applied);
    expect(await bench.pledge(applied.pledgeId)).toMatchObject({ rules_version: '7', status: 'ACTIVE' });
    expect(await textOf(applied.pledgeId, 'agreement_document_id')).toContain('редакция 7');
  });

  it('by-pledge/6/pledgee · prints the lender’s block, and nothing where the account is missing', async () => {
    const { pledgeId } = await bench.ready();
    await form(pledgeId);
    const text = await textOf(pledgeId, 'agreement_document_id');
    for (const value of ['193498948', 'BY77AEBK30120240598500000000', 'AEBKVY2X', '+375173364805', 'info@dzengo.by', 'Директор'])
      expect(text).toContain(value);
    const { pledgeId: other } = await bench.ready();
    const refused = await bench.withDetails({ iban: '' }, () => form(other));
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_PARTY_DETAILS_INCOMPLETE'], ['by-pledge/6/pledgee']]);
  });

  it('is signed by nobody but the pledgor, and only as it was read', async () => {
    const applied = await bench.ready();
    await bench.done(formAgreement, { pledgeId: applied.pledgeId, names: null });
    const code = await bench.code(applied);
    const sign = { pledgeId: applied.pledgeId, ...code };
    expect(codesOf(await bench.execute(signAgreement, sign))).toEqual(['BY_PLEDGE_NOT_OWN']);
    // Formed anew from another inventory: the code was for other documents.
    await bench.done(saveInventory, { pledgeId: applied.pledgeId, ...bench.anyCar, plate: '5678 KB-7' }, bench.client(applied.clientId));
    await bench.done(formAgreement, { pledgeId: applied.pledgeId, names: null });
    const refused = await bench.execute(signAgreement, sign, bench.client(applied.clientId));
    expect(codesOf(refused)).toEqual([expect.stringMatching(/^CODE_/)]);
  });

  it('by-pledge/0/pledgee · is not formed once the lender was excluded from the register', async () => {
    const { pledgeId } = await bench.ready();
    expect(codesOf(await form(pledgeId))).toEqual([]);
    await bench.done(recordCertificateEnd, { number: '185', endedOn: '2026-06-01' });
    const refused = await form(pledgeId);
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_PLEDGE_LENDER_NOT_REGISTERED'], ['by-pledge/0/pledgee']]);
  });
});
