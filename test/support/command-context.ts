import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { anonymous, type Caller } from '../../modules/access';
import { MovableClock } from '../../modules/calendar';
import type { Command, CommandContext, CommandResult } from '../../modules/commands';
import { createFieldCipher, fieldCipherPort, parseKeyRing, uuidv7 } from '../../modules/database';
import type { NewEvent } from '../../modules/events';
import { CommandRunner } from '../../modules/execution';
import type { Lender } from '../../modules/lenders';
import type { Finding } from '../../modules/rules';
import type { Contribution, ExtensionPoint, Extensions, Port, Ports } from '../../schema/base';
import type { TestDatabase } from './test-database';

/** A lender in a test database with the real command pipeline, simulated time and bound ports. */
export interface TestBench {
  readonly lender: Lender;
  readonly clock: MovableClock;
  readonly ports: Ports;
  readonly extensions: Extensions;
  /** Binds an adapter for the tests that follow. */
  bind<T>(port: Port<T>, adapter: T): void;
  /** Adds a contribution, as a plugin or module of this id. */
  contribute<T>(point: ExtensionPoint<T>, value: T, plugin?: string): void;
  execute<Input, Result extends CommandResult>(command: Command<Input, Result>, input: Input, caller?: Caller): Promise<Result>;
  /** Runs work as a command of its own that may emit anything; answers what it answered and told. */
  run<T>(
    work: (context: CommandContext) => Promise<T>,
    caller?: Caller,
  ): Promise<{ value: T; events: readonly NewEvent[]; findings: readonly Finding[]; codes: readonly string[] }>;
}

export async function createTestBench(
  database: TestDatabase,
  options: { readonly country?: string; readonly at?: string } = {},
): Promise<TestBench> {
  const id = uuidv7();
  const lender: Lender = {
    id,
    code: `acme-${id.slice(-6)}`,
    name: 'Acme',
    legalName: 'Acme Credit',
    country: options.country ?? 'FR',
    zone: 'Europe/Paris',
    currency: 'XTS',
    hosts: [],
    details: {},
    plugins: new Map(),
  };
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query(
    'insert into core.lender (lender_id, code, name, legal_name, country, zone, currency) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, lender.code, lender.name, lender.legalName, lender.country, lender.zone, lender.currency],
  );
  await admin.end();

  const clock = MovableClock.standingAt(options.at ?? '2026-03-02T09:00:00Z');
  const adapters = new Map<string, unknown>();
  const contributions: Array<{ point: string; plugin: string; value: unknown }> = [];
  const ports: Ports = {
    get<T>(port: Port<T>): T {
      if (!adapters.has(port.id)) throw new Error(`Nothing is bound to ${port.id}.`);
      return adapters.get(port.id) as T;
    },
  };
  const of = <T>(point: ExtensionPoint<T>) => contributions.filter((c) => c.point === point.id) as unknown as Contribution<T>[];
  const extensions: Extensions = {
    all: of,
    of: (point, plugin) =>
      of(point)
        .filter((c) => c.plugin === plugin)
        .map((c) => c.value),
  };
  adapters.set(fieldCipherPort.id, createFieldCipher(parseKeyRing(`1:${randomBytes(32).toString('base64')}`)));

  const runner = new CommandRunner({
    database: database.app,
    clock,
    ports,
    extensions,
    pluginEventTypes: new Set(),
    onCommit: () => {},
    onAfterCommitFailure: (_, error) => {
      throw error;
    },
  });
  const request = (caller: Caller) => ({ caller, lender, locale: 'en' as const, requestId: 'test' });
  return {
    lender,
    clock,
    ports,
    extensions,
    bind: (port, adapter) => void adapters.set(port.id, adapter),
    contribute: (point, value, plugin = 'acme-plugin') => void contributions.push({ point: point.id, plugin, value }),
    execute: (command, input, caller = anonymous(id)) => runner.execute(command, input, request(caller)),
    async run<T>(work: (context: CommandContext) => Promise<T>, caller: Caller = anonymous(id)) {
      const events: NewEvent[] = [];
      let value!: T;
      const command: Command<null, CommandResult> = {
        name: 'test',
        emits: [],
        async run(_, context) {
          value = await work({ ...context, emit: (event) => void events.push(event) });
          return {};
        },
      };
      const { findings = [] } = await runner.execute(command, null, request(caller));
      return { value, events, findings, codes: findings.map((finding) => finding.code) };
    },
  };
}

/** A borrower's own session. */
export function clientCaller(lenderId: string, clientId: string, sessionId: string | null = null): Caller {
  return { kind: 'CLIENT', subject: clientId, lenderId, lenders: [lenderId], clientId, sessionId, scopes: new Set(), expiresAt: null };
}
