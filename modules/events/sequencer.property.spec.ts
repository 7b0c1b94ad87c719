import fc from 'fast-check';
import { EventBench, type Writer } from '../../test/support/event-bench';

type Step =
  | { readonly do: 'append'; readonly connection: number; readonly subject: number }
  | { readonly do: 'commit' | 'abort'; readonly connection: number }
  | { readonly do: 'sequence'; readonly batch: number };

const CONNECTIONS = 4;
const connection = fc.nat(CONNECTIONS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('append' as const), connection, subject: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('commit' as const), connection }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('abort' as const), connection }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sequence' as const), batch: fc.integer({ min: 1, max: 4 }) }) },
);

/** What the log must hold, kept beside the real transactions. */
class Model {
  readonly committed: string[] = [];
  readonly perSubject = new Map<number, string[]>();
  private readonly open = Array.from({ length: CONNECTIONS }, () => [] as { subject: number; label: string }[]);
  private next = 0;

  isOpen(connection: number): boolean {
    return this.open[connection]!.length > 0;
  }

  /** Another open transaction holds the subject's lock: a command would wait here. */
  isLocked(connection: number, subject: number): boolean {
    return this.open.some((held, holder) => holder !== connection && held.some((event) => event.subject === subject));
  }

  append(connection: number, subject: number): string {
    const label = String(this.next++);
    this.open[connection]!.push({ subject, label });
    return label;
  }

  commit(connection: number): void {
    for (const { subject, label } of this.abort(connection)) {
      this.committed.push(label);
      this.perSubject.set(subject, [...(this.perSubject.get(subject) ?? []), label]);
    }
  }

  abort(connection: number) {
    return this.open[connection]!.splice(0);
  }
}

describe('any schedule of begin, append, commit and abort over four connections', () => {
  let bench: EventBench;
  const writers: Writer[] = [];
  beforeAll(async () => {
    bench = await EventBench.open();
    for (let i = 0; i < CONNECTIONS; i++) writers.push(await bench.writer());
  });
  afterAll(() => bench.close());

  it('is read as what was committed, each event once, in the order of each subject, by a reader that only ever goes forward', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 5 }), async (steps, partitionSize) => {
        await bench.reset(partitionSize);
        const model = new Model();
        const read: string[] = [];
        let position = 0;
        const readOn = async () => {
          const rows = await bench.log(position);
          expect(rows.map(({ pos }) => pos)).toEqual(rows.map((_, index) => position + index + 1));
          read.push(...rows.map(({ label }) => label));
          position += rows.length;
        };
        const end = async (which: number, how: 'commit' | 'abort') => {
          if (!model.isOpen(which)) return;
          if (how === 'commit') await writers[which]!.commit();
          else await writers[which]!.rollback();
          model[how](which);
        };
        for (const next of steps) {
          if (next.do === 'sequence') {
            await bench.sequence({ batch: next.batch });
            await readOn();
          } else if (next.do === 'append') {
            if (model.isLocked(next.connection, next.subject)) continue;
            if (!model.isOpen(next.connection)) await writers[next.connection]!.begin();
            await writers[next.connection]!.lock(`s${next.subject}`);
            await writers[next.connection]!.append(`s${next.subject}`, [model.append(next.connection, next.subject)]);
          } else {
            await end(next.connection, next.do);
          }
        }
        for (let which = 0; which < CONNECTIONS; which++) await end(which, which % 2 === 0 ? 'commit' : 'abort');
        await bench.sequence();
        await readOn();

        expect([...read].sort()).toEqual([...model.committed].sort());
        for (const [subject, labels] of model.perSubject) {
          expect((await bench.log()).filter((event) => event.subject === `s${subject}`).map(({ label }) => label)).toEqual(labels);
        }
      }),
      { numRuns: 40 },
    );
  });
});
