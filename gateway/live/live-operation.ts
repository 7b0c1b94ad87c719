import type { GraphContext } from '../../modules/commands';
import { type EventRow, inSlices } from '../../modules/events';
import type { Executor, FormattedResult, PreparedOperation } from '../executor';
import { LiveResult } from './live-result';
import { watchedContext } from './watched-context';

/** One subscriber of an operation, as an execution needs it. */
export interface LiveReader {
  readonly context: GraphContext;
  readonly variables: Readonly<Record<string, unknown>>;
  deliver(result: LiveResult): void;
}

/** Results kept for readers who come to the same event a little later, and milliseconds for which they are. */
const KEPT = { results: 256, milliseconds: 1_000 };

/** An execution for one event, and who waits for it. */
interface Run {
  readonly owner: LiveReader;
  result: LiveResult | null;
  personal: boolean;
  waiting: LiveReader[];
}

/**
 * An operation that any number of subscribers with the same rights listen to: executed once for each event.
 * Where an execution turns out to depend on its reader, the others are answered by executions of their own, from then on at once.
 */
export class LiveOperation {
  private readonly runs = new Map<number, Run>();
  private personal = false;
  /** Subscribers at present. */
  readers = 0;

  constructor(
    readonly key: string,
    private readonly prepared: PreparedOperation,
    private readonly executor: Executor,
  ) {}

  /** Gives the reader the result of an event: in this turn where it is there or can be computed in it, else later. */
  run(row: EventRow, reader: LiveReader): void {
    if (this.personal || this.readers < 2) {
      this.runAlone(row, reader);
      return;
    }
    const run = this.runs.get(row.pos) ?? this.start(row, reader);
    if (run.result) this.hand(run, row, reader);
    else run.waiting.push(reader);
  }

  private start(row: EventRow, owner: LiveReader): Run {
    const run: Run = { owner, result: null, personal: false, waiting: [] };
    this.runs.set(row.pos, run);
    if (this.runs.size > KEPT.results) this.runs.delete(this.runs.keys().next().value!);
    const watched = watchedContext(owner.context);
    const settle = (value: FormattedResult) => {
      run.result = new LiveResult(value);
      run.personal = watched.personal;
      this.personal ||= watched.personal;
      setTimeout(() => this.runs.get(row.pos) === run && this.runs.delete(row.pos), KEPT.milliseconds).unref();
      const { waiting } = run;
      run.waiting = [];
      void inSlices(waiting, (reader) => this.hand(run, row, reader));
    };
    this.execute(row, owner.variables, watched.context, settle);
    return run;
  }

  private hand(run: Run, row: EventRow, reader: LiveReader): void {
    if (run.personal && reader !== run.owner) this.runAlone(row, reader);
    else reader.deliver(run.result!);
  }

  private runAlone(row: EventRow, reader: LiveReader): void {
    this.execute(row, reader.variables, reader.context, (value) => reader.deliver(new LiveResult(value)));
  }

  private execute(row: EventRow, variables: LiveReader['variables'], context: GraphContext, settle: (value: FormattedResult) => void) {
    const result = this.executor.runForEvent(this.prepared, variables, context, row);
    if (result instanceof Promise) void result.then(settle);
    else settle(result);
  }
}
