import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { coreModules } from '../../../modules';
import { anonymous, type Caller, confirmContact, requestCode, type TokenIssuer, tokenIssuerPort } from '../../../modules/access';
import { MovableClock } from '../../../modules/calendar';
import type { Command, CommandResult, GraphContext } from '../../../modules/commands';
import { createFieldCipher, fieldAad, fieldCipherPort, Loaders, parseKeyRing } from '../../../modules/database';
import { deadlineKinds, fireDeadline } from '../../../modules/deadlines';
import { signatureBlocks } from '../../../modules/documents';
import { CommandRunner } from '../../../modules/execution';
import type { Lender } from '../../../modules/lenders';
import type { Extensions, Port, Ports } from '../../../schema/base';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { collectExtensions, type PluginDefinition } from '../../kit';
import { ruMfo } from '..';
import { type CompleteProfile, completeProfile } from '../profile/complete-profile.command';
import { type Register, register } from '../registration/register.command';
import { questionnaire, registrant } from './person';

const cipher = createFieldCipher(parseKeyRing(`1:${randomBytes(32).toString('base64')}`));

const tokens: TokenIssuer = {
  issue: async ({ sessionId }) => ({ token: `access-${sessionId}`, expiresAt: new Date('2030-01-01T00:00:00Z') }),
};

export interface LoanBenchOptions {
  readonly plugin?: PluginDefinition;
  /** Code of the lender; the one with editions of many years unless said. */
  readonly lender?: string;
  /** The moment at which time stands, ISO 8601. */
  readonly at?: string;
}

/** A lender with its own rules, over the real pipeline and real PostgreSQL; time stands until a test moves it. */
export class LoanBench {
  readonly clock: MovableClock;
  readonly lender: Lender;
  readonly extensions: Extensions;
  private readonly runner: CommandRunner;
  private readonly bound = new Map<string, unknown>([
    [fieldCipherPort.id, cipher],
    [tokenIssuerPort.id, tokens],
  ]);
  private people = 0;

  private constructor(
    readonly database: TestDatabase,
    { plugin = ruMfo, lender = 'veritas', at = '2023-04-28T09:00:00Z' }: LoanBenchOptions,
  ) {
    this.clock = MovableClock.standingAt(at);
    this.extensions = collectExtensions([plugin], coreModules);
    const definition = ruMfo.lenders!.find(({ code }) => code === lender)!;
    this.lender = { ...definition, plugins: new Map([['ru-mfo', 'ENABLED']]) };
    this.runner = new CommandRunner({
      database: database.app,
      clock: this.clock,
      ports: this.ports,
      extensions: this.extensions,
      pluginEventTypes: new Set(ruMfo.eventTypes.map(({ type }) => type)),
      onCommit: () => {},
      onAfterCommitFailure: (_command, error) => {
        throw error;
      },
    });
  }

