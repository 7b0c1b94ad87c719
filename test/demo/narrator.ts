type Told = string | readonly string[];

/** Prints a story step by step; a step that does not do what it says ends it. */
export class Narrator {
  private steps = 0;
  private readonly started = performance.now();

  chapter(title: string): void {
    console.log(`\n${title}\n${'─'.repeat(title.length)}`);
  }

  /** Does one step and says what came of it, and by which clauses it is done. */
  async step<T>(what: string, work: () => Promise<T>, tell: (result: T) => Told = () => [], clauses: readonly string[] = []): Promise<T> {
    const began = performance.now();
    const result = await this.attempt(what, work);
    this.steps++;
    console.log(`  ✓ ${what}  (${Math.round(performance.now() - began)} ms)`);
    for (const line of [tell(result)].flat()) console.log(`      ${line}`);
    if (clauses.length > 0) console.log(`      § ${clauses.join(', ')}`);
    return result;
  }

  end(): void {
    console.log(`\n${this.steps} steps in ${((performance.now() - this.started) / 1000).toFixed(1)} s: each did what it says.`);
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
