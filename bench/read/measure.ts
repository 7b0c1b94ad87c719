import type { LoadOrder, LoadResult } from '../load.ts';
import { postgresCpu } from '../postgres-cpu.ts';
import type { Peer } from '../process.ts';
import type { PageRequest } from './page.ts';

/** A server under measurement. */
export interface Server {
  readonly name: string;
  /** What it is, in a line. */
  readonly title: string;
  readonly peer: Peer;
  readonly url: string;
  readonly token?: string;
  readonly request: PageRequest;
}

/** One server's round; CPU in microseconds. */
export interface Round extends LoadResult {
  readonly cpu: number;
  readonly postgresCpu: number | null;
}

export interface Setting {
  readonly connections: number;
  readonly seconds: number;
}

/** What is sent, without the load's own settings. */
function message({ url, token, request }: Server): Pick<LoadOrder, 'url' | 'method' | 'headers' | 'body'> {
  const headers: Record<string, string> = {
    ...(request.body ? { 'content-type': 'application/json' } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  return { url, headers, ...(request.body ? { method: 'POST', body: request.body } : { method: 'GET' }) };
}

export async function answerOf(server: Server): Promise<string> {
  const { url, ...init } = message(server);
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${server.name} answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

export async function measureRound(
  server: Server,
  { expected, load, postgres, ...setting }: Setting & { expected: string; load: Peer; postgres: string },
): Promise<Round> {
  const order: LoadOrder = { ...message(server), ...setting, expected };
  const before = { cpu: await server.peer.cpu(), postgres: postgresCpu(postgres) };
  const result = await load.ask<LoadResult>(order, 'loaded');
  const after = { cpu: await server.peer.cpu(), postgres: postgresCpu(postgres) };
  if (result.failures > 0) throw new Error(`${server.name} failed ${result.failures} of ${result.requests} requests.`);
  return {
    ...result,
    cpu: after.cpu - before.cpu,
    postgresCpu: before.postgres === null || after.postgres === null ? null : after.postgres - before.postgres,
  };
}
