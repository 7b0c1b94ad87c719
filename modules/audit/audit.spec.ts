import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { NO_ROWS, statement, uuidv7 } from '../database';
import { AuditSealer, exportAudit, type NewAuditEntry, recordAudit, type SealedEntry, verifyChain, verifyStoredChain } from '.';

const at = Temporal.Instant.from('2026-03-31T09:00:00.123456Z');

function entry(lenderId: string, command: string): NewAuditEntry {
  return {
    lenderId,
    at,
    actor: { kind: 'OFFICER', subject: 'officer-1' },
    command,
    plugin: null,
    subject: { type: 'Application', id: uuidv7() },
    outcome: 'DONE',
    details: { amount: '100.00', attempt: 1, late: false },
    requestId: 'request-1',
  };
}

describe('the audit log', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  const failures: unknown[] = [];
  const sealers: AuditSealer[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    await admin.end();
    await database.close();
  });

  async function newLender(): Promise<string> {
    const id = uuidv7();
    await admin.query("insert into core.lender values ($1, $2, 'Acme', 'Acme', 'FR', 'Europe/Paris', 'EUR')", [id, id]);
    return id;
  }

  function newSealer(batch?: number): AuditSealer {
    const sealer = new AuditSealer({ database: database.worker, onFailure: (error) => failures.push(error), batch, pollMilliseconds: 10 });
    sealers.push(sealer);
    return sealer;
  }

  async function write(lenderId: string, ...commands: string[]): Promise<void> {
    await database.app.scoped({ lenderId }).transaction(async (transaction) => {
      for (const command of commands) await recordAudit(transaction, entry(lenderId, command));
    });
  }

  async function exported(lenderId: string, range = {}): Promise<SealedEntry[]> {
    const lines: SealedEntry[] = [];
    for await (const line of exportAudit(database.app.scoped({ lenderId }), range)) lines.push(JSON.parse(line) as SealedEntry);
    return lines;
  }

  it('chains the entries of each lender from 1 in the order of insertion', async () => {
    const [a, b] = [await newLender(), await newLender()];
    await write(a, 'first', 'second');
    await write(b, 'other');
    await write(a, 'third');
    expect(await newSealer().sealAll()).toBe(4);
    const chain = await exported(a);
    expect(chain.map(({ no, command }) => [no, command])).toEqual([
      [1, 'first'],
      [2, 'second'],
      [3, 'third'],
    ]);
    expect(chain[0]).toMatchObject({
      at: '2026-03-31T09:00:00.123000Z',
      prevHash: '0'.repeat(64),
      details: { amount: '100.00', attempt: 1, late: false },
    });
    expect(verifyChain(chain)).toEqual({ holds: true, entries: 3, head: { no: 3, hash: chain[2]!.hash } });
    expect((await exported(b)).map(({ no }) => no)).toEqual([1]);
  });

  it('goes on from a known link, and an export of a part holds after it', async () => {
    const lender = await newLender();
    await write(lender, 'a', 'b', 'c', 'd');
    await newSealer(3).sealAll();
    const [first] = await exported(lender, { untilNo: 1 });
    const rest = await exported(lender, { afterNo: 1 });
    expect(verifyChain(rest, first)).toMatchObject({ holds: true, entries: 3 });
    expect(verifyChain(rest)).toMatchObject({ holds: false, first: { no: 2, reason: 'NUMBER' } });
  });

  it('gives each entry one place while many write and two sealers compete, one of which is cut off again and again', async () => {
    const lenders = [await newLender(), await newLender(), await newLender()];
    const [a, b] = [newSealer(20), newSealer(20)];
    a.start();
    b.start();
    let writing = true;
    const cutting = (async () => {
      while (writing) {
        await admin.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'lexgraph_worker' order by random() limit 1",
        );
        await setTimeout(20);
      }
    })();
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let i = 0; i < 40; i++) await write(lenders[(writer + i) % 3]!, `command-${writer}-${i}`);
      }),
    );
    writing = false;
    await cutting;
    await a.stop();
    await b.stop();
    await newSealer().sealAll();
    const chains = await Promise.all(lenders.map((lender) => exported(lender)));
    for (const chain of chains) expect(verifyChain(chain)).toMatchObject({ holds: true, entries: chain.length });
    expect(chains.flat()).toHaveLength(320);
    expect(new Set(chains.flat().map(({ command }) => command)).size).toBe(320);
    // Each writer's entries keep its order at every lender.
    for (const chain of chains) {
      for (let writer = 0; writer < 8; writer++) {
        const own = chain
          .filter(({ command }) => command.startsWith(`command-${writer}-`))
          .map(({ command }) => Number(command.split('-')[2]));
        expect(own).toEqual([...own].sort((x, y) => x - y));
      }
    }
  });

  it('leaves nothing half done when the sealer is killed before its commit', async () => {
    const lender = await newLender();
    await write(lender, 'a', 'b');
    const backend = statement<{ pid: number }>('test_backend', 'select pg_backend_pid() as pid');
    const sealer = newSealer();
    const killed = database.worker.scoped(NO_ROWS).transaction(async (transaction) => {
      await sealer.sealBatch(transaction);
      const [row] = await transaction.query(backend);
      await admin.query('select pg_terminate_backend($1)', [row!.pid]);
      await transaction.query(backend);
    });
    await expect(killed).rejects.toThrow();
    expect(await exported(lender)).toEqual([]);
    await newSealer().sealAll();
    expect(verifyChain(await exported(lender))).toMatchObject({ holds: true, entries: 2 });
  });

  it('keeps an entry that commits late for a later place', async () => {
    const lender = await newLender();
    const sealer = newSealer();
    await database.app.scoped({ lenderId: lender }).transaction(async (transaction) => {
      await recordAudit(transaction, entry(lender, 'slow'));
      await write(lender, 'quick');
      expect(await sealer.sealAll()).toBe(1);
    });
    await sealer.sealAll();
    expect((await exported(lender)).map(({ command }) => command)).toEqual(['quick', 'slow']);
  });

  it('leaves no entry of a transaction that was rolled back', async () => {
    const lender = await newLender();
    const rolledBack = database.app.scoped({ lenderId: lender }).transaction(async (transaction) => {
      await recordAudit(transaction, entry(lender, 'undone'));
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await write(lender, 'done');
    await newSealer().sealAll();
    expect((await exported(lender)).map(({ no, command }) => [no, command])).toEqual([[1, 'done']]);
  });

  describe('after tampering behind its back', () => {
    async function tamperedChain(sql: string): Promise<string> {
      const lender = await newLender();
      await write(lender, 'a', 'b', 'c');
      await newSealer().sealAll();
      await admin.query('alter table core.audit_entry disable trigger user');
      await admin.query(sql, [lender]);
      await admin.query('alter table core.audit_entry enable trigger user');
      return lender;
    }
    const verdictOf = (lenderId: string) => verifyStoredChain(database.app.scoped({ lenderId }));

    it('names an entry whose content was changed', async () => {
      const lender = await tamperedChain(`update core.audit_entry set details = '{"amount": "900.00"}' where lender_id = $1 and no = 2`);
      expect(await verdictOf(lender)).toMatchObject({ holds: false, entries: 1, first: { no: 2, reason: 'HASH' } });
    });

    it('names the entry after one that was taken out', async () => {
      const lender = await tamperedChain('delete from core.audit_entry where lender_id = $1 and no = 2');
      expect(await verdictOf(lender)).toMatchObject({ holds: false, entries: 1, first: { no: 3, reason: 'NUMBER' } });
    });

    it('names an entry that follows another one than it says', async () => {
      const lender = await tamperedChain(
        `update core.audit_entry set prev_hash = decode(repeat('ab', 32), 'hex') where lender_id = $1 and no = 3`,
      );
      expect(await verdictOf(lender)).toMatchObject({ holds: false, entries: 2, first: { no: 3, reason: 'PREVIOUS_HASH' } });
    });

    it('shows a cut-off end by a head that was kept elsewhere', async () => {
      const lender = await tamperedChain('delete from core.audit_entry where lender_id = $1 and no = 3');
      expect(await verdictOf(lender)).toMatchObject({ holds: true, head: { no: 2 } });
    });
  });

  describe('refuses', () => {
    let lender: string;
    beforeAll(async () => {
      lender = await newLender();
      await write(lender, 'a');
      await newSealer().sealAll();
    });
    const update = statement<never>('test_audit_update', "update core.audit_entry set command = 'b'");
    const remove = statement<never>('test_audit_delete', 'delete from core.audit_entry');
    const count = statement<{ count: string }>('test_audit_count', 'select count(*) from core.audit_entry');

    it('changes and removals by the app role', async () => {
      const app = database.app.scoped({ lenderId: lender });
      await expect(app.query(update)).rejects.toThrow(/permission denied/);
      await expect(app.query(remove)).rejects.toThrow(/permission denied/);
    });

    it('changes and removals by the worker role, which may only seal', async () => {
      const worker = database.worker.scoped(NO_ROWS);
      await expect(worker.query(update)).rejects.toThrow(/permission denied/);
      await expect(worker.query(remove)).rejects.toThrow(/permission denied/);
      const reseal = statement<never>('test_audit_reseal', 'update core.audit_entry set no = no + 1 where no is not null');
      await expect(worker.query(reseal)).rejects.toThrow(/append-only/);
    });

    it('changes, removals and emptying even by the administrator', async () => {
      for (const sql of ["update core.audit_entry set command = 'b'", 'delete from core.audit_entry', 'truncate core.audit_entry']) {
        await expect(admin.query(sql)).rejects.toThrow(/append-only/);
      }
    });

    it('an entry that comes with a place of its own', async () => {
      const forged = statement<never>(
        'test_audit_forge',
        `insert into core.audit_entry (lender_id, id, at, actor_kind, actor_subject, command, outcome, request_id, no, prev_hash, hash)
         values ($1, $2, now(), 'k', 's', 'c', 'DONE', 'r', 9, '\\x00', '\\x00')`,
      );
      await expect(database.app.scoped({ lenderId: lender }).query(forged, [lender, uuidv7()])).rejects.toThrow(/written unsealed/);
    });

    it('to show anything to a client or to another lender', async () => {
      const stranger = await newLender();
      expect(await database.app.scoped({ lenderId: lender }).query(count)).toEqual([{ count: '1' }]);
      expect(await database.app.scoped({ lenderId: lender, clientId: uuidv7() }).query(count)).toEqual([{ count: '0' }]);
      expect(await database.app.scoped({ lenderId: stranger }).query(count)).toEqual([{ count: '0' }]);
    });
  });
});
