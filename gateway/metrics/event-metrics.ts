import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Clock } from '../../modules/calendar';
import { type Database, NO_ROWS } from '../../modules/database';
import {
  type EventStreams,
  eventReaderSources,
  type LaggingReader,
  readerOf,
  readHead,
  type Sequencer,
  withLag,
} from '../../modules/events';
import type { LenderDirectory } from '../../modules/lenders';
import type { Extensions } from '../../schema/base';

export type MetricsRegistry = Registry;

export interface EventMetricsParts {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  readonly sequencer: Pick<Sequencer, 'backlog' | 'tally'>;
  readonly streams: Pick<EventStreams, 'all'>;
  readonly lenders: Pick<LenderDirectory, 'byId'>;
  readonly extensions: Extensions;
}

const prefix = 'lexgraph_';
const READER = ['kind', 'caller', 'subject', 'lender'] as const;

/**
 * What this process knows of inbox, log, sequencer and readers, read when somebody asks. Clients are counted together: a series
 * for each would name them and grow without bound. Other parts add measurements of their own to `registry`.
 */
export class EventMetrics {
  readonly registry: MetricsRegistry = new Registry();

  constructor(private readonly parts: EventMetricsParts) {
    const { registry } = this;
    const registers = [registry];
    collectDefaultMetrics({ register: registry, prefix });
    const { sequencer, streams, database } = parts;
    const inbox = this.gauge('event_inbox_length', 'Committed events that wait for their position.');
    const age = this.gauge('event_inbox_age_seconds', 'Age of the oldest event that waits for its position.');
    const head = this.gauge('event_log_position', 'Position of the last event of the log.');
    const first = this.gauge('event_log_first_position', 'Oldest position that is kept.');
    const led = this.gauge('sequencer_last_led_timestamp_seconds', 'When this process last gave events their positions; 0: never.');
    const tally = (name: string, help: string, of: () => number) =>
      new Counter({
        name: prefix + name,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(of());
        },
      });
    tally('sequencer_batches_total', 'Batches of events that this process sequenced.', () => sequencer.tally.batches);
    tally('sequencer_events_total', 'Events that this process sequenced.', () => sequencer.tally.events);
    new Gauge({
      name: `${prefix}event_streams`,
      help: 'Open event streams of this process, by kind of caller.',
      labelNames: ['caller'],
      registers,
      collect() {
        this.reset();
        for (const { caller } of streams.all()) this.inc({ caller: caller.kind });
      },
    });
    const readers = this.gauge('event_readers', 'Readers of the log that this process knows.', READER);
    const lag = this.gauge('event_reader_lag_positions', 'Events of the log that the furthest of these readers has not passed.', READER);
    const seconds = this.gauge('event_reader_lag_seconds', 'Age of the oldest of them that is the reader’s lender’s.', READER);
    this.refresh = async () => {
      const backlog = await sequencer.backlog();
      inbox.set(backlog.waiting);
      age.set(backlog.oldestAt ? Math.max(0, (this.now().getTime() - backlog.oldestAt.getTime()) / 1000) : 0);
      const log = await readHead(database.scoped(NO_ROWS));
      head.set(log.pos);
      first.set(log.firstPos);
      led.set((sequencer.tally.lastLedAt?.getTime() ?? 0) / 1000);
      for (const gauge of [readers, lag, seconds]) gauge.reset();
      const found = new Map<string, readonly LaggingReader[]>();
      for (const reader of await this.readers()) {
        const key = JSON.stringify(this.labelsOf(reader));
        found.set(key, [...(found.get(key) ?? []), reader]);
      }
      for (const [key, ofOne] of found) {
        const labels = JSON.parse(key) as Record<(typeof READER)[number], string>;
        readers.set(labels, ofOne.length);
        lag.set(
          labels,
          ofOne.reduce((most, { lagPositions }) => Math.max(most, lagPositions), 0),
        );
        seconds.set(
          labels,
          ofOne.reduce((most, { lagSeconds }) => Math.max(most, lagSeconds), 0),
        );
      }
    };
  }

  private readonly refresh: () => Promise<void>;

  /** All measurements in the text form of Prometheus. */
  async text(): Promise<string> {
    await this.refresh();
    return this.registry.metrics();
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> {
    return new Gauge({ name: prefix + name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  private now(): Date {
    return new Date(this.parts.clock.now().epochMilliseconds);
  }

  private async readers(): Promise<readonly LaggingReader[]> {
    const { database, streams, extensions } = this.parts;
    const everywhere = database.scoped(NO_ROWS);
    const others = await Promise.all(extensions.all(eventReaderSources).map(({ value }) => value.readers(everywhere)));
    return withLag(everywhere, [...streams.all().map(readerOf), ...others.flat()], this.now());
  }

  private labelsOf({ kind, caller, subject, lenderId }: LaggingReader): Record<(typeof READER)[number], string> {
    return { kind, caller, subject: caller === 'CLIENT' ? '' : subject, lender: this.parts.lenders.byId(lenderId)?.code ?? '' };
  }
}
