import { somebody } from '../msi/test-support/walk';
import { clausesOf, codesOf, LeasingBench } from '../test-support/leasing-bench';
import { compareSignature, type IdentifyInOffice, identifyInOffice } from './office.commands';
import { Identifying } from './test-support/identifying';

const k = (point: string) => `by-leasing/${point}`;

describe('identification in an office', () => {
  let bench: LeasingBench;
  beforeAll(async () => {
    bench = await LeasingBench.open();
  });
  afterAll(() => bench.close());

  const newPerson = () => bench.registered('INDIVIDUAL', { surname: 'Примеров', firstName: 'Проба', patronymic: null });
  const seen = (clientId: string, document: Partial<IdentifyInOffice['person']['document']> = {}): IdentifyInOffice => ({
    clientId,
    office: 'Гомель',
    person: {
      personalNumber: '3110190A001PB2',
      familyName: 'Примеров',
      givenName: 'Проба',
      patronymic: null,
      birthDate: '1990-01-11',
      citizenship: 'BY',
      document: { type: 'PASSPORT', number: 'HB1234567', issuedBy: 'РОВД', issuedOn: '2020-05-20', validTo: null, ...document },
      address: 'г. Гомель, ул. Примерная, д. 1',
    },
  });
  const recordsOf = (clientId: string) =>
    bench.sql<Record<string, unknown>>('select * from by_leasing.identification_record where client_id = $1', [clientId]);

  it(`${k('5.1.1')}, ${k('1/identification')} · keeps officer, office, document and moment; without a number of the document it is refused`, async () => {
    const clientId = await newPerson();
    const refused = await bench.execute(identifyInOffice, seen(clientId, { number: ' ' }));
    expect([codesOf(refused), clausesOf(refused)]).toEqual([['BY_LEASING_IDENTITY_DOCUMENT_REQUIRED'], [k('5.1.1')]]);
    expect(await recordsOf(clientId)).toEqual([]);
    await bench.done(identifyInOffice, seen(clientId));
    expect(await recordsOf(clientId)).toMatchObject([
      { source: 'OFFICE', method: null, officer: 'OFFICER:officer-12', office: 'Гомель', msi_request_id: null },
    ]);
    const versions = await bench.sql('select source, written_notice from by_leasing.data_version where client_id = $1', [clientId]);
    expect(versions).toEqual([{ source: 'OFFICE', written_notice: false }]);
  });

  it(`${k('5.1.1')} · is an employee’s act: no client does it, and no number that cannot exist is taken`, async () => {
    const clientId = await newPerson();
    expect(codesOf(await bench.execute(identifyInOffice, seen(clientId), bench.client(clientId)))).toEqual(['BY_LEASING_OFFICER_REQUIRED']);
    const wrong = { ...seen(clientId), person: { ...seen(clientId).person, personalNumber: '3110190A001PB3' } };
    expect(codesOf(await bench.execute(identifyInOffice, wrong))).toEqual(['BY_LEASING_MSI_DATA_INCOMPLETE']);
    expect(await recordsOf(clientId)).toEqual([]);
  });

  it(`${k('5.2')} · opens the way online again to somebody whom МСИ did not know`, async () => {
    const at = new Identifying(bench);
    try {
      const clientId = await newPerson();
      await at.identify(clientId, { ...somebody, act: 'unknown' });
      expect(codesOf(await at.begin(clientId))).toEqual(['BY_LEASING_MSI_RECORD_ABSENT']);
      await bench.done(identifyInOffice, seen(clientId));
      expect(codesOf(await at.begin(clientId))).toEqual([]);
    } finally {
      await at.close();
    }
  });

  it(`${k('5.6.1')} · an employee’s comparison of signatures is kept; without a match the operation is refused`, async () => {
    const clientId = await newPerson();
    const compared = { clientId, signer: 'AUTHORISED_PERSON', reference: 'C-204' } as const;
    const refused = await bench.execute(compareSignature, { ...compared, matches: false });
    expect(refused.findings).toMatchObject([{ code: 'BY_LEASING_AUTH_FACTOR_FAILED', clauses: [k('5.6.1')] }]);
    expect(codesOf(await bench.execute(compareSignature, { ...compared, matches: true }))).toEqual([]);
    const kept = await bench.sql(
      'select factor, result, source, operation, reference from by_leasing.factor_result where client_id = $1 and source = $2 order by id',
      [clientId, 'OFFICE'],
    );
    const seenBy = { factor: 'OFFICE_SIGNATURE', source: 'OFFICE', operation: 'OFFICE/AUTHORISED_PERSON', reference: 'C-204' };
    expect(kept).toEqual([
      { ...seenBy, result: 'MISMATCH' },
      { ...seenBy, result: 'MATCH' },
    ]);
    expect(codesOf(await bench.execute(compareSignature, { ...compared, matches: true }, bench.client(clientId)))).toEqual([
      'BY_LEASING_OFFICER_REQUIRED',
    ]);
  });
});
