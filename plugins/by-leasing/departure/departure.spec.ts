import { isSessionOpen } from '../../../modules/access';
import { readClient } from '../../../modules/clients';
import { lockAccount } from '../accounts/account.record';
import { confirmRegistration, startRegistration } from '../accounts/register.commands';
import { requestSignIn } from '../accounts/sign-in.commands';
import { recordClientBreach, settleClientBreach } from '../breaches';
import { attributionAt, securityBreachesByClient } from '../holds/attribution';
import { endSystemHoldCommand, liftHold, openSystemHold, recordHold, suspendAccount } from '../holds/hold.commands';
import { requireOperation } from '../operations/require-operation';
import type { Service } from '../services/service-list';
import { answerTerms } from '../terms/answer-terms.commands';
import { clausesOf, codesOf, LeasingBench, TERMS } from '../test-support/leasing-bench';
import { deleteCabinet, type RecordDeletion, recordDeletion, requestDeletion } from './deletion.commands';
import { agreeToEnd, endByMutualConsent, withdrawAsClient, withdrawAsLender } from './end.commands';

describe('an account that is to be stopped', () => {
  let bench: LeasingBench;
  beforeAll(async () => {
    bench = await LeasingBench.open();
  });
  afterAll(() => bench.close());

  const need = (clientId: string, service: Service = 'QUESTIONNAIRE') =>
    bench.run(async (context) => requireOperation(context, await lockAccount(context, clientId), { service }), bench.client(clientId));
  const breach = async (clientId: string, clause = 'by-leasing/9.2.4/b2') =>
    (await bench.done(recordClientBreach, { clientId, clause, occurredAt: bench.clock.now() })).breachId!;
  const statusOf = async (clientId: string) =>
    (await bench.sql<{ status: string }>('select status from by_leasing.account where client_id = $1', [clientId]))[0]!.status;
  const phoneOf = (clientId: string) => bench.formOf(clientId).phone!;
  const isOpen = (sessionId: string) =>
    bench.run((context) => isSessionOpen(context.transaction, bench.lender.id, sessionId, new Date(context.now.epochMilliseconds)));
  /** A contract of the client, as other parts of the house make it. */
  async function contractOf(clientId: string): Promise<string> {
    const [applicationId, id] = [crypto.randomUUID(), crypto.randomUUID()];
    await bench.sql(
      `insert into core.application (lender_id, id, number, client_id, plugin_id, product, status, amount, currency, term_days, channel, created_at, status_changed_at)
       values ($1, $2::uuid, $2::text, $3, 'by-leasing', 'by-leasing/leasing', 'CONCLUDED', 7683.00, 'BYN', 365, 'OFFICE', '2026-01-01', '2026-01-01')`,
      [bench.lender.id, applicationId, clientId],
    );
    const columns = await bench.sql<{ column_name: string; is_nullable: string; data_type: string }>(
      "select column_name, is_nullable, data_type from information_schema.columns where table_schema = 'core' and table_name = 'contract'",
    );
    const known: Readonly<Record<string, unknown>> = {
      lender_id: bench.lender.id,
      id,
      number: id,
      application_id: applicationId,
      client_id: clientId,
      plugin_id: 'by-leasing',
      product: 'by-leasing/leasing',
      status: 'ACTIVE',
      currency: 'BYN',
      concluded_at: '2026-01-02',
      concluded_on: '2026-01-02',
    };
    const needed = columns.filter(({ column_name, is_nullable }) => column_name in known || is_nullable === 'NO');
    const filler: Readonly<Record<string, unknown>> = {
      numeric: '7683.00',
      integer: 1,
      text: 'x',
      date: '2026-01-02',
      boolean: false,
      jsonb: '[]',
    };
    const values = needed.map(({ column_name, data_type }) => known[column_name] ?? filler[data_type] ?? '2026-01-02');
    await bench.sql(
      `insert into core.contract (${needed.map(({ column_name }) => column_name).join(', ')}) values (${needed.map((_, at) => `$${at + 1}`).join(', ')})`,
      values,
    );
    return id;
  }

  describe('is suspended', () => {
    const suspend = (clientId: string, ground: string) => bench.execute(suspendAccount, { clientId, ground, note: 'Основание' });

    it('by-leasing/9.3.3/no-prior-notice · at once, without notice, on one of three grounds only', async () => {
      const clientId = await bench.ready();
      const other = await suspend(clientId, 'OTHER');
      expect(other.findings).toMatchObject([
        { code: 'BY_LEASING_SUSPENSION_GROUND_UNKNOWN', clauses: ['by-leasing/9.3.3/no-prior-notice'] },
      ]);
      expect(await need(clientId)).toEqual([]);
      const before = await bench.sql('select id from core.notification where client_id = $1', [clientId]);
      await suspend(clientId, 'SUSPECTED_THIRD_PARTY_USE');
      expect(codesOf({ findings: await need(clientId) })).toEqual(['BY_LEASING_ACCOUNT_SUSPENDED']);
      expect(await bench.sql('select id from core.notification where client_id = $1', [clientId])).toEqual(before);
    });

    it('by-leasing/9.3.3/b1 · for a breach until it is remedied, and not a moment longer', async () => {
      const clientId = await bench.ready();
      expect(clausesOf(await suspend(clientId, 'BREACH'))).toEqual(['by-leasing/9.3.3/b1']);
      const breachId = await breach(clientId);
      const { holdId } = await suspend(clientId, 'BREACH');
      expect(await need(clientId)).toMatchObject([
        { code: 'BY_LEASING_ACCOUNT_SUSPENDED', clauses: expect.arrayContaining(['by-leasing/9.3.3/b1']), facts: { ground: 'BREACH' } },
      ]);
      expect(codesOf(await bench.execute(liftHold, { holdId: holdId!, outcome: 'Снять' }))).toEqual([
        'BY_LEASING_SUSPENSION_END_CONDITION_UNMET',
      ]);
      await bench.done(settleClientBreach, { breachId, state: 'REMEDIED' });
      expect(await need(clientId)).toEqual([]);
    });

    it('by-leasing/9.3.3/b2 · on suspicion until it is recorded what came out', async () => {
      const clientId = await bench.ready();
      const { holdId } = await suspend(clientId, 'SUSPECTED_THIRD_PARTY_USE');
      expect(clausesOf({ findings: await need(clientId) })).toContain('by-leasing/9.3.3/b2');
      const lift = (outcome: string | null) => bench.execute(liftHold, { holdId: holdId!, outcome });
      expect((await lift(' ')).findings).toMatchObject([
        { code: 'BY_LEASING_SUSPENSION_END_CONDITION_UNMET', clauses: ['by-leasing/9.3.3/b2'] },
      ]);
      expect(codesOf(await lift('Клиент подтвердил операции сам'))).toEqual([]);
      expect(await need(clientId)).toEqual([]);
      expect(codesOf(await lift('ещё раз'))).toEqual(['BY_LEASING_HOLD_NOT_FOUND']);
    });

    it('by-leasing/9.3.3/b3 · for work on the system, everybody, until the work is closed', async () => {
      const clients = [await bench.ready(), await bench.ready('LEGAL_ENTITY')];
      const { holdId } = await bench.done(openSystemHold, { kind: 'MAINTENANCE', number: 'M-2', note: 'Замена', effectiveFrom: null });
      for (const clientId of clients)
        expect(await need(clientId)).toMatchObject([
          { code: 'BY_LEASING_ACCOUNT_SUSPENDED', clauses: expect.arrayContaining(['by-leasing/9.3.3/b3']) },
        ]);
      await bench.done(endSystemHoldCommand, { holdId: holdId!, outcome: null });
      for (const clientId of clients) expect(await need(clientId)).toEqual([]);
    });

    it('not by a record that says nothing', async () => {
      const clientId = await bench.ready();
      expect(codesOf(await bench.execute(recordHold, { clientId, kind: 'DATA_UNRELIABLE', note: 'x', basis: null }))).toEqual([
        'BY_LEASING_PROHIBITION_INCOMPLETE',
      ]);
      expect(codesOf(await bench.execute(openSystemHold, { kind: 'MAINTENANCE', number: '', note: '', effectiveFrom: null }))).toEqual([
        'BY_LEASING_REFERENCE_REQUIRED',
      ]);
    });
  });

  describe('comes to its end', () => {
    it('by-leasing/9.4.2 · when the client withdraws, at once and without asking', async () => {
      const clientId = await bench.ready();
      const { tokens } = await bench.signIn(clientId);
      await bench.done(withdrawAsClient, { clientId }, bench.client(clientId));
      expect(await statusOf(clientId)).toBe('TERMINATED');
      expect(await isOpen(tokens!.sessionId)).toBe(false);
      expect(await bench.sql('select mode, ended_at from by_leasing.agreement_end where client_id = $1', [clientId])).toEqual([
        { mode: 'CLIENT_WITHDRAWAL', ended_at: new Date(bench.clock.now().epochMilliseconds - 1) },
      ]);
    });

    it('by-leasing/2.2/term · and with the agreement the access', async () => {
      const clientId = await bench.ready();
      bench.clock.advance({ minutes: 2 });
      expect(codesOf(await bench.execute(requestSignIn, { phone: phoneOf(clientId) }, bench.nobody))).toEqual([]);
      await bench.done(withdrawAsClient, { clientId }, bench.client(clientId));
      bench.clock.advance({ minutes: 1 });
      expect((await bench.execute(requestSignIn, { phone: phoneOf(clientId) }, bench.nobody)).findings).toMatchObject([
        { code: 'BY_LEASING_ACCESS_TERMINATED', clauses: ['by-leasing/2.2/term'] },
      ]);
      expect(codesOf({ findings: await need(clientId) })).toContain('BY_LEASING_ACCESS_TERMINATED');
    });

    const withdraw = (clientId: string, ground: string, basis: string | null = null) =>
      bench.execute(withdrawAsLender, { clientId, ground, basis });

    it('by-leasing/9.3.4 · when the lender withdraws on a ground, and its contracts stay', async () => {
      const clientId = await bench.ready();
      const contractId = await contractOf(clientId);
      expect(clausesOf(await withdraw(clientId, 'WHIM'))).toEqual(['by-leasing/9.3.4']);
      await breach(clientId);
      expect(codesOf(await withdraw(clientId, 'BREACH'))).toEqual([]);
      expect(codesOf(await bench.execute(requestSignIn, { phone: phoneOf(clientId) }, bench.nobody))).toEqual([
        'BY_LEASING_ACCESS_TERMINATED',
      ]);
      expect(await bench.sql('select status from core.contract where id = $1', [contractId])).toEqual([{ status: 'ACTIVE' }]);
    });

    it('by-leasing/9.3.4/b1 · for a breach that is on record', async () => {
      const clientId = await bench.ready();
      expect((await withdraw(clientId, 'BREACH')).findings).toMatchObject([
        { code: 'BY_LEASING_WITHDRAWAL_GROUND_MISSING', clauses: ['by-leasing/9.3.4/b1'] },
      ]);
      const breachId = await breach(clientId);
      await withdraw(clientId, 'BREACH');
      expect(await bench.sql('select breach_id, ground from by_leasing.agreement_end where client_id = $1', [clientId])).toEqual([
        { breach_id: breachId, ground: 'BREACH' },
      ]);
    });

    it('by-leasing/9.3.4/b2 · by a recorded decision to stop the service, for everybody from its day on', async () => {
      const clients = [await bench.ready(), await bench.ready('LEGAL_ENTITY')];
      expect(clausesOf(await withdraw(clients[0]!, 'SERVICE_DISCONTINUED'))).toEqual(['by-leasing/9.3.4/b2']);
      const decide = (number: string) =>
        bench.execute(openSystemHold, {
          kind: 'SDO_DISCONTINUED',
          number,
          note: 'Прекращение СДО',
          effectiveFrom: new Date(bench.clock.now().epochMilliseconds + 60_000),
        });
      expect(clausesOf(await decide(' '))).toEqual(['by-leasing/9.3.4/b2']);
      const { holdId } = await decide('88');
      for (const clientId of clients) expect(await need(clientId)).toEqual([]);
      bench.clock.advance({ minutes: 2 });
      for (const clientId of clients) {
        expect(await need(clientId)).toMatchObject([{ code: 'BY_LEASING_ACCESS_TERMINATED', clauses: ['by-leasing/9.3.4/b2'] }]);
        expect(codesOf({ findings: await need(clientId, 'CONTRACTS') })).toEqual(['BY_LEASING_ACCESS_TERMINATED']);
      }
      await bench.done(withdrawAsLender, { clientId: clients[0]!, ground: 'SERVICE_DISCONTINUED', basis: null });
      expect(await bench.sql('select basis from by_leasing.agreement_end where client_id = $1', [clients[0]])).toEqual([{ basis: '88' }]);
      await bench.done(endSystemHoldCommand, { holdId: holdId!, outcome: null });
    });

    it('by-leasing/9.3.4/b3 · in another case, with the provision of law named', async () => {
      const clientId = await bench.ready();
      expect(clausesOf(await withdraw(clientId, 'LEGAL_CASE', ' '))).toEqual(['by-leasing/9.3.4/b3']);
      expect(codesOf(await withdraw(clientId, 'LEGAL_CASE', 'Закон № 165-З, статья 6'))).toEqual([]);
    });

    it('by-leasing/12.8 · by mutual consent only when the client has agreed', async () => {
      const clientId = await bench.ready();
      const both = () => bench.execute(endByMutualConsent, { clientId });
      expect((await both()).findings).toMatchObject([{ code: 'BY_LEASING_MUTUAL_CONSENT_MISSING', clauses: ['by-leasing/12.8'] }]);
      await bench.done(agreeToEnd, { clientId }, bench.client(clientId));
      expect(await statusOf(clientId)).toBe('ACTIVE');
      expect(codesOf(await both())).toEqual([]);
      expect(
        await bench.sql(
          'select mode, ended_at is not null as ended, client_consented_at is not null as agreed from by_leasing.agreement_end where client_id = $1',
          [clientId],
        ),
      ).toEqual([{ mode: 'MUTUAL', ended: true, agreed: true }]);
    });
  });

  describe('is deleted', () => {
    const letter = (clientId: string, changes: Partial<RecordDeletion> = {}): RecordDeletion => {
      const { surname, firstName, phone } = bench.formOf(clientId);
      return {
        channel: 'WRITTEN',
        surname,
        firstName,
        residenceAddress: 'г. Гомель',
        phone,
        demand: 'Удалить кабинет',
        signed: true,
        delivery: 'POST',
        ...changes,
      };
    };
    const mail = (clientId: string, changes: Partial<RecordDeletion> = {}): RecordDeletion => {
      const { surname, firstName, phone } = bench.formOf(clientId);
      return { channel: 'EMAIL', clientName: `${firstName} ${surname}`, phone, demand: 'Удалить кабинет', ...changes };
    };
    const record = (input: RecordDeletion) => bench.execute(recordDeletion, input);
    const remove = (clientId: string) => bench.execute(deleteCabinet, { clientId });
    const channelOf = async (clientId: string) =>
      (await bench.sql<{ channel: string }>('select channel from by_leasing.deletion_request where client_id = $1', [clientId]))[0]
        ?.channel;

    it('by-leasing/8.1 · on a request by one of three channels, whose receipt is kept, and without one not', async () => {
      const clientId = await bench.ready();
      expect((await record(mail(clientId, { channel: 'PHONE' }))).findings).toMatchObject([
        { code: 'BY_LEASING_DELETION_CHANNEL_NOT_ALLOWED', clauses: ['by-leasing/8.1'] },
      ]);
      expect(codesOf(await remove(clientId))).toEqual(['BY_LEASING_DELETION_REQUEST_NOT_FOUND']);
      expect(codesOf(await record(mail(clientId)))).toEqual([]);
      expect(
        await bench.sql('select channel, received_at is not null as received from by_leasing.deletion_request where client_id = $1', [
          clientId,
        ]),
      ).toEqual([{ channel: 'EMAIL', received: true }]);
    });

    it('by-leasing/8.1.1 · by the form of technical support', async () => {
      const clientId = await bench.ready();
      const ask = (demand: string) => bench.execute(requestDeletion, { clientId, demand }, bench.client(clientId));
      expect(codesOf(await ask(' '))).toEqual(['BY_LEASING_DELETION_REQUEST_INCOMPLETE']);
      await ask('Удалите мой кабинет');
      await ask('Ещё раз');
      expect(await channelOf(clientId)).toBe('SUPPORT_FORM');
      expect(codesOf(await remove(clientId))).toEqual([]);
    });

    it('by-leasing/8.1.2 · by an e-mail that holds number, name and demand', async () => {
      const clientId = await bench.ready();
      expect((await record(mail(clientId, { phone: null }))).findings).toMatchObject([
        { code: 'BY_LEASING_DELETION_REQUEST_INCOMPLETE', clauses: ['by-leasing/8.1.2'], facts: { missing: 'PHONE' } },
      ]);
      expect((await record(mail(clientId, { clientName: 'Кто-то другой' }))).findings).toMatchObject([
        { facts: { missing: 'CLIENT_NAME' } },
      ]);
      expect(codesOf(await record(mail(clientId)))).toEqual([]);
      expect(codesOf(await record(mail(clientId, { phone: '+375297770000' })))).toEqual(['BY_LEASING_ACCOUNT_REQUIRED']);
    });

    it('by-leasing/8.1.3 · by a written application with everything but, perhaps, the patronymic', async () => {
      const clientId = await bench.ready();
      expect((await record(letter(clientId, { signed: false }))).findings).toMatchObject([
        { code: 'BY_LEASING_DELETION_REQUEST_INCOMPLETE', clauses: ['by-leasing/8.1.3'], facts: { missing: 'PERSONAL_SIGNATURE' } },
      ]);
      expect(codesOf(await record(letter(clientId)))).toEqual([]);
      const [row] = await bench.sql<{ content_enc: Buffer }>('select content_enc from by_leasing.deletion_request where client_id = $1', [
        clientId,
      ]);
      expect(row!.content_enc.toString('utf8')).not.toContain('Гомель');
    });

    const deleted = async (kind: Parameters<LeasingBench['ready']>[0] = 'INDIVIDUAL', withContract = false) => {
      const clientId = await bench.ready(kind);
      const contractId = withContract ? await contractOf(clientId) : null;
      await bench.done(requestDeletion, { clientId, demand: 'Удалить' }, bench.client(clientId));
      const caller = bench.client(clientId);
      return { clientId, contractId, caller, result: await bench.done(deleteCabinet, { clientId }) };
    };

    it('by-leasing/8.2/p1 · with every access to it, at once', async () => {
      const { clientId, caller } = await deleted();
      expect(await isOpen(caller.sessionId!)).toBe(false);
      expect(await need(clientId)).toMatchObject(
        expect.arrayContaining([expect.objectContaining({ code: 'BY_LEASING_ACCOUNT_DELETED', clauses: ['by-leasing/8.2/p1'] })]),
      );
      expect(await bench.sql('select 1 from by_leasing.code_word where client_id = $1', [clientId])).toEqual([]);
      expect(codesOf(await bench.execute(requestSignIn, { phone: phoneOf(clientId) }, bench.nobody))).toEqual([
        'BY_LEASING_ACCOUNT_REQUIRED',
      ]);
      expect(await bench.sql('select phone_index, status from core.client where id = $1', [clientId])).toEqual([
        { phone_index: null, status: 'BLOCKED' },
      ]);
    });

    it('by-leasing/8.2/p2 · for good: nobody opens it again', async () => {
      const clientId = await bench.ready();
      const first = await bench.done(suspendAccount, { clientId, ground: 'SUSPECTED_THIRD_PARTY_USE', note: 'Проверка' });
      expect(codesOf(await bench.execute(liftHold, { holdId: first.holdId!, outcome: 'Подтвердилось' }))).toEqual([]);
      const { holdId } = await bench.done(suspendAccount, { clientId, ground: 'SUSPECTED_THIRD_PARTY_USE', note: 'Проверка' });
      await bench.done(recordDeletion, mail(clientId));
      await bench.done(deleteCabinet, { clientId });
      expect((await bench.execute(liftHold, { holdId: holdId!, outcome: 'Восстановить' })).findings).toMatchObject([
        { code: 'BY_LEASING_ACCOUNT_DELETED', clauses: ['by-leasing/8.2/p2'] },
      ]);
      expect(codesOf(await bench.execute(answerTerms, { clientId, accepted: true, termsVersion: TERMS }))).toEqual([
        'BY_LEASING_ACCOUNT_DELETED',
      ]);
      expect(codesOf(await bench.execute(withdrawAsClient, { clientId }))).toEqual(['BY_LEASING_ACCOUNT_DELETED']);
    });

    it('by-leasing/8.3/obligations · its contracts go on unchanged, and that is said', async () => {
      const { contractId, result } = await deleted('INDIVIDUAL', true);
      expect(result.findings).toMatchObject([
        { code: 'BY_LEASING_OBLIGATIONS_REMAIN', severity: 'WARNING', clauses: ['by-leasing/8.3/obligations'], facts: { contracts: 1 } },
        {},
      ]);
      expect(await bench.sql('select status from core.contract where id = $1', [contractId])).toEqual([{ status: 'ACTIVE' }]);
      expect((await deleted()).result.findings).toEqual([]);
    });

    it('by-leasing/8.3/personal-data · what was given for contracts stays with them; without a contract it goes', async () => {
      const nameOf = (clientId: string) => bench.run(async (context) => (await readClient(context, clientId)).profile.familyName);
      const tied = await deleted('INDIVIDUAL', true);
      expect(clausesOf(tied.result)).toContain('by-leasing/8.3/personal-data');
      expect(await nameOf(tied.clientId)).toBe('Примеров');
      const free = await deleted();
      expect(await nameOf(free.clientId)).toBeNull();
      expect(
        await bench.sql('select removed, retained from by_leasing.deletion_request where client_id = any($1) order by received_at', [
          [tied.clientId, free.clientId],
        ]),
      ).toMatchObject([
        { retained: expect.arrayContaining(['CONTRACTS', 'SIGNED_DOCUMENTS', 'CONTRACT_PERSONAL_DATA']) },
        { removed: expect.arrayContaining(['PERSONAL_DATA']), retained: ['AGREEMENT_EVIDENCE'] },
      ]);
    });

    it('leaves its number the contact of its contracts: by another one nobody of that name registers', async () => {
      const { clientId } = await deleted('LEGAL_ENTITY', true);
      const form = bench.formOf(clientId);
      const start = (phone: string) => bench.execute(startRegistration, { ...form, phone }, bench.nobody);
      expect(codesOf(await start('+375291119999'))).toEqual(['BY_LEASING_PHONE_CONTACT_MISMATCH']);
      bench.clock.advance({ hours: 1 });
      expect(codesOf(await start(form.phone!))).toEqual([]);
    });

    it('by-leasing/9.4.3 · by right of its client, whose request is bound to what was done', async () => {
      const { clientId } = await deleted();
      expect(await statusOf(clientId)).toBe('DELETED');
      expect(
        await bench.sql('select executed_by from by_leasing.deletion_request where client_id = $1 and executed_at is not null', [clientId]),
      ).toEqual([{ executed_by: 'OFFICER:officer-12' }]);
    });

    it('by-leasing/8.4 · and the same number may register anew, with nothing of the old', async () => {
      const { clientId } = await deleted();
      bench.clock.advance({ hours: 1 });
      const { registrationId } = await bench.done(startRegistration, bench.formOf(clientId), bench.nobody);
      const again = await bench.done(
        confirmRegistration,
        { registrationId: registrationId!, password: await bench.lastSecret() },
        bench.nobody,
      );
      expect(again.clientId).not.toBe(clientId);
      expect(await bench.sql('select identified_at, status from by_leasing.account where client_id = $1', [again.clientId])).toEqual([
        { identified_at: null, status: 'ACTIVE' },
      ]);
      expect(await bench.sql('select 1 from by_leasing.code_word where client_id = $1', [again.clientId])).toEqual([]);
    });
  });

  it('by-leasing/11.7 · in a time of careless use what is done is held to be the client’s own', async () => {
    const clientId = await bench.ready();
    const before = new Date(bench.clock.now().epochMilliseconds);
    bench.clock.advance({ hours: 1 });
    const breachId = await breach(clientId, 'by-leasing/9.2.4/b1');
    bench.clock.advance({ hours: 3 });
    const during = new Date(bench.clock.now().epochMilliseconds);
    await bench.done(settleClientBreach, { breachId, state: 'REMEDIED' });
    bench.clock.advance({ hours: 1 });
    const after = new Date(bench.clock.now().epochMilliseconds);
    const at = (moment: Date) =>
      bench.run(async ({ transaction }) =>
        attributionAt(await transaction.query(securityBreachesByClient.statement, [[clientId]]), moment),
      );
    expect(await at(during)).toMatchObject({
      attribution: 'CLIENT',
      basis: ['by-leasing/3.7', 'by-leasing/11.7'],
      finding: { severity: 'INFO', clauses: ['by-leasing/11.7'] },
    });
    for (const moment of [before, after])
      expect(await at(moment)).toEqual({ attribution: 'CLIENT', basis: ['by-leasing/3.7'], finding: null });
  });
});
