import pg from 'pg';
import { clientCaller, LenderBench } from '../../test/support/lender-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import {
  createClient,
  findClientByContact,
  lockClient,
  type NewClient,
  readClient,
  setClientStatus,
  setContactVerified,
  updateProfile,
} from '.';

describe('clients', () => {
  let database: TestDatabase;
  let bench: LenderBench;
  let other: LenderBench;
  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await LenderBench.open(database);
    other = await LenderBench.open(database);
  });
  afterAll(() => database.close());

  let last = 0;
  const phone = () => `+3361234${String(++last).padStart(4, '0')}`;
  const make = async (input: Partial<NewClient> = {}) =>
    (await bench.run((context) => createClient(context, { kind: 'INDIVIDUAL', phone: phone(), ...input }))).value;
  const codes = async (work: Promise<{ codes: readonly string[] }>) => (await work).codes;
  const raw = async (sql: string, values: unknown[]) => {
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows[0];
    } finally {
      await client.end();
    }
  };

  it('are made with unverified contacts and read back as given', async () => {
    const number = phone();
    const profile = {
      familyName: ' Acmeson ',
      givenName: 'Ada',
      birthDate: '1990-02-28',
      citizenship: 'FR',
      addresses: [{ kind: 'RESIDENCE' as const, country: 'FR', postcode: '75001', text: '1, Rue' }],
    };
    const { id } = await make({ phone: number, email: 'Ada@Example.org', profile });
    const client = (await bench.run((context) => readClient(context, id))).value;
    expect(client).toMatchObject({
      status: 'REGISTERING',
      phone: number,
      email: 'Ada@example.org',
      phoneVerifiedAt: null,
      emailVerifiedAt: null,
      version: 1,
    });
    expect(client.profile).toMatchObject({
      familyName: 'Acmeson',
      givenName: 'Ada',
      addresses: [{ kind: 'RESIDENCE', postcode: '75001' }],
    });
  });

  it('lie in the database with nothing personal in readable form', async () => {
    const number = phone();
    const { id } = await make({ phone: number, email: 'secret.name@example.org', profile: { familyName: 'Secretson' } });
    const row = await raw('select client::text as text, phone_enc, email_enc, profile_enc from core.client where id = $1', [id]);
    for (const bytes of [row.phone_enc, row.email_enc, row.profile_enc]) {
      for (const word of [number, 'secret', 'Secret']) expect(bytes.includes(word)).toBe(false);
    }
    expect(row.text).not.toMatch(/secret/i);
  });

  it('whose encrypted field was moved to another row are not read', async () => {
    const [a, b] = [await make(), await make()];
    await raw('update core.client set phone_enc = (select phone_enc from core.client where id = $1) where id = $2', [a.id, b.id]);
    await expect(bench.run((context) => readClient(context, b.id))).rejects.toThrow(/belongs to another place/);
  });

  it('are refused with every wrong value named by its path', async () => {
    const profile = {
      familyName: '1',
      birthDate: '2026-02-30',
      citizenship: 'XX',
      addresses: [{ kind: 'STAY' as const, country: 'fr', text: ' ' }],
    };
    const { findings } = await bench.run((c) => createClient(c, { kind: 'INDIVIDUAL', phone: '1', email: 'x', profile }));
    expect(findings.map((finding) => `${finding.code} ${finding.path?.join('.')}`)).toEqual([
      'PHONE_INVALID input.phone',
      'EMAIL_INVALID input.email',
      'NAME_INVALID input.profile.familyName',
      'BIRTH_DATE_INVALID input.profile.birthDate',
      'COUNTRY_INVALID input.profile.citizenship',
      'COUNTRY_INVALID input.profile.addresses.0.country',
      'ADDRESS_INVALID input.profile.addresses.0.text',
    ]);
  });

  it.each(['1899-12-31', '2026-03-03', '2026-3-1', '20260301', 'x', '2026-03-01T00:00'])('cannot be born on %p', async (birthDate) => {
    expect(await codes(bench.run((context) => createClient(context, { kind: 'INDIVIDUAL', profile: { birthDate } })))).toEqual([
      'BIRTH_DATE_INVALID',
    ]);
  });

  it('share no contact within a lender, and know nothing of other lenders', async () => {
    const number = phone();
    await make({ phone: number, email: 'one@example.org' });
    expect(await codes(bench.run((c) => createClient(c, { kind: 'INDIVIDUAL', phone: number.replace('+33', '0') })))).toEqual([
      'PHONE_TAKEN',
    ]);
    expect(await codes(bench.run((c) => createClient(c, { kind: 'INDIVIDUAL', email: 'ONE@example.org' })))).toEqual(['EMAIL_TAKEN']);
    expect(await codes(other.run((c) => createClient(c, { kind: 'INDIVIDUAL', phone: number })))).toEqual([]);
  });

  it('made at once with one number become one client', async () => {
    const number = phone();
    const all = await Promise.all([1, 2, 3].map(() => codes(bench.run((c) => createClient(c, { kind: 'INDIVIDUAL', phone: number })))));
    expect(all.sort((a, b) => a.length - b.length)).toEqual([[], ['PHONE_TAKEN'], ['PHONE_TAKEN']]);
  });

  it('are found by a contact in its one form', async () => {
    const number = phone();
    const { id } = await make({ phone: number, email: 'find@example.org' });
    expect((await bench.run((c) => findClientByContact(c, { phone: number }))).value).toBe(id);
    expect((await bench.run((c) => findClientByContact(c, { email: 'FIND@example.org' }))).value).toBe(id);
    expect((await other.run((c) => findClientByContact(c, { phone: number }))).value).toBeNull();
  });

  it('confirm a contact, or replace it by a confirmed one', async () => {
    const [first, second] = [phone(), phone()];
    const { id } = await make({ phone: first });
    const caller = clientCaller(bench.lender.id, id);
    const { events } = await bench.run((c) => setContactVerified(c, id, { phone: second }), caller);
    expect(events).toEqual([expect.objectContaining({ type: 'ClientContactVerified', clientId: id, payload: { contact: 'PHONE' } })]);
    const client = (await bench.run((c) => readClient(c, id), caller)).value;
    expect(client).toMatchObject({ phone: second, phoneVerifiedAt: new Date('2026-03-02T09:00:00Z'), version: 2 });
    expect((await bench.run((c) => findClientByContact(c, { phone: first }))).value).toBeNull();
  });

  it('cannot take over the contact of another, although they do not see its row', async () => {
    const number = phone();
    await make({ phone: number });
    const { id } = await make();
    expect(await codes(bench.run((c) => setContactVerified(c, id, { phone: number }), clientCaller(bench.lender.id, id)))).toEqual([
      'PHONE_TAKEN',
    ]);
  });

  it('do not see each other', async () => {
    const [a, b] = [await make(), await make()];
    expect(await codes(bench.run((c) => readClient(c, a.id), clientCaller(bench.lender.id, b.id)))).toEqual(['CLIENT_NOT_FOUND']);
    expect(await codes(other.run((c) => lockClient(c, a.id)))).toEqual(['CLIENT_NOT_FOUND']);
  });

  it('change single fields of the profile and keep the others', async () => {
    const { id } = await make({ profile: { familyName: 'Old', givenName: 'Ada' } });
    await bench.run((c) => updateProfile(c, id, { familyName: 'New', citizenship: undefined }));
    expect((await bench.run((c) => readClient(c, id))).value).toMatchObject({
      version: 2,
      profile: { familyName: 'New', givenName: 'Ada' },
    });
    expect(await codes(bench.run((c) => updateProfile(c, id, { citizenship: 'ZZ' })))).toEqual(['COUNTRY_INVALID']);
  });

  it('tell of the end of registration and of blocking, each once', async () => {
    const { id, number } = await make();
    const tell = async (to: 'REGISTERING' | 'REGISTERED' | 'BLOCKED') =>
      (await bench.run((c) => setClientStatus(c, id, to))).events.map((e) => [e.type, e.payload]);
    expect(await tell('REGISTERED')).toEqual([['ClientRegistered', { kind: 'INDIVIDUAL', number }]]);
    expect(await tell('REGISTERED')).toEqual([]);
    expect(await codes(bench.run((c) => setClientStatus(c, id, 'REGISTERING')))).toEqual(['CLIENT_STATUS_INVALID']);
    expect(await tell('BLOCKED')).toEqual([['ClientStatusChanged', { from: 'REGISTERED', to: 'BLOCKED' }]]);
    expect(await tell('REGISTERED')).toEqual([['ClientStatusChanged', { from: 'BLOCKED', to: 'REGISTERED' }]]);
  });
});
