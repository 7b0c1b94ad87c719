/** Milliseconds for which others may have to wait: requests, answers to pings, commits. */
const SLICE = 2;

/** Looks at the time that often. */
const STRIDE = 16;

/** Does something for each of many, giving others their turn in between; resolves at once when it is soon done. */
export async function inSlices<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  let began = performance.now();
  for (const [index, item] of items.entries()) {
    if (index % STRIDE === STRIDE - 1 && performance.now() - began > SLICE) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      began = performance.now();
    }
    work(item);
  }
}
