import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { coreModules } from '../../../modules';
import { type Caller } from '../../../modules/access';
import { MovableClock } from '../../../modules/calendar';
import { type Command, type CommandResult } from '../../../modules/commands';
import { createFieldCipher, fieldAad, fieldCipherPort, parseKeyRing } from '../../../modules/database';
import { deadlineKinds, fireDeadline } from '../../../modules/deadlines';
import { CommandRunner } from '../../../modules/execution';
import type { Lender } from '../../../modules/lenders';
import { type Extensions, type Port, type Ports } from '../../../schema/base';
import { type TestDatabase } from '../../../test/support/test-database';
import { collectExtensions } from '../../kit';
import { byPledge } from '../by-pledge.plugin';
import { open } from '../command-support/seal';

export const cipher = createFieldCipher(parseKeyRing(`1:${randomBytes(32).toString('base64')}`));

/** The lender with its rules, over the real pipeline and real PostgreSQL; time stands until a test moves it. */
export class LenderBench {
  readonly clock = MovableClock.standingAt('2026-06-01T09:00:00Z');
  readonly extensions: Extensions = collectExtensions([byPledge], coreModules);
  lender: Lender;
  private readonly runner: CommandRunner;
  private readonly bound = new Map<string, unknown>([[fieldCipherPort.id, cipher]]);

  protected constructor(readonly database: TestDatabase) {
    this.lender = { ...byPledge.lenders![0]!, plugins: new Map([['by-pledge', 'ENABLED']]) };
    this.runner = new CommandRunner({
      database: database.app,
      clock: this.clock,
      ports: this.ports,
      extensions: this.extensions,
      pluginEventTypes: new Set(byPledge.eventTypes.map(({ type }) => type)),
      onCommit: () => {},
      onAfterCommitFailure: (_command, error) => {
        throw error;
      },
    });
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
    return this.officerNamed('officer-1');
  }

  officerNamed(subject: string): Caller {
    const { id } = this.lender;
    return { kind: 'OFFICER', subject, lenderId: id, lenders: [id], clientId: null, sessionId: null, scopes: new Set(), expiresAt: null };
  }

  client(clientId: string): Caller {
    return { ...this.officer, kind: 'CLIENT', subject: clientId, clientId, sessionId: '01990000-0000-7000-8000-000000000001' };
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

  /** Runs a command that must not be refused. */
  async done<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input, caller?: Caller): Promise<Result> {
    const result = await this.execute(command, input, caller);
    const blocking = result.findings?.filter(({ severity }) => severity === 'BLOCKING') ?? [];
    if (blocking.length > 0) throw new Error(`${command.name}: ${JSON.stringify(blocking)}`);
    return result;
  }

  /** A document's content as text. */
  textOf({ id, content }: { readonly id: string; readonly content: Buffer }): string {
    return cipher.decrypt(content, fieldAad({ lenderId: this.lender.id, table: 'core.document', id, column: 'content' })).toString('utf8');
  }

  /** What a sealed column of this plugin's tables holds. */
  opened(table: string, id: string, column: string, sealed: Buffer): string {
    return open(this, table, id, column, sealed)!;
  }

  /** Runs work at a lender with other details. */
  async withDetails<T>(details: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
    const { lender } = this;
    this.lender = { ...lender, details: { ...lender.details, ...details } };
    try {
      return await work();
    } finally {
      this.lender = lender;
    }
  }

  toDay(day: string): void {
    this.clock.moveTo(`${day}T09:00:00Z`);
  }

  /** Fires the deadlines of a kind that are due now; answers their states by due day. */
  async fire(applicationId: string, kind: string): Promise<string[]> {
    const definition = this.extensions.all(deadlineKinds).find(({ value }) => value.kind === kind)!.value;
    const due = await this.sql<{ id: string }>(
      "select id from core.deadline where application_id = $1 and kind = $2 and state = 'PENDING' and due_at <= $3",
      [applicationId, kind, new Date(this.clock.now().epochMilliseconds)],
    );
    for (const { id } of due) await this.execute(fireDeadline(definition), { deadlineId: id });
    const rows = await this.sql<{ state: string }>(
      'select state from core.deadline where application_id = $1 and kind = $2 order by due_at, id',
      [applicationId, kind],
    );
    return rows.map(({ state }) => state);
  }
}

export const codesOf = ({ findings = [] }: CommandResult): string[] => findings.map(({ code }) => code);
export const clausesOf = ({ findings = [] }: CommandResult): string[] => findings.flatMap(({ clauses }) => [...clauses]);
