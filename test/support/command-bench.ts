import pg from 'pg';
import { type Caller, systemCaller } from '../../modules/access';
import { MovableClock } from '../../modules/calendar';
import type { Command, CommandResult } from '../../modules/commands';
import { uuidv7 } from '../../modules/database';
import { CommandRunner } from '../../modules/execution';
import type { Lender, PluginState } from '../../modules/lenders';
import type { Contribution, ExtensionPoint, Extensions, Port, Ports } from '../../schema/base';
import type { TestDatabase } from './test-database';

/** Contributions by point id; grows as a test adds to it. */
export class TestExtensions implements Extensions {
  private readonly contributions = new Map<string, Contribution<unknown>[]>();

  add<T>(point: ExtensionPoint<T>, plugin: string, value: T): this {
    this.contributions.set(point.id, [...(this.contributions.get(point.id) ?? []), { plugin, value }]);
    return this;
  }

  all<T>(point: ExtensionPoint<T>): readonly Contribution<T>[] {
    return (this.contributions.get(point.id) ?? []) as Contribution<T>[];
  }

  of<T>(point: ExtensionPoint<T>, plugin: string): readonly T[] {
    return this.all(point)
      .filter((contribution) => contribution.plugin === plugin)
      .map(({ value }) => value);
  }
}

/** Adapters by port; grows as a test binds them. */
export class TestPorts implements Ports {
  private readonly adapters = new Map<string, unknown>();

  bind<T>(port: Port<T>, adapter: T): this {
    this.adapters.set(port.id, adapter);
    return this;
  }

  get<T>(port: Port<T>): T {
    if (!this.adapters.has(port.id)) throw new Error(`The test binds nothing to ${port.id}.`);
    return this.adapters.get(port.id) as T;
  }
}

/** Runs commands through the real pipeline against a test database, with a clock that the test moves. */
export class CommandBench {
  readonly clock: MovableClock;
  readonly extensions = new TestExtensions();
  readonly ports = new TestPorts();
  private readonly runner: CommandRunner;

  constructor(
    private readonly database: TestDatabase,
    at = '2026-03-31T09:00:00Z',
  ) {
    this.clock = MovableClock.standingAt(at);
    this.runner = new CommandRunner({
      database: database.app,
      clock: this.clock,
      ports: this.ports,
      extensions: this.extensions,
      pluginEventTypes: new Set(),
      onCommit: () => {},
      onAfterCommitFailure: (_command, error) => {
        throw error;
      },
    });
  }

  execute<Input, Result extends CommandResult>(
    command: Command<Input, Result>,
    input: Input,
    lender: Lender,
    caller: Caller = systemCaller(lender.id, 'test'),
  ): Promise<Result> {
    return this.runner.execute(command, input, { caller, lender, locale: 'en', requestId: 'test-request' });
  }

  /** Writes a lender with the given plugin states, as the administrator. */
  async newLender(
    plugins: Readonly<Record<string, PluginState>> = {},
    place: Partial<Pick<Lender, 'country' | 'currency'>> = {},
  ): Promise<Lender> {
    const id = uuidv7();
    const lender: Lender = {
      id,
      code: `acme-${id.slice(-12)}`,
      name: 'Acme',
      legalName: 'Acme SA',
      country: 'FR',
      zone: 'Europe/Paris',
      currency: 'EUR',
      ...place,
      hosts: [],
      details: {},
      plugins: new Map(Object.entries(plugins)),
    };
    await this.asAdmin(async (client) => {
      await client.query('insert into core.lender values ($1, $2, $3, $4, $5, $6, $7)', [
        id,
        lender.code,
        lender.name,
        lender.legalName,
        lender.country,
        lender.zone,
        lender.currency,
      ]);
      for (const [plugin, state] of lender.plugins) {
        await client.query(
          "insert into core.plugin_state (lender_id, plugin_id, state, changed_by, changed_at) values ($1, $2, $3, 'test', '2026-01-01')",
          [id, plugin, state],
        );
      }
    });
    return lender;
  }

  /** Writes a client without any personal data; answers its id. */
  async newClient(lender: Lender): Promise<string> {
    const id = uuidv7();
    await this.asAdmin((client) =>
      client.query(
        `insert into core.client (lender_id, id, number, kind, status, profile_enc, created_at, version)
         values ($1, $2, $3, 'INDIVIDUAL', 'REGISTERED', '', '2026-01-01', 1)`,
        [lender.id, id, id],
      ),
    );
    return id;
  }

  /** Writes an application of a client; answers its id. */
  async newApplication(lender: Lender, clientId: string, pluginId = 'acme-plugin'): Promise<string> {
    const id = uuidv7();
    await this.asAdmin((client) =>
      client.query(
        `insert into core.application
           (lender_id, id, number, client_id, plugin_id, product, status, amount, currency, term_days, channel, created_at, status_changed_at)
         values ($1, $2, $3, $4, $5, 'loan', 'IN_REVIEW', 100, 'EUR', 30, 'OFFICE', '2026-01-01', '2026-01-01')`,
        [lender.id, id, id, clientId, pluginId],
      ),
    );
    return id;
  }

  /** A look behind row-level security. */
  async asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.database.adminUrl });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