  static async open(options: LoanBenchOptions = {}): Promise<LoanBench> {
    const bench = new LoanBench(await createTestDatabase(), options);
    const { id, code, name, legalName, country, zone, currency } = bench.lender;
    await bench.sql(
      'insert into core.lender (lender_id, code, name, legal_name, country, zone, currency) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, code, name, legalName, country, zone, currency],
    );
    await bench.sql(
      "insert into core.plugin_state (lender_id, plugin_id, state, changed_by, changed_at) values ($1, 'ru-mfo', 'ENABLED', 'test', '2020-01-01')",
      [id],
    );
    return bench;
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Outside systems of this bench; `bind` adds one. */
  readonly ports: Ports = {
    get: <T>(port: Port<T>): T => {
      if (!this.bound.has(port.id)) throw new Error(`Nothing is bound to ${port.id}.`);
      return this.bound.get(port.id) as T;
    },
  };

  bind<T>(port: Port<T>, adapter: T): void {
    this.bound.set(port.id, adapter);
  }

  /** Runs a command; by an officer unless said. */
  execute<Input, Result extends CommandResult>(
    command: Command<Input, Result>,
    input: Input,
    caller: Caller = this.officer,
    idempotencyKey?: string,
  ): Promise<Result> {
    const request = { caller, lender: this.lender, locale: 'ru' as const, requestId: 'test' };
    return this.runner.execute(command, input, idempotencyKey === undefined ? request : { ...request, idempotencyKey });
  }

  get officer(): Caller {
    return {
      kind: 'OFFICER',
      subject: 'officer-1',
      lenderId: this.lender.id,
      lenders: [this.lender.id],
      clientId: null,
      sessionId: null,
      scopes: new Set(),
      expiresAt: null,
    };
  }

  /** The lines that the signature page of a document's PDF prints. */
  async signaturePageOf(documentId: string): Promise<readonly string[]> {
    const database = this.database.app.scoped({ lenderId: this.lender.id, clientId: null });
    const context = {
      lender: this.lender,
      ports: this.ports,
      extensions: this.extensions,
      loaders: new Loaders(database),
    } as unknown as GraphContext;
    const [document] = await this.sql<{ id: string; locale: string; pluginId: string }>(
      'select id, locale, plugin_id as "pluginId" from core.document where id = $1',
      [documentId],
    );
    const blocks = await Promise.all(this.extensions.all(signatureBlocks).map(({ value }) => value.load(context, document as never)));
    return blocks.flat().flatMap(({ lines }) => lines.map(({ label, value }) => `${label}: ${value}`));
  }

  get nobody(): Caller {
    return anonymous(this.lender.id);
  }

  client(clientId: string): Caller {
    return { ...this.officer, kind: 'CLIENT', subject: clientId, clientId, sessionId: '01990000-0000-7000-8000-000000000001' };
  }

  /**
   * Runs commands at once on connections of their own: all are let go when each of them waits for the application's row.
   * Answers in the order given.
   */
  async together<Result>(applicationId: string, commands: ReadonlyArray<() => Promise<Result>>): Promise<Result[]> {
    const holder = new pg.Client({ connectionString: this.database.adminUrl });
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query('select 1 from core.application where id = $1 for update', [applicationId]);
      const running = commands.map((command) => command());
      const waiting = "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      for (let tries = 0; (await this.sql<{ n: number }>(waiting))[0]!.n < commands.length; tries++) {
        if (tries > 200) throw new Error('The commands do not wait for the application.');
        await new Promise((done) => setTimeout(done, 20));
      }
      await holder.query('commit');
      return await Promise.all(running);
    } finally {
      await holder.end();
    }
  }

  /** Fires an application's deadline of a kind, as the worker does when it is due. */
  async fire(applicationId: string, kind: string): Promise<CommandResult & { readonly fired?: true }> {
    const definition = this.extensions.all(deadlineKinds).find(({ value }) => value.kind === kind)!.value;
    const [deadline] = await this.sql<{ id: string }>('select id from core.deadline where application_id = $1 and kind = $2', [
      applicationId,
      kind,
    ]);
    return this.execute(fireDeadline(definition), { deadlineId: deadline!.id });
  }

  /** A look behind row-level security. */
  async sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.database.adminUrl });
    await client.connect();
    try {
      return (await client.query(text, values as unknown[])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  open(cipherText: Buffer, table: string, id: string, column: string): string {
    return cipher.decrypt(cipherText, fieldAad({ lenderId: this.lender.id, table, id, column })).toString('utf8');
  }

  /** What a new person sends to register; contacts of its own. */
  registration(changes: Partial<Register> = {}): Register {
    const number = String(++this.people).padStart(2, '0');
    return {
      phone: `+791612345${number}`,
      email: `person${number}@example.org`,
      ...registrant(this.lender.code),
      ...changes,
    };
  }

  async registered(changes: Partial<Register> = {}): Promise<string> {
    const { clientId, findings } = await this.execute(register, this.registration(changes), this.nobody);
    if (!clientId) throw new Error(`Not registered: ${JSON.stringify(findings)}`);
    return clientId;
  }

  /** Sends a code to the contact, reads it where it was sent, and enters it. */
  async confirm(clientId: string, contact: 'PHONE' | 'EMAIL'): Promise<void> {
    const { ceremonyId, code } = await this.codeFor(clientId, contact);
    const { findings } = await this.execute(confirmContact, { ceremonyId, code, contact }, this.client(clientId));
    if (findings?.length) throw new Error(`Not confirmed: ${JSON.stringify(findings)}`);
  }

  /** Sends a code to confirm the contact and reads it where it was sent. */
  async codeFor(clientId: string, contact: 'PHONE' | 'EMAIL'): Promise<{ ceremonyId: string; code: string }> {
    const caller = this.client(clientId);
    const purpose = contact === 'PHONE' ? ('CONFIRM_PHONE' as const) : ('CONFIRM_EMAIL' as const);
    const channel = contact === 'PHONE' ? ('SMS' as const) : ('EMAIL' as const);
    const { ceremonyId } = await this.execute(requestCode, { purpose, channel, phone: null, email: null, operation: null }, caller);
    const [sent] = await this.sql<{ id: string; secret_enc: Buffer }>(
      'select id, secret_enc from core.notification where client_id = $1 and channel = $2 and secret_enc is not null',
      [clientId, channel],
    );
    const code = this.open(sent!.secret_enc, 'core.notification', sent!.id, 'secret');
    return { ceremonyId: ceremonyId!, code };
  }

  /** A questionnaire that meets every requirement. */
  questionnaire(clientId: string, changes: Partial<CompleteProfile> = {}): CompleteProfile {
    return {
      clientId,
      patronymic: null,
      ...questionnaire,
      ...changes,
    };
  }

  /** Registered, both contacts confirmed, questionnaire filled in. */
  async borrower(changes: Partial<CompleteProfile> = {}): Promise<string> {
    const clientId = await this.registered();
    await this.confirm(clientId, 'PHONE');
    await this.confirm(clientId, 'EMAIL');
    const { findings = [] } = await this.execute(completeProfile, this.questionnaire(clientId, changes), this.client(clientId));
    if (findings.length > 0) throw new Error(`No profile: ${JSON.stringify(findings)}`);
    return clientId;
  }
}
