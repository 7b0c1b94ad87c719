import autocannon, { type Result } from 'autocannon';

/** One round against one server. */
export interface LoadOrder {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
  /** Every answer must be this one. */
  readonly expected: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
  /** Milliseconds of each answered request. */
  readonly latencies: readonly number[];
}

process.on('message', async (order: LoadOrder | { ask: string }) => {
  if ('ask' in order) return;
  process.send?.({ loaded: await load(order) });
});

async function load({ expected, seconds, ...order }: LoadOrder): Promise<LoadResult> {
  const latencies: number[] = [];
  const { errors, non2xx, mismatches, duration } = await new Promise<Result>((resolve, reject) => {
    const run = autocannon({ ...order, duration: seconds, expectBody: expected, timeout: 10, sampleInt: 100 }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    // Autocannon's own percentiles are whole milliseconds.
    run.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
  return {
    requests: latencies.length,
    failures: errors + non2xx + mismatches,
    seconds: duration,
    latencies,
  };
}
