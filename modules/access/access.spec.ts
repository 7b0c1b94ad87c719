import pg from 'pg';
import { clientCaller, LenderBench } from '../../test/support/lender-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { createClient, readClient, setClientStatus, setContactVerified } from '../clients';
import { callPort, emailPort, NotificationDispatcher, type OutgoingText, smsPort } from '../notifications';
import { formFinding } from '../rules';
import {
  changePassword,
  codeOperations,
  codePolicies,
  completeCeremony,
  confirmContact,
  digestOf,
  isSessionOpen,
  latestCeremony,
  openCeremony,
  openSession,
  type RequestCode,
  refreshSession,
  requestCode,
  revokeSessions,
  setPassword,
  signIn,
  signInGuards,
  signInWithPassword,
  signOut,
  type TokenClaims,
  tokenIssuerPort,
} from '.';

const PASSWORD = 'correct horse battery';

describe('access', () => {
  let database: TestDatabase;
  let bench: LenderBench;
  let admin: pg.Client;
  const inbox: OutgoingText[] = [];
  const issued: TokenClaims[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await database.close();
  });
  // A lender of its own for each test: counts and contacts of one do not reach another.
  beforeEach(async () => {
    bench = await LenderBench.open(database);
    inbox.length = 0;
    issued.length = 0;
    const sender = { send: async (message: OutgoingText) => void inbox.push(message) };
    for (const port of [smsPort, callPort]) bench.ports.bind(port, sender);
    bench.ports.bind(emailPort, sender);
    bench.ports.bind(tokenIssuerPort, {
      async issue(claims) {
        issued.push(claims);
        return { token: `access-${issued.length}`, expiresAt: new Date(bench.clock.now().epochMilliseconds + 900_000) };
      },
    });
  });

  const PHONE = '+33612345678';
  const deliver = async () => {
    await new NotificationDispatcher({
      database: database.worker,
      clock: bench.clock,
      ports: bench.ports,
      // Messages of earlier tests' lenders, whose keys are gone.
      onFailure: () => {},
    }).drain();
  };
  const lastCode = async () => {
    await deliver();
    return /\d{4,}/.exec(inbox.at(-1)!.text.replace(/\d+ min/, ''))![0];
  };
  const wrong = (code: string) => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');
  const ask = (input: Partial<RequestCode> = {}, caller?: Parameters<LenderBench['execute']>[2]) =>
    bench.execute(requestCode, { purpose: 'SIGN_IN', channel: 'SMS', phone: null, email: null, operation: null, ...input }, caller);
  const codesOf = (result: { findings?: readonly { code: string }[] }) => (result.findings ?? []).map((finding) => finding.code);
  const makeClient = async (input: { phone?: string; email?: string } = { phone: PHONE }) =>
    (await bench.run((c) => createClient(c, { kind: 'INDIVIDUAL', ...input }))).value.id;
  const comeIn = async (phone = PHONE) => {
    const { ceremonyId } = await ask({ phone });
    return bench.execute(signIn, { ceremonyId: ceremonyId!, code: await lastCode() });
  };

  describe('signing in by code', () => {
    it('answers tokens for this client and lender, and confirms the phone', async () => {
      const id = await makeClient();
      const { tokens, findings } = await comeIn();
      expect(findings).toEqual([]);
      expect(tokens).toMatchObject({ clientId: id, accessToken: 'access-1' });
      expect(issued).toEqual([{ kind: 'CLIENT', subject: id, clientId: id, sessionId: tokens!.sessionId, lender: bench.lender.code }]);
      expect((await bench.run((c) => readClient(c, id))).value.phoneVerifiedAt).not.toBeNull();
      expect(
        await isSessionOpen(database.app.scoped({ lenderId: bench.lender.id }), bench.lender.id, tokens!.sessionId, new Date('2026-03-03')),
      ).toBe(true);
    });

    it('answers the same for an unknown number, sends nothing, and no code opens it', async () => {
      await makeClient();
      const known = await ask({ phone: PHONE });
      const unknown = await ask({ phone: '+33612345679' });
      expect(Object.keys(unknown).sort()).toEqual(Object.keys(known).sort());
      expect({ ...unknown, ceremonyId: null }).toEqual({ ...known, ceremonyId: null });
      await deliver();
      expect(inbox.map((message) => message.to)).toEqual([PHONE]);
      expect(codesOf(await ask({ phone: PHONE }))).toEqual(codesOf(await ask({ phone: '+33612345679' })));
      const guess = await bench.execute(signIn, { ceremonyId: unknown.ceremonyId!, code: '000000' });
      expect(codesOf(guess)).toEqual(['CODE_INVALID']);
    });

    it.each([
      ['the number of somebody else', { phone: PHONE }, { phone: PHONE, channel: 'SMS' as const }],
      ['the mailbox of somebody else', { email: 'them@example.org' }, { email: 'them@example.org', channel: 'EMAIL' as const }],
    ])('leads nobody into an account that another opened with %s and proved by a contact of their own', async (_, theirs, asked) => {
      const id = await makeClient({ phone: '+33612345670', email: 'own@example.org', ...theirs });
      const earlier = await ask(asked);
      const code = await lastCode();
      const own = 'phone' in theirs ? { email: 'own@example.org' } : { phone: '+33612345670' };
      await bench.run((c) => setContactVerified(c, id, own as { phone: string }));
      expect(codesOf(await bench.execute(signIn, { ceremonyId: earlier.ceremonyId!, code }))).toEqual(['CODE_INVALID']);
      inbox.length = 0;
      bench.clock.advance({ minutes: 2 });
      expect((await ask(asked)).ceremonyId).toBeTruthy();
      await deliver();
      expect(inbox).toEqual([]);
    });

    it('is refused in words that say what is wrong with the request', async () => {
      expect(codesOf(await ask({ phone: '12' }))).toEqual(['PHONE_INVALID']);
      expect(codesOf(await ask({ email: 'x', channel: 'EMAIL' }))).toEqual(['EMAIL_INVALID']);
      expect(codesOf(await ask())).toEqual(['CONTACT_REQUIRED']);
      expect(codesOf(await ask({ phone: PHONE, email: 'a@example.org' }))).toEqual(['CONTACT_REQUIRED']);
      expect(codesOf(await ask({ phone: PHONE, channel: 'EMAIL' }))).toEqual(['CODE_CHANNEL_INVALID']);
      expect(codesOf(await ask({ purpose: 'CONFIRM_PHONE', phone: PHONE }))).toEqual(['CLIENT_SESSION_REQUIRED']);
    });

    it('ends what a blocked client may do at once', async () => {
      const id = await makeClient();
      const { tokens } = await comeIn();
      const open = () =>
        isSessionOpen(
          database.app.scoped({ lenderId: bench.lender.id, clientId: id }),
          bench.lender.id,
          tokens!.sessionId,
          new Date('2026-03-03'),
        );
      expect(await open()).toBe(true);
      await bench.run((c) => setClientStatus(c, id, 'BLOCKED'));
      expect(await open()).toBe(false);
    });

    it('keeps blocked clients out, and those whom a plugin in use keeps out', async () => {
      const id = await makeClient();
      const { ceremonyId } = await ask({ phone: PHONE });
      const code = await lastCode();
      await bench.run((c) => setClientStatus(c, id, 'BLOCKED'));
      expect(codesOf(await bench.execute(signIn, { ceremonyId: ceremonyId!, code }))).toEqual(['ACCOUNT_BLOCKED']);
      await bench.run((c) => setClientStatus(c, id, 'REGISTERED'));
      bench.contribute(signInGuards, { check: async () => [formFinding('ACME_LOCKED')] });
      (bench.lender.plugins as Map<string, string>).set('acme-plugin', 'ENABLED');
      bench.clock.advance({ minutes: 2 });
      await ask({ phone: PHONE });
      await deliver();
      expect(inbox).toHaveLength(1);
    });
  });

  describe('a code', () => {
    it('stands nowhere: not in the rows, not in the audit, not in the answer', async () => {
      await makeClient();
      const answer = await ask({ phone: PHONE });
      const code = await lastCode();
      await bench.execute(signIn, { ceremonyId: answer.ceremonyId!, code: wrong(code) });
      const rows = await admin.query(
        `select (select json_agg(c)::text from core.ceremony c) || (select json_agg(n)::text from core.notification n)
           || (select json_agg(a)::text from core.audit_entry a) || coalesce((select json_agg(e)::text from core.event_inbox e), '') as all`,
      );
      expect(rows.rows[0].all).not.toMatch(new RegExp(`\\b${code}\\b`));
      expect(JSON.stringify(answer)).not.toContain(code);
    });

    it('works once', async () => {
      await makeClient();
      const { ceremonyId } = await ask({ phone: PHONE });
      const entry = { ceremonyId: ceremonyId!, code: await lastCode() };
      const both = await Promise.all([bench.execute(signIn, entry), bench.execute(signIn, entry)]);
      expect(both.map(codesOf).sort()).toEqual([[], ['CODE_USED']]);
      expect(codesOf(await bench.execute(signIn, entry))).toEqual(['CODE_USED']);
    });

    it('dies after five wrong entries, and each of them counts although the answer is a refusal', async () => {
      await makeClient();
      const { ceremonyId } = await ask({ phone: PHONE });
      const code = await lastCode();
      const enter = async (text: string) => (await bench.execute(signIn, { ceremonyId: ceremonyId!, code: text })).findings ?? [];
      for (const attemptsLeft of [4, 3, 2, 1])
        expect(await enter(wrong(code))).toMatchObject([{ code: 'CODE_INVALID', facts: { attemptsLeft } }]);
      expect(codesOf({ findings: await enter(wrong(code)) })).toEqual(['CODE_ATTEMPTS_EXHAUSTED']);
      expect(codesOf({ findings: await enter(code) })).toEqual(['CODE_ATTEMPTS_EXHAUSTED']);
    });

    it('is not guessed by many at once', async () => {
      await makeClient();
      const { ceremonyId } = await ask({ phone: PHONE });
      const code = await lastCode();
      const guesses = await Promise.all(
        Array.from({ length: 12 }, () => bench.execute(signIn, { ceremonyId: ceremonyId!, code: wrong(code) })),
      );
      expect(guesses.map(codesOf).filter(([first]) => first === 'CODE_INVALID')).toHaveLength(4);
      const { rows } = await admin.query('select attempts from core.ceremony where id = $1', [ceremonyId]);
      expect(rows[0].attempts).toBe(5);
    });

    it('is good until its time, not at it', async () => {
      await makeClient();
      const { ceremonyId } = await ask({ phone: PHONE });
      const code = await lastCode();
      bench.clock.advance({ seconds: 300 });
      expect(codesOf(await bench.execute(signIn, { ceremonyId: ceremonyId!, code }))).toEqual(['CODE_EXPIRED']);
      bench.clock.advance({ milliseconds: -1 });
      expect(codesOf(await bench.execute(signIn, { ceremonyId: ceremonyId!, code }))).toEqual([]);
    });

    it('is sent again after the pause, ten times an hour, and the answer says when', async () => {
      await makeClient();
      await ask({ phone: PHONE });
      bench.clock.advance({ seconds: 20 });
      expect((await ask({ phone: PHONE })).findings).toMatchObject([{ code: 'CODE_THROTTLED', facts: { retryAfterSeconds: 40 } }]);
      for (let i = 0; i < 9; i++) {
        bench.clock.advance({ seconds: 60 });
        expect(codesOf(await ask({ phone: PHONE }))).toEqual([]);
      }
      bench.clock.advance({ seconds: 60 });
      expect((await ask({ phone: PHONE })).findings).toMatchObject([{ code: 'CODE_THROTTLED', facts: { retryAfterSeconds: 3600 - 620 } }]);
      bench.clock.advance({ hours: 1 });
      expect(codesOf(await ask({ phone: PHONE }))).toEqual([]);
    });

    it('of another purpose or operation is a wrong one', async () => {
      const id = await makeClient();
      const digest = digestOf('order', '1');
      const open = () =>
        bench.run((c) => openCeremony(c, { purpose: 'OPERATION', channel: 'SMS', clientId: id, target: PHONE, operationDigest: digest }));
      const { ceremonyId } = (await open()).value;
      const code = await lastCode();
      const enter = async (purpose: 'OPERATION' | 'SIGN_DOCUMENT', operationDigest: Buffer) =>
        (await bench.run((c) => completeCeremony(c, { ceremonyId, code, purpose, operationDigest }))).value;
      expect(codesOf(await enter('OPERATION', digestOf('order', '2')))).toEqual(['CODE_INVALID']);
      expect(codesOf(await enter('SIGN_DOCUMENT', digest))).toEqual(['CODE_INVALID']);
      expect(codesOf(await bench.execute(signIn, { ceremonyId, code }))).toEqual(['CODE_INVALID']);
      const latest = () => bench.run((c) => latestCeremony(c, { clientId: id, purpose: 'OPERATION', channels: ['SMS', 'CALL'] }));
      expect((await latest()).value).toBeNull();
      const { completed } = await enter('OPERATION', digest);
      expect((await latest()).value).toMatchObject({ id: ceremonyId, identifier: completed!.identifier });
      expect(completed).toMatchObject({ clientId: id, channel: 'SMS', target: PHONE });
      expect(completed!.identifier).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    });

    it('of one client is nothing to another', async () => {
      const [a, b] = [await makeClient(), await makeClient({ phone: '+33612345670' })];
      const digest = digestOf('order', '1');
      const { ceremonyId } = (
        await bench.run((c) =>
          openCeremony(c, { purpose: 'OPERATION', channel: 'SMS', clientId: a, target: PHONE, operationDigest: digest }),
        )
      ).value;
      const entry = { ceremonyId, code: await lastCode(), purpose: 'OPERATION' as const, operationDigest: digest };
      const { value } = await bench.run((c) => completeCeremony(c, entry), clientCaller(bench.lender.id, b));
      expect(codesOf(value)).toEqual(['CODE_INVALID']);
    });

    it('follows the policy of a plugin in use, the stricter of two, and of none that is off', async () => {
      bench.contribute(codePolicies, { policyFor: () => ({ length: 4, lifetimeSeconds: 600, maxAttempts: 3 }) });
      bench.contribute(
        codePolicies,
        { policyFor: (_, purpose) => (purpose === 'SIGN_IN' ? { lifetimeSeconds: 120, maxAttempts: 4 } : null) },
        'acme-other',
      );
      expect((await ask({ phone: PHONE })).codeLength).toBe(6);
      for (const plugin of ['acme-plugin', 'acme-other']) (bench.lender.plugins as Map<string, string>).set(plugin, 'ENABLED');
      const answer = await ask({ phone: '+33612345679' });
      expect(answer.codeLength).toBe(4);
      expect(answer.expiresAt!.toString()).toBe('2026-03-02T09:02:00Z');
    });
  });

  describe('confirming a contact', () => {
    it('replaces it by the proved one', async () => {
      const id = await makeClient({ phone: PHONE, email: 'old@example.org' });
      const caller = clientCaller(bench.lender.id, id);
      const { ceremonyId } = await ask({ purpose: 'CONFIRM_EMAIL', channel: 'EMAIL', email: 'New@Example.org' }, caller);
      const entry = { ceremonyId: ceremonyId!, code: await lastCode() };
      expect(inbox.at(-1)!.to).toBe('New@example.org');
      expect(codesOf(await bench.execute(confirmContact, { ...entry, contact: 'PHONE' }, caller))).toEqual(['CODE_INVALID']);
      expect(await bench.execute(confirmContact, { ...entry, contact: 'EMAIL' }, caller)).toEqual({ clientId: id, findings: [] });
      expect((await bench.run((c) => readClient(c, id))).value).toMatchObject({
        email: 'New@example.org',
        emailVerifiedAt: expect.any(Date),
        phoneVerifiedAt: null,
      });
    });

    it('takes the one on file when none is given, and needs one', async () => {
      const id = await makeClient();
      const caller = clientCaller(bench.lender.id, id);
      expect(codesOf(await ask({ purpose: 'CONFIRM_EMAIL', channel: 'EMAIL' }, caller))).toEqual(['CONTACT_REQUIRED']);
      expect(codesOf(await ask({ purpose: 'CONFIRM_PHONE', channel: 'EMAIL' }, caller))).toEqual(['CODE_CHANNEL_INVALID']);
      const { ceremonyId } = await ask({ purpose: 'CONFIRM_PHONE', channel: 'CALL' }, caller);
      await bench.execute(confirmContact, { ceremonyId: ceremonyId!, code: await lastCode(), contact: 'PHONE' }, caller);
      expect((await bench.run((c) => readClient(c, id))).value.phoneVerifiedAt).not.toBeNull();
    });

    it('of another client is refused and leaves the code unused', async () => {
      await makeClient();
      const id = await makeClient({ phone: '+33612345670' });
      const caller = clientCaller(bench.lender.id, id);
      const { ceremonyId } = await ask({ purpose: 'CONFIRM_PHONE', phone: PHONE }, caller);
      const result = await bench.execute(confirmContact, { ceremonyId: ceremonyId!, code: await lastCode(), contact: 'PHONE' }, caller);
      expect(codesOf(result)).toEqual(['PHONE_TAKEN']);
    });
  });

  describe('confirming an operation', () => {
    it('takes a code to a confirmed contact, for what the module behind it names', async () => {
      const id = await makeClient();
      const caller = clientCaller(bench.lender.id, id);
      bench.contribute(codeOperations, {
        type: 'Thing',
        purpose: 'OPERATION',
        resolve: async (_, row) => (row === 'mine' ? { clientId: id, digest: digestOf(row) } : null),
      });
      const want = (row: string) => ask({ purpose: 'OPERATION', operation: { type: 'Thing', id: row } }, caller);
      expect(codesOf(await want('mine'))).toEqual(['CONTACT_NOT_VERIFIED']);
      await comeIn();
      expect(codesOf(await want('other'))).toEqual(['CODE_OPERATION_UNKNOWN']);
      expect(codesOf(await ask({ purpose: 'OPERATION' }, caller))).toEqual(['CODE_OPERATION_UNKNOWN']);
      expect(codesOf(await ask({ purpose: 'SIGN_DOCUMENT', operation: { type: 'Thing', id: 'mine' } }, caller))).toEqual([
        'CODE_OPERATION_UNKNOWN',
      ]);
      const { ceremonyId } = await want('mine');
      const code = await lastCode();
      const { value } = await bench.run(
        (c) => completeCeremony(c, { ceremonyId: ceremonyId!, code, purpose: 'OPERATION', operationDigest: digestOf('mine') }),
        caller,
      );
      expect(value.findings).toEqual([]);
    });
  });

  describe('sessions', () => {
    it('go on by a refresh token that is good once', async () => {
      await makeClient();
      const first = (await comeIn()).tokens!;
      const second = (await bench.execute(refreshSession, { refreshToken: first.refreshToken })).tokens!;
      expect(second.sessionId).toBe(first.sessionId);
      expect(second.refreshToken).not.toBe(first.refreshToken);
      expect(codesOf(await bench.execute(refreshSession, { refreshToken: first.refreshToken }))).toEqual(['REFRESH_TOKEN_REUSED']);
      expect(codesOf(await bench.execute(refreshSession, { refreshToken: second.refreshToken }))).toEqual(['SESSION_ENDED']);
      expect(
        await isSessionOpen(database.app.scoped({ lenderId: bench.lender.id }), bench.lender.id, first.sessionId, new Date('2026-03-02')),
      ).toBe(false);
    });

    it('are not ended by a forged token', async () => {
      await makeClient();
      const { refreshToken } = (await comeIn()).tokens!;
      const bytes = Buffer.from(refreshToken, 'base64url');
      for (let i = 0; i < bytes.length; i++) {
        const forged = Buffer.from(bytes);
        forged[i]! ^= 1;
        expect(codesOf(await bench.execute(refreshSession, { refreshToken: forged.toString('base64url') }))).toEqual([
          'REFRESH_TOKEN_INVALID',
        ]);
      }
      for (const text of ['', 'x', `${refreshToken}A`, `${refreshToken}=`]) {
        expect(codesOf(await bench.execute(refreshSession, { refreshToken: text }))).toEqual(['REFRESH_TOKEN_INVALID']);
      }
      expect(codesOf(await bench.execute(refreshSession, { refreshToken }))).toEqual([]);
    });

    it('end by themselves a day after the last refresh and thirty days after sign-in', async () => {
      await makeClient();
      let { refreshToken } = (await comeIn()).tokens!;
      for (let day = 0; day < 31; day++) {
        bench.clock.advance({ hours: 23 });
        refreshToken = (await bench.execute(refreshSession, { refreshToken })).tokens!.refreshToken;
      }
      bench.clock.advance({ hours: 7 });
      expect(codesOf(await bench.execute(refreshSession, { refreshToken }))).toEqual(['SESSION_ENDED']);
      const other = (await comeIn()).tokens!;
      bench.clock.advance({ hours: 24 });
      expect(codesOf(await bench.execute(refreshSession, { refreshToken: other.refreshToken }))).toEqual(['SESSION_ENDED']);
    });

    it('end by signing out, by revocation, and not for blocked clients to renew', async () => {
      const id = await makeClient();
      const caller = (sessionId: string) => clientCaller(bench.lender.id, id, sessionId);
      const [a, b] = [
        (await bench.run((c) => openSession(c, id, 'CODE'))).value,
        (await bench.run((c) => openSession(c, id, 'CODE'))).value,
      ];
      expect(codesOf(await bench.execute(signOut, null, caller(a.sessionId)))).toEqual([]);
      expect(codesOf(await bench.execute(refreshSession, { refreshToken: a.refreshToken }))).toEqual(['SESSION_ENDED']);
      expect(codesOf(await bench.execute(signOut, null))).toEqual(['CLIENT_SESSION_REQUIRED']);
      await bench.run((c) => setClientStatus(c, id, 'BLOCKED'));
      expect(codesOf(await bench.execute(refreshSession, { refreshToken: b.refreshToken }))).toEqual(['ACCOUNT_BLOCKED']);
      const { events } = await bench.run((c) => revokeSessions(c, id));
      expect(events).toMatchObject([{ type: 'SessionClosed', subject: { id: b.sessionId }, payload: { reason: 'REVOKED' } }]);
      expect(codesOf(await bench.execute(refreshSession, { refreshToken: b.refreshToken }))).toEqual(['SESSION_ENDED']);
    });
  });

  describe('passwords', () => {
    const withPassword = async () => {
      const id = await makeClient({ phone: PHONE, email: 'ada@example.org' });
      await comeIn();
      await bench.run((c) => setPassword(c, id, PASSWORD));
      return id;
    };
    const enter = (login: string, password: string) => bench.execute(signInWithPassword, { login, password });

    it('open by any spelling of a confirmed contact', async () => {
      const id = await withPassword();
      expect((await enter('06 12 34 56 78', PASSWORD)).tokens).toMatchObject({ clientId: id });
      expect(codesOf(await enter('Ada@Example.org', PASSWORD))).toEqual(['CONTACT_NOT_VERIFIED']);
    });

    it('lie in the database as salted scrypt only', async () => {
      const id = await withPassword();
      const { rows } = await admin.query('select * from core.credential where client_id = $1', [id]);
      expect(rows[0]).toMatchObject({ scheme: 'scrypt/32768/8/1' });
      expect(rows[0].salt).toHaveLength(16);
      expect(rows[0].hash).toHaveLength(32);
    });

    it('are not told apart from unknown logins, not even when locked', async () => {
      await withPassword();
      for (const login of [PHONE, '+33612345679', 'nobody@example.org', 'nonsense']) {
        for (let i = 0; i < 5; i++) expect(codesOf(await enter(login, 'wrong password'))).toEqual(['CREDENTIALS_INVALID']);
        expect((await enter(login, PASSWORD)).findings).toMatchObject([{ code: 'ACCOUNT_LOCKED', facts: { retryAfterSeconds: 3600 } }]);
      }
      bench.clock.advance({ hours: 1 });
      expect((await enter(PHONE, PASSWORD)).tokens).toBeDefined();
    });

    it('forget failures once they are entered rightly', async () => {
      await withPassword();
      for (let round = 0; round < 2; round++) {
        for (let i = 0; i < 4; i++) await enter(PHONE, 'wrong password');
        expect((await enter(PHONE, PASSWORD)).tokens).toBeDefined();
      }
    });

    it('are not guessed by many at once', async () => {
      await withPassword();
      const all = await Promise.all(Array.from({ length: 8 }, () => enter(PHONE, 'wrong password')));
      expect(all.map(codesOf).filter(([code]) => code === 'CREDENTIALS_INVALID')).toHaveLength(5);
    });

    it('are checked a few at a time, so that guesses at many logins leave connections to others', async () => {
      const guesses = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => enter(`nobody-${i}@example.com`, 'wrong password')));
      const refused = guesses.flatMap((guess) => (guess.status === 'rejected' ? [guess.reason.extensions.code] : []));
      expect(new Set(refused)).toEqual(new Set(['PASSWORDS_BUSY']));
      expect(guesses.length - refused.length).toBeGreaterThanOrEqual(1);
      expect(codesOf(await enter('nobody-0@example.com', 'wrong password'))).toEqual(['CREDENTIALS_INVALID']);
    });

    it.each(['', 'short', 'aaaaaaaa', 'abcabcabc', 'x'.repeat(129)])('such as %p are refused', async (password) => {
      const id = await makeClient();
      expect((await bench.run((c) => setPassword(c, id, password))).codes).toEqual(['PASSWORD_WEAK']);
    });

    it('are changed by the client alone, with the present one, and end its other sessions', async () => {
      const id = await withPassword();
      const mine = (await enter(PHONE, PASSWORD)).tokens!;
      const other = (await enter(PHONE, PASSWORD)).tokens!;
      const officer = { ...clientCaller(bench.lender.id, id), kind: 'OFFICER' as const, clientId: null };
      const change = (currentPassword: string | null, caller = clientCaller(bench.lender.id, id, mine.sessionId)) =>
        bench.execute(changePassword, { currentPassword, newPassword: 'another good one' }, caller);
      expect(codesOf(await bench.execute(changePassword, { currentPassword: PASSWORD, newPassword: 'another good one' }, officer))).toEqual(
        ['CLIENT_SESSION_REQUIRED'],
      );
      expect(codesOf(await change(null))).toEqual(['CREDENTIALS_INVALID']);
      expect(codesOf(await change(PASSWORD))).toEqual([]);
      expect(codesOf(await enter(PHONE, PASSWORD))).toEqual(['CREDENTIALS_INVALID']);
      expect(codesOf(await bench.execute(refreshSession, { refreshToken: other.refreshToken }))).toEqual(['SESSION_ENDED']);
      expect(codesOf(await bench.execute(refreshSession, { refreshToken: mine.refreshToken }))).toEqual([]);
    });

    it('set by whoever registered a contact fall when its holder proves it', async () => {
      const id = await makeClient();
      const stranger = (await bench.run((c) => openSession(c, id, 'REGISTRATION'))).value;
      await bench.run((c) => setPassword(c, id, PASSWORD));
      expect(codesOf(await enter(PHONE, PASSWORD))).toEqual(['CONTACT_NOT_VERIFIED']);
      const { tokens, findings } = await comeIn();
      expect(tokens).toBeDefined();
      expect(findings).toMatchObject([{ code: 'PASSWORD_REMOVED', severity: 'WARNING' }]);
      expect(codesOf(await enter(PHONE, PASSWORD))).toEqual(['CREDENTIALS_INVALID']);
      expect(codesOf(await bench.execute(refreshSession, { refreshToken: stranger.refreshToken }))).toEqual(['SESSION_ENDED']);
    });

    it('stay when the code is entered in the session of the registration', async () => {
      const id = await makeClient();
      const { sessionId } = (await bench.run((c) => openSession(c, id, 'REGISTRATION'))).value;
      await bench.run((c) => setPassword(c, id, PASSWORD));
      const { ceremonyId } = await ask({ phone: PHONE });
      const entry = { ceremonyId: ceremonyId!, code: await lastCode() };
      expect(codesOf(await bench.execute(signIn, entry, clientCaller(bench.lender.id, id, sessionId)))).toEqual([]);
      expect((await enter(PHONE, PASSWORD)).tokens).toBeDefined();
    });
  });
});
