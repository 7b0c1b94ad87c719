import { randomBytes } from 'node:crypto';
import { type Caller, revokedAccessPort } from '../../modules/access';
import { type CommandResult, defineCommand } from '../../modules/commands';
import { createFieldCipher, fieldCipherPort, NO_ROWS, parseKeyRing, statement } from '../../modules/database';
import { type NewEvent, Sequencer } from '../../modules/events';
import { type Lender, lenderDirectory } from '../../modules/lenders';
import {
  createTargetGate,
  disableWebhook,
  holdWebhook,
  targetGatePort,
  WebhookDispatcher,
  type WebhookDispatcherOptions,
  type WebhookDocuments,
  WebhookFeeder,
  webhookDocumentsPort,
} from '../../modules/webhooks';
import { registerWebhook } from '../../modules/webhooks/register-webhook.command';
import { CommandBench } from './command-bench';
import { createTestDatabase, type TestDatabase } from './test-database';

/** A delivery's row as a test looks at it. */
export interface DeliveryRow {
  readonly id: string;
  readonly status: string;
  readonly attempts: number;
  readonly failure: string | null;
  readonly orderKey: string;
  readonly nextAttemptAt: Date;
}

const tell = defineCommand<readonly NewEvent[], CommandResult>({
  name: 'tell',
  emits: ['ThingChanged', 'OtherChanged'],
  async run(events, context) {
    for (const event of events) context.emit(event);
    return {};
  },
});

/** Endpoints, feeders and dispatchers on a real database, without a gateway: a document is an event's payload. */
export class WebhookBench {
  readonly commands: CommandBench;
  readonly failures: unknown[] = [];
  private lender!: Lender;
  private readonly stops: (() => Promise<void>)[] = [];

  private constructor(readonly database: TestDatabase) {
    this.commands = new CommandBench(database);
  }

  static async open(): Promise<WebhookBench> {
    const bench = new WebhookBench(await createTestDatabase());
    bench.lender = await bench.commands.newLender();
    const { lender } = bench;
    const one = { all: () => [lender], byId: () => lender, byCode: () => lender, byHost: () => null };
    const documents: WebhookDocuments = {
      open: async () => ({
        filter: { types: ['ThingChanged'] },
        plugins: new Set(),
        requiredScopes: [],
        database: database.app.scoped({ lenderId: lender.id }),
        run: async ({ payload }) => JSON.stringify({ data: payload }),
      }),
    };
    const { database } = bench;
    bench.commands.ports
      .bind(fieldCipherPort, createFieldCipher(parseKeyRing(`1:${randomBytes(32).toString('base64')}`)))
      .bind(lenderDirectory, one)
      .bind(revokedAccessPort, { has: () => false, refresh: async () => {} })
      .bind(targetGatePort, createTargetGate({ policy: 'LOOPBACK_TOO' }))
      .bind(webhookDocumentsPort, documents);
    return bench;
  }

  /** Registers an endpoint of the partner; answers its row id. */
  async register(url: string): Promise<string> {
    const document = 'subscription { events { id } }';
    const settings = {
      description: null,
      noticeEmail: null,
      document,
      operationName: null,
      variables: {},
      eventTypes: null,
      requiredScopes: [],
    };
    const { webhookId } = await this.commands.execute(
      registerWebhook,
      { ...settings, url, apiVersion: '1', start: null },
      this.lender,
      this.partner,
    );
    return webhookId!;
  }

  get clock() {
    return this.commands.clock;
  }

  private get partner(): Caller {
    const { id } = this.lender;
    return {
      kind: 'PARTNER',
      subject: 'partner-1',
      lenderId: id,
      lenders: [id],
      clientId: null,
      sessionId: null,
      scopes: new Set(['webhooks:read', 'webhooks:write']),
      expiresAt: null,
    };
  }

  /** Commits events, one command each; `subject` is also their line. */
  async tell(...events: readonly { readonly subject: string; readonly label: string }[]): Promise<void> {
    for (const { subject, label } of events)
      await this.commands.execute(
        tell,
        [{ type: 'ThingChanged', subject: { type: 'Thing', id: subject }, payload: { label, subject } }],
        this.lender,
      );
    await new Sequencer({ database: this.database.worker }).stop();
  }

  /** Commits an event that no endpoint asks for. */
  async tellOthers(): Promise<void> {
    await this.commands.execute(tell, [{ type: 'OtherChanged', subject: { type: 'Other', id: 'o' }, payload: {} }], this.lender);
    await new Sequencer({ database: this.database.worker }).stop();
  }

  /** Place of the one endpoint. */
  async position(): Promise<number> {
    const { rows } = await this.commands.asAdmin((client) => client.query<{ position: string }>('select position from core.webhook'));
    return Number(rows[0]!.position);
  }

  feeder(onQueued: () => void = () => {}): WebhookFeeder {
    return new WebhookFeeder({
      database: this.database.worker,
      clock: this.clock,
      ports: this.commands.ports,
      hold: async (_lenderId, input) => void (await this.commands.execute(holdWebhook, input, this.lender)),
      onQueued,
      onFailure: (error) => void this.failures.push(error),
    });
  }

  dispatcher(options: Partial<WebhookDispatcherOptions> = {}): WebhookDispatcher {
    const dispatcher = new WebhookDispatcher({
      database: this.database.worker,
      clock: this.clock,
      ports: this.commands.ports,
      disable: async (_lenderId, input) => void (await this.commands.execute(disableWebhook, input, this.lender)),
      onFailure: (error) => void this.failures.push(error),
      random: () => 0.5,
      ...options,
    });
    this.stops.push(() => dispatcher.stop());
    return dispatcher;
  }

  /** Makes and sends what is due at this moment, and waits for what comes of it. */
  async settle(dispatcher: WebhookDispatcher, feeder: WebhookFeeder = this.feeder()): Promise<void> {
    await feeder.round();
    for (;;) {
      await dispatcher.round();
      await dispatcher.idle();
      if ((await this.dueNow()) === 0) return;
    }
  }

  async deliveries(): Promise<DeliveryRow[]> {
    return this.database.worker
      .scoped(NO_ROWS)
      .query(
        statement<DeliveryRow>(
          'bench_deliveries',
          'select id, status, attempts, failure, order_key as "orderKey", next_attempt_at as "nextAttemptAt" from core.webhook_delivery order by seq',
        ),
      );
  }

  /** Why the one endpoint's events wait. */
  async problem(): Promise<string | null> {
    const { rows } = await this.commands.asAdmin((client) => client.query<{ problem: string | null }>('select problem from core.webhook'));
    return rows[0]!.problem;
  }

  /** Stops every dispatcher and forgets every endpoint. */
  async clear(): Promise<void> {
    await Promise.all(this.stops.splice(0).map((stop) => stop()));
    await this.commands.asAdmin((client) =>
      client.query(
        'delete from core.webhook_attempt; delete from core.webhook_delivery; delete from core.webhook_key; delete from core.webhook',
      ),
    );
    this.failures.length = 0;
  }

  async close(): Promise<void> {
    await this.clear();
    await this.database.close();
  }

  private async dueNow(): Promise<number> {
    const now = this.clock.now().epochMilliseconds;
    const endpoints = await this.commands.asAdmin((client) => client.query("select id from core.webhook where status = 'ACTIVE'"));
    return endpoints.rowCount === 0
      ? 0
      : (await this.deliveries()).filter(({ status, nextAttemptAt }) => status === 'DUE' && nextAttemptAt.getTime() <= now).length;
  }
}
