import { confirmContact, endSession, isSessionOpen, refreshSession, requestCode, sessionEvents } from '../../../modules/access';
import { defineCommand } from '../../../modules/commands';
import { requireOperation } from '../operations/require-operation';
import { clausesOf, codesOf, LeasingBench, UNP } from '../test-support/leasing-bench';
import { lockAccount } from './account.record';
import { confirmHolder } from './assign-account.command';
import { changePhone } from './change-phone.command';
import { choosePath } from './choose-path.command';
import { requestSignIn, signInToCabinet } from './sign-in.commands';

describe('coming in to the cabinet', () => {
  let bench: LeasingBench;
  beforeAll(async () => {
    bench = await LeasingBench.open();
  });
  afterAll(() => bench.close());

  /** A code or password that waits to be entered. */
  async function asked(clientId: string) {
    const { phone, unp = null } = bench.formOf(clientId);
    bench.clock.advance({ minutes: 2 });
    const { ceremonyId } = await bench.done(requestSignIn, { phone: phone! }, bench.nobody);
    return { phone: phone!, unp, ceremonyId: ceremonyId!, secret: await bench.lastSecret() };
  }
  const enter = (input: Parameters<typeof signInToCabinet.run>[0]) => bench.execute(signInToCabinet, input, bench.nobody);
  const need = (clientId: string) =>
    bench.run(
      async (context) => requireOperation(context, await lockAccount(context, clientId), { service: 'CONTRACTS' }),
      bench.client(clientId),
    );

  it('by-leasing/5.9/b1 · an individual comes in by phone and code, and without the code not', async () => {
    const clientId = await bench.registered();
    const input = await asked(clientId);
    expect((await enter({ ...input, secret: null })).findings).toMatchObject([
      { code: 'BY_LEASING_LOGIN_FACTOR_MISSING', clauses: ['by-leasing/5.9/b1'] },
    ]);
    const { tokens, nextStep } = await enter(input);
    expect(tokens).toMatchObject({ clientId });
    expect(nextStep).toBe('IDENTIFY');
  });

  it('by-leasing/1/authorisation · the moment of the authorisation is the server’s and is kept with the session', async () => {
    const clientId = await bench.registered();
    const { tokens } = await bench.signIn(clientId);
    const rows = await bench.sql(
      'select authorised_at, length(login_digest) as login, length(password_digest) as password from by_leasing.authorisation where session_id = $1',
      [tokens!.sessionId],
    );
    expect(rows).toEqual([{ authorised_at: new Date(bench.clock.now().epochMilliseconds), login: 32, password: 32 }]);
  });

  it.each([
    ['SOLE_PROPRIETOR', 'by-leasing/5.9/b2'],
    ['LEGAL_ENTITY', 'by-leasing/5.9/b3'],
  ] as const)('%s comes in by phone, УНП and password', async (kind, clause) => {
    const clientId = await bench.registered(kind);
    const input = await asked(clientId);
    for (const unp of [null, '190275968'])
      expect((await enter({ ...input, unp })).findings).toMatchObject([{ code: 'BY_LEASING_LOGIN_FACTOR_MISSING', clauses: [clause] }]);
    expect((await enter(input)).tokens).toMatchObject({ clientId });
    expect(await bench.sql('select method from core.session where client_id = $1', [clientId])).toEqual([{ method: 'PASSWORD' }]);
  });

  it('by-leasing/5.9/b2 · a sole proprietor with a wrong УНП is refused though the password is right', async () => {
    const input = await asked(await bench.registered('SOLE_PROPRIETOR'));
    expect(clausesOf(await enter({ ...input, unp: UNP.LEGAL_ENTITY }))).toEqual(['by-leasing/5.9/b2']);
    expect((await enter(input)).tokens).toBeDefined();
  });

  it('by-leasing/5.9/b3 · a legal entity comes in by number, УНП and password', async () => {
    const input = await asked(await bench.registered('LEGAL_ENTITY'));
    expect(clausesOf(await enter({ ...input, secret: ' ' }))).toEqual(['by-leasing/5.9/b3']);
    expect((await enter(input)).tokens).toBeDefined();
  });

  it('by-leasing/7.3/b2 · a password is good for the login that it was sent to, and for no other', async () => {
    const [one, other] = [await asked(await bench.registered('LEGAL_ENTITY')), await asked(await bench.registered('LEGAL_ENTITY'))];
    const crossed = await enter({ ...other, ceremonyId: one.ceremonyId, secret: one.secret });
    expect(codesOf(crossed)).toContain('BY_LEASING_AUTH_FACTOR_FAILED');
    expect(clausesOf(crossed)).toContain('by-leasing/7.3/b2');
    expect((await enter(other)).tokens).toBeDefined();
  });

  it('by-leasing/10.2/д · the fifth wrong entry is told, and after it even the right one waits', async () => {
    const clientId = await bench.registered();
    const input = await asked(clientId);
    for (let entry = 1; entry <= 5; entry++) {
      const wrong = await enter({ ...input, secret: bench.wrong(input.secret) });
      expect(codesOf(wrong)).toContain('BY_LEASING_AUTH_FACTOR_FAILED');
    }
    const refused = await enter(input);
    expect(refused.findings).toMatchObject([{ code: 'BY_LEASING_TOO_MANY_ATTEMPTS', clauses: ['by-leasing/10.2/д'] }]);
    const told = "select payload->>'what' as what from core.event_inbox where type = 'ByLeasingSecurityEvent' and client_id = $1";
    expect(await bench.sql(told, [clientId])).toEqual([{ what: 'TOO_MANY_ATTEMPTS' }]);
    bench.clock.advance({ hours: 2 });
    expect((await enter(await asked(clientId))).tokens).toBeDefined();
  });

  it('by-leasing/5.7/each-login · a session that was left opens nothing, nor does one that was never come in by', async () => {
    const clientId = await bench.registered();
    expect(codesOf({ findings: await need(clientId) })).toEqual(['BY_LEASING_AUTHENTICATION_REQUIRED']);
    const { tokens } = await bench.signIn(clientId);
    expect(await need(clientId)).toEqual([]);
    const leave = defineCommand<null, object>({
      name: 'test:leave',
      emits: sessionEvents,
      run: async (_, context) => {
        await endSession(context, tokens!.sessionId, 'SIGNED_OUT');
        return {};
      },
    });
    await bench.execute(leave, null, bench.client(clientId));
    expect(await need(clientId)).toMatchObject([
      { code: 'BY_LEASING_AUTHENTICATION_REQUIRED', clauses: expect.arrayContaining(['by-leasing/5.7/each-login']) },
    ]);
    expect(codesOf(await bench.execute(refreshSession, { refreshToken: tokens!.refreshToken }, bench.nobody))).toEqual(['SESSION_ENDED']);
  });

  it('by-leasing/1/cabinet · what belongs to another is refused and recorded', async () => {
    const [own, foreign] = [await bench.ready(), await bench.ready()];
    const findings = await bench.run(
      async (context) => requireOperation(context, await lockAccount(context, foreign), { service: 'CONTRACTS', reference: 'FL-1001' }),
      { ...bench.client(own), clientId: null },
    );
    expect(codesOf({ findings })).toContain('BY_LEASING_FOREIGN_RESOURCE');
    expect(await bench.sql('select grounds from by_leasing.operation_refusal where reference = $1', ['FL-1001'])).toMatchObject([
      { grounds: expect.arrayContaining(['BY_LEASING_FOREIGN_RESOURCE']) },
    ]);
    // In another's session the account is not even there.
    expect(codesOf(await bench.execute(choosePath, { clientId: foreign, path: 'CERTIFICATE' }, bench.client(own)))).toEqual([
      'BY_LEASING_ACCOUNT_REQUIRED',
    ]);
  });

  describe('the phone', () => {
    const change = (clientId: string, phone: string, changes = {}) =>
      bench.execute(changePhone, { clientId, phone, applicationNumber: '55', changedOn: '2026-06-01', ...changes });

    it('by-leasing/5.5 · is changed at an office on an application, by no client', async () => {
      const clientId = await bench.ready();
      const input = { purpose: 'CONFIRM_PHONE' as const, channel: 'SMS' as const, phone: '+375291230001', email: null, operation: null };
      expect((await bench.execute(requestCode, input, bench.client(clientId))).findings).toMatchObject([
        { code: 'BY_LEASING_PHONE_CHANGE_OFFICE_ONLY', clauses: ['by-leasing/5.5'] },
      ]);
      expect(codesOf(await change(clientId, '+375291230001', { applicationNumber: ' ' }))).toEqual(['BY_LEASING_PHONE_CHANGE_OFFICE_ONLY']);
      const { phone: former } = bench.formOf(clientId);
      expect(codesOf(await change(clientId, '+375291230001'))).toEqual([]);
      expect(codesOf(await bench.execute(requestSignIn, { phone: former! }, bench.nobody))).toEqual(['BY_LEASING_ACCOUNT_REQUIRED']);
      expect(codesOf(await bench.execute(requestSignIn, { phone: '+375291230001' }, bench.nobody))).toEqual([]);
      expect(
        await bench.sql('select application_number, recorded_by from by_leasing.phone_change where client_id = $1', [clientId]),
      ).toEqual([{ application_number: '55', recorded_by: 'OFFICER:officer-12' }]);
    });

    it('ends the sessions of the former number', async () => {
      const clientId = await bench.registered();
      const { tokens } = await bench.signIn(clientId);
      await change(clientId, '+375291230002');
      const open = await bench.run((context) =>
        isSessionOpen(context.transaction, bench.lender.id, tokens!.sessionId, new Date('2026-06-01T12:00:00Z')),
      );
      expect(open).toBe(false);
    });

    it.each([
      ['+79161234567', {}, 'BY_LEASING_PHONE_NOT_BELARUSIAN'],
      ['+375291230003', { changedOn: '2030-01-01' }, 'BY_LEASING_MOMENT_IN_FUTURE'],
    ])('is not changed to %s', async (phone, changes, code) => {
      expect(codesOf(await change(await bench.registered(), phone, changes))).toEqual([code]);
    });

    it('is never another account’s', async () => {
      const other = bench.formOf(await bench.registered()).phone!;
      expect(codesOf(await change(await bench.registered(), other))).toEqual(['BY_LEASING_ACCOUNT_EXISTS']);
    });

    it('by-leasing/1/mobile-device · trust is bound to the number: a code to it is taken whatever device shows it', async () => {
      const clientId = await bench.registered();
      await bench.signIn(clientId);
      expect((await enter(await asked(clientId))).tokens).toMatchObject({ clientId });
      expect(
        await bench.sql('select clause from core.notification where client_id = $1 order by queued_at desc limit 1', [clientId]),
      ).toEqual([{ clause: 'by-leasing/1/mobile-device' }]);
    });

    it('is not changed by a confirmation of the core either', async () => {
      const clientId = await bench.ready();
      const input = { purpose: 'CONFIRM_PHONE' as const, channel: 'SMS' as const, phone: null, email: null, operation: null };
      const { ceremonyId } = await bench.done(requestCode, input, bench.client(clientId));
      const confirmed = await bench.execute(
        confirmContact,
        { ceremonyId: ceremonyId!, code: await bench.lastSecret(), contact: 'PHONE' },
        bench.client(clientId),
      );
      // The number on file may be confirmed again: nothing changes by it.
      expect(codesOf(confirmed)).toEqual([]);
    });
  });

  it('by-leasing/5.6.2.3 · a sole proprietor chooses its path by itself, and nobody for it', async () => {
    const clientId = await bench.registered('SOLE_PROPRIETOR');
    expect((await bench.signIn(clientId)).nextStep).toBe('CHOOSE_PATH');
    const choose = (caller = bench.client(clientId)) => bench.execute(choosePath, { clientId, path: 'CERTIFICATE' }, caller);
    expect((await choose(bench.officer)).findings).toMatchObject([
      { code: 'BY_LEASING_PATH_CHOICE_NOT_CLIENTS', clauses: ['by-leasing/5.6.2.3'] },
    ]);
    expect(codesOf(await choose())).toEqual([]);
    expect(
      await bench.sql('select path, path_chosen_at is not null as chosen from by_leasing.account where client_id = $1', [clientId]),
    ).toEqual([{ path: 'CERTIFICATE', chosen: true }]);
    const individual = await bench.ready();
    expect(codesOf(await bench.execute(choosePath, { clientId: individual, path: 'CERTIFICATE' }, bench.client(individual)))).toEqual([
      'BY_LEASING_PATH_CHOICE_NOT_CLIENTS',
    ]);
  });

  it('by-leasing/12.3 · an account goes over to nobody else', async () => {
    const [clientId, other] = [await bench.registered('LEGAL_ENTITY'), await bench.registered()];
    const confirm = (toClientId: string, unp: string | null) => bench.execute(confirmHolder, { clientId, toClientId, unp });
    expect((await confirm(other, UNP.LEGAL_ENTITY)).findings).toMatchObject([
      { code: 'BY_LEASING_DELEGATION_NOT_ALLOWED', clauses: ['by-leasing/12.3'] },
    ]);
    expect(codesOf(await confirm(clientId, UNP.SOLE_PROPRIETOR))).toEqual(['BY_LEASING_DELEGATION_NOT_ALLOWED']);
    expect(codesOf(await confirm(clientId, UNP.LEGAL_ENTITY))).toEqual([]);
  });
});
