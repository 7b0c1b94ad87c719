/** Remembers what was done under an id, so that a repeat is not done again; forgets the oldest beyond the limit. */
export class Once {
  private readonly known = new Map<string, Promise<void>>();

  constructor(private readonly limit: number) {}

  /** Does the work, or shares what became of it. What failed may be tried again. */
  run(id: string, work: () => Promise<void>): Promise<void> {
    const known = this.known.get(id);
    if (known) return known;
    const done = work();
    this.known.set(id, done);
    done.catch(() => this.known.delete(id));
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size > this.limit) this.known.delete(oldest);
    return done;
  }

  /** What becomes of the work under this id, if any is remembered. */
  of(id: string): Promise<void> | undefined {
    return this.known.get(id);
  }
}
