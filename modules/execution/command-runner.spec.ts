import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { CommandBench } from '../../test/support/command-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { type Caller, systemCaller } from '../access';
import { type Command, type CommandResult, defineCommand, Refusal } from '../commands';
import { createFieldCipher, parseKeyRing, statement } from '../database';
import type { Lender } from '../lenders';
import { formFinding } from '../rules';
import { CommandRunner } from '.';

const readKeys = statement<{ count: number }>('test_keys', 'select count(*)::int as count from core.idempotency');

interface Noted extends CommandResult {
  readonly noted?: string;
}

const cipher = createFieldCipher(parseKeyRing(`1:${randomBytes(32).toString('base64')}`));

let runs = 0;
const note = (over: Partial<Command<{ text: string }, Noted>> = {}): Command<{ text: string }, Noted> =>
  defineCommand<{ text: string }, Noted>({
    name: 'note',
    emits: ['Noted'],
    async run({ text }, context) {
      runs++;
      context.emit({ type: 'Noted', subject: { type: 'Note', id: context.lender.id }, payload: { length: text.length } });
      context.audit({ length: text.length });
      return { noted: text };
    },
    ...over,
  });

describe('the command pipeline', () => {
  let database: TestDatabase;
  let bench: CommandBench;
  let lender: Lender;
  let runner: CommandRunner;
  let committed = 0;
  const failures: unknown[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = new CommandBench(database);
    runner = new CommandRunner({
      database: database.app,
      clock: bench.clock,
      ports: { get: () => cipher as never },
      extensions: bench.extensions,
      pluginEventTypes: new Set(['AcmeNoted']),
      onCommit: () => void committed++,
      onAfterCommitFailure: (_command, error) => failures.push(error),
    });
  });
  beforeEach(async () => {
    lender = await bench.newLender({ on: 'ENABLED', draining: 'DRAINING', off: 'DISABLED' });
    runs = 0;
    committed = 0;
  });
  afterAll(() => database.close());

  const execute = (
    command: Command<{ text: string }, Noted>,
    text: string,
    idempotencyKey?: string,
    caller: Caller = systemCaller(lender.id, 'test'),
  ) => runner.execute(command, { text }, { caller, lender, locale: 'en', requestId: 'request-1', idempotencyKey });
  const count = async (table: string, where = 'true'): Promise<number> => {
    const { rows } = await bench.asAdmin((client) =>
      client.query(`select count(*)::int as n from ${table} where lender_id = $1 and ${where}`, [lender.id]),
    );
    return rows[0].n;
  };

  it('writes the event and the audit entry with the change, and tells of the commit', async () => {
    expect(await execute(note(), 'hello')).toEqual({ noted: 'hello' });
    expect(await count('core.event_inbox', "type = 'Noted'")).toBe(1);
    expect(await count('core.audit_entry', "command = 'note' and outcome = 'DONE'")).toBe(1);
    expect(committed).toBe(1);
  });

  it('answers a repeated key with the stored result and does nothing again', async () => {
    const first = await execute(note(), 'once', 'key-00000001');
    expect(await execute(note(), 'once', 'key-00000001')).toEqual(first);
    expect(runs).toBe(1);
    expect(await count('core.event_inbox')).toBe(1);
  });

  it('runs two simultaneous requests with one key once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => execute(note(), 'race', 'key-00000002')));
    expect(new Set(answers.map((answer) => answer.noted))).toEqual(new Set(['race']));
    expect(await count('core.event_inbox')).toBe(1);
  });

  it('refuses a key that came with another input or command, and a key of a wrong form', async () => {
    await execute(note(), 'first', 'key-00000003');
    await expect(execute(note(), 'second', 'key-00000003')).rejects.toMatchObject({ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    await expect(execute(note({ name: 'other' }), 'first', 'key-00000003')).rejects.toMatchObject({
      extensions: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    await expect(execute(note(), 'first', 'short')).rejects.toMatchObject({ extensions: { code: 'IDEMPOTENCY_KEY_INVALID' } });
  });

  it('keeps nothing of an input that a reader of the table could try passwords on', async () => {
    await execute(note(), 'a password', 'key-00000007');
    const plain = createHash('sha256')
      .update(canonicalize({ text: 'a password' })!)
      .digest('hex');
    expect(await count('core.idempotency', `key = 'key-00000007'`)).toBe(1);
    expect(await count('core.idempotency', `input_hash = '\\x${plain}'`)).toBe(0);
  });

  it('keeps the keys of two callers apart', async () => {
    await execute(note(), 'mine', 'key-00000004');
    expect(await execute(note(), 'theirs', 'key-00000004', systemCaller(lender.id, 'somebody-else'))).toEqual({ noted: 'theirs' });
  });

  it('rolls a refused command back and frees its key', async () => {
    const finding = formFinding('NOTE_TOO_LONG', ['input', 'text']);
    const refusing = note({
      async run(_input, context) {
        context.emit({ type: 'Noted', subject: { type: 'Note', id: context.lender.id }, payload: {} });
        throw new Refusal([finding]);
      },
    });
    expect(await execute(refusing, 'no', 'key-00000005')).toEqual({ findings: [finding] });
    expect(await count('core.event_inbox')).toBe(0);
    expect(committed).toBe(0);
    expect(await execute(note(), 'yes', 'key-00000005')).toEqual({ noted: 'yes' });
  });

  it('commits what a command answers with findings, marked as refused in the audit', async () => {
    const counting = note({ run: async () => ({ findings: [formFinding('CODE_INVALID')] }) });
    await execute(counting, 'x');
    expect(await count('core.audit_entry', "outcome = 'REFUSED'")).toBe(1);
  });

  it.each([
    ['on', 'START', null],
    ['on', 'CONTINUE', null],
    ['draining', 'START', 'PLUGIN_DRAINING'],
    ['draining', 'CONTINUE', null],
    ['off', 'START', 'PLUGIN_DISABLED'],
    ['off', 'CONTINUE', 'PLUGIN_DISABLED'],
    ['never-used', 'CONTINUE', 'PLUGIN_DISABLED'],
  ] as const)('asks the plugin %s to %s: %s', async (plugin, purpose, code) => {
    const gated = note({
      async run(_input, context) {
        await context.requirePlugin(plugin, purpose);
        return {};
      },
    });
    const attempt = execute(gated, 'x');
    if (code) await expect(attempt).rejects.toMatchObject({ extensions: { code } });
    else expect(await attempt).toEqual({});
  });

  it('admits no event that the command does not declare, but those of plugins', async () => {
    const emitting = (type: string) =>
      note({
        async run(_input, context) {
          context.emit({ type, subject: { type: 'Note', id: context.lender.id }, payload: {} });
          return {};
        },
      });
    await expect(execute(emitting('Undeclared'), 'x')).rejects.toThrow('note does not declare that it emits Undeclared.');
    expect(await execute(emitting('AcmeNoted'), 'x')).toEqual({});
  });

  it('tries again after a deadlock', async () => {
    let attempts = 0;
    const unlucky = note({
      async run() {
        attempts++;
        if (attempts === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
        return { noted: 'at last' };
      },
    });
    expect(await execute(unlucky, 'x')).toEqual({ noted: 'at last' });
  });

  it('does not fail when work after the commit fails', async () => {
    const late = note({
      async run(_input, context) {
        context.afterCommit(() => {
          throw new Error('late');
        });
        return { noted: 'kept' };
      },
    });
    expect(await execute(late, 'x')).toEqual({ noted: 'kept' });
    expect(failures).toEqual([new Error('late')]);
  });

  it('runs with the rows of its lender alone', async () => {
    await execute(note(), 'mine', 'key-00000006');
    const other = await bench.newLender();
    expect(await database.app.scoped({ lenderId: other.id }).query(readKeys)).toEqual([{ count: 0 }]);
  });
});
