import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Sandbox {
  readonly url: string;
  readonly own: boolean;
  stop(): Promise<void>;
}

/** The gateway to play against: the one at `LEXGRAPH_URL`, or a sandbox started for the purpose with data of its own. */
export async function findSandbox(): Promise<Sandbox> {
  const given = process.env.LEXGRAPH_URL;
  if (given) return { url: given.replace(/\/$/, ''), own: false, stop: async () => {} };
  const data = mkdtempSync(join(tmpdir(), 'lexgraph-demo-'));
  // Run as root, the database becomes a user of its own, who must be able to pass through.
  chmodSync(data, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const gateway = spawn(process.execPath, [resolve(__dirname, '../../gateway/main.js')], {
    env: { ...process.env, LEXGRAPH_DATA: join(data, 'sandbox'), PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await ready(url, gateway);
  return {
    url,
    own: true,
    stop: async () => {
      const ended = new Promise((done) => gateway.once('exit', done));
      gateway.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, gateway: ChildProcess): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (gateway.exitCode !== null) throw new Error(`The gateway ended with code ${gateway.exitCode} before it was ready.`);
    const answered = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await sleep(100);
  }
  throw new Error('The gateway was not ready within a minute.');
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
