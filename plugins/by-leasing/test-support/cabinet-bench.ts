import { randomBytes } from 'node:crypto';
import { graphql } from 'graphql';
import pg from 'pg';
import { SCOPES_OF_ROLE } from '../../../gateway/identity/roles';
import { coreModules } from '../../../modules';
import type { Caller } from '../../../modules/access';
import { MovableClock } from '../../../modules/calendar';
import { clientEvents, createClient, setContactVerified } from '../../../modules/clients';
import { type Command, type CommandResult, defineCommand } from '../../../modules/commands';
import { createFieldCipher, fieldAad, fieldCipherPort, Loaders, parseKeyRing } from '../../../modules/database';
import { deadlineKinds, fireDeadline } from '../../../modules/deadlines';
import { CommandRunner } from '../../../modules/execution';
import type { Lender } from '../../../modules/lenders';
import { composeMaximalSchema } from '../../../schema';
import { type Extensions, type Port, type Ports, toGlobalId } from '../../../schema/base';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { collectExtensions } from '../../kit';
import { byLeasing } from '..';

const cipher = createFieldCipher(parseKeyRing(`1:${randomBytes(32).toString('base64')}`));
const schema = () => composeMaximalSchema({ modules: coreModules, plugins: [byLeasing] }).schema;

const newClient = defineCommand<{ readonly number: number }, CommandResult & { readonly clientId: string }>({
  name: 'test:client',
  emits: clientEvents,
  async run({ number }, context) {
    const phone = `+37529${String(1_000_000 + number)}`;
    const { id } = await createClient(context, { kind: 'INDIVIDUAL', phone, profile: { familyName: 'Примеров', givenName: 'Проба' } });
    await setContactVerified(context, id, { phone });
    return { clientId: id };
  },
});

/** The lender with its rules, over the real pipeline and real PostgreSQL; time stands until a test moves it. */
export class CabinetBench {
  readonly clock = MovableClock.standingAt('2026-06-01T09:00:00Z');
  readonly extensions: Extensions = collectExtensions([byLeasing], coreModules);
  readonly lender: Lender = { ...byLeasing.lenders![0]!, plugins: new Map([['by-leasing', 'ENABLED']]) };
  private readonly runner: CommandRunner;
  private readonly bound = new Map<string, unknown>([[fieldCipherPort.id, cipher]]);
  private readonly schema = schema();
  private people = 0;

  private constructor(readonly database: TestDatabase) {
    this.runner = new CommandRunner({
      database: database.app,
      clock: this.clock,
      ports: this.ports,
      extensions: this.extensions,
      pluginEventTypes: new Set(byLeasing.eventTypes.map(({ type }) => type)),
      onCommit: () => {},
      onAfterCommitFailure: (_command, error) => {
        throw error;
      },
    });
  }

  static async open(): Promise<CabinetBench> {
    const bench = new CabinetBench(await createTestDatabase());
    const { id, code, name, legalName, country, zone, currency } = bench.lender;
    await bench.sql(
      'insert into core.lender (lender_id, code, name, legal_name, country, zone, currency) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, code, name, legalName, country, zone, currency],
    );
    await bench.sql(
      "insert into core.plugin_state (lender_id, plugin_id, state, changed_by, changed_at) values ($1, 'by-leasing', 'ENABLED', 'test', '2020-01-01')",
      [id],
    );
    return bench;
  }

  close(): Promise<void> {
    return this.database.close();
  }

  readonly ports: Ports = {
    get: <T>(port: Port<T>): T => {
      if (!this.bound.has(port.id)) throw new Error(`Nothing is bound to ${port.id}.`);
      return this.bound.get(port.id) as T;
    },
  };

  bind<T>(port: Port<T>, adapter: T): void {
    this.bound.set(port.id, adapter);
  }

  execute<Input, Result extends CommandResult>(
    command: Command<Input, Result>,
    input: Input,
    caller: Caller = this.officer,
  ): Promise<Result> {
    // What is recorded later is later: time does not stand still between two commands.
    this.clock.advance({ milliseconds: 1 });
    return this.runner.execute(command, input, { caller, lender: this.lender, locale: 'ru', requestId: 'test' });
  }

