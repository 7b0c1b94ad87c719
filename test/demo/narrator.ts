type Told = string | readonly string[];

/** Prints a story step by step; a step that does not do what it says ends it. */
export class Narrator {
  private steps = 0;
  private readonly started = performance.now();

  constructor(private readonly say: (line: string) => void = console.log) {}

  /** One that does the steps and keeps silent. */
  static silent(): Narrator {
    return new Narrator(() => {});
  }

  chapter(title: string): void {
    this.say(`\n${title}\n${'─'.repeat(title.length)}`);
  }

  /** Does one step and says what came of it, and by which clauses it is done. */
  async step<T>(what: string, work: () => Promise<T>, tell: (result: T) => Told = () => [], clauses: readonly string[] = []): Promise<T> {
    const began = performance.now();
    const result = await this.attempt(what, work);
    this.steps++;
    this.say(`  ✓ ${what}  (${Math.round(performance.now() - began)} ms)`);
    for (const line of [tell(result)].flat()) this.say(`      ${line}`);
    if (clauses.length > 0) this.say(`      § ${clauses.join(', ')}`);
    return result;
  }

  end(): void {
    this.say(`\n${this.steps} steps in ${((performance.now() - this.started) / 1000).toFixed(1)} s: each did what it says.`);
  }

  private async attempt<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}

/** What must be true for the story to go on. */
export function expect(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}