  /** Runs a command that must not be refused. */
  async done<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input, caller?: Caller): Promise<Result> {
    const result = await this.execute(command, input, caller);
    const blocking = result.findings?.filter(({ severity }) => severity === 'BLOCKING') ?? [];
    if (blocking.length > 0) throw new Error(`${command.name}: ${JSON.stringify(blocking)}`);
    return result;
  }

  /** Asks the graph; an error fails the test. Scopes are the gateway's and not checked here. */
  async ask(source: string, variableValues: Readonly<Record<string, unknown>>, caller: Caller = this.officer) {
    const { data, errors } = await this.answer(source, variableValues, caller);
    expect(errors).toBeUndefined();
    // biome-ignore lint/suspicious/noExplicitAny: the answer's shape is the query's, which only the test knows.
    return data as any;
  }

  /** Asks the graph; answers data and errors. */
  answer(source: string, variableValues: Readonly<Record<string, unknown>>, caller: Caller = this.officer) {
    const database = this.database.app.scoped({ lenderId: this.lender.id, clientId: caller.clientId });
    const contextValue = {
      caller,
      lender: this.lender,
      locale: 'ru',
      database,
      loaders: new Loaders(database),
      extensions: this.extensions,
      ports: this.ports,
      clock: this.clock,
      visiblePlugins: new Set(['by-leasing']),
      execute: (command: never, input: never) => this.execute(command, input, caller),
    };
    return graphql({ schema: this.schema, source, variableValues, contextValue });
  }

  /** What a background job gets. */
  get jobContext() {
    return {
      database: this.database.worker,
      clock: this.clock,
      ports: this.ports,
      execute: <Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input) => this.execute(command, input),
    };
  }

  get officer(): Caller {
    return this.officerWith();
  }

  officerWith(...scopes: readonly string[]): Caller {
    const { id } = this.lender;
    const rights = new Set([...SCOPES_OF_ROLE.OFFICER, ...scopes]);
    return {
      kind: 'OFFICER',
      subject: 'officer-1',
      lenderId: id,
      lenders: [id],
      clientId: null,
      sessionId: null,
      scopes: rights,
      expiresAt: null,
    };
  }

  client(clientId: string): Caller {
    const scopes = new Set(SCOPES_OF_ROLE.CLIENT);
    return { ...this.officer, kind: 'CLIENT', subject: clientId, clientId, scopes, sessionId: '01990000-0000-7000-8000-000000000001' };
  }

  get nobody(): Caller {
    return { ...this.officer, kind: 'ANONYMOUS', subject: 'anonymous', scopes: new Set() };
  }

  /** A client of the core with a confirmed phone, and nothing of this plugin. */
  async newClient(): Promise<string> {
    return (await this.execute(newClient, { number: ++this.people })).clientId;
  }

  async sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database.adminUrl });
    await client.connect();
    try {
      return (await client.query(text, values as unknown[])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Fires the deadlines of a kind that are due now; answers all states of it by due day. */
  async fire(kind: string, subjectId: string): Promise<string[]> {
    const definition = this.extensions.all(deadlineKinds).find(({ value }) => value.kind === kind)!.value;
    const now = new Date(this.clock.now().epochMilliseconds);
    const due = await this.sql<{ id: string }>(
      "select id from core.deadline where kind = $1 and subject_id = $2 and state = 'PENDING' and due_at < $3",
      [kind, subjectId, now],
    );
    for (const { id } of due) await this.execute(fireDeadline(definition), { deadlineId: id });
    const rows = await this.sql<{ state: string }>(
      'select state from core.deadline where kind = $1 and subject_id = $2 order by due_at, id',
      [kind, subjectId],
    );
    return rows.map(({ state }) => state);
  }

  /** Texts of the notices to a client, by channel. */
  async notices(clientId: string): Promise<{ channel: string; kind: string; clause: string | null; text: string }[]> {
    const rows = await this.sql<{ id: string; channel: string; kind: string; clause: string | null; text_enc: Buffer }>(
      'select id, channel, kind, clause, text_enc from core.notification where client_id = $1 order by queued_at, id',
      [clientId],
    );
    return rows.map(({ id, text_enc, ...row }) => {
      const aad = fieldAad({ lenderId: this.lender.id, table: 'core.notification', id, column: 'text' });
      return { ...row, text: cipher.decrypt(text_enc, aad).toString('utf8') };
    });
  }

  /** What the audit keeps of a command, the latest first. */
  audit(command: string): Promise<{ outcome: string; actor_subject: string; at: Date }[]> {
    return this.sql('select outcome, actor_subject, at from core.audit_entry where command = $1 order by at desc, id desc', [command]);
  }
}

export const codesOf = ({ findings = [] }: CommandResult): string[] => findings.map(({ code }) => code);
export const globalId = toGlobalId;
