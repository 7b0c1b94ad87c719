import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseUrls } from '../../gateway/postgres';
import { freePort } from '../support/nats-server';

export interface GatewayProcessOptions {
  /** Folder of the compiled project. */
  readonly compiled: string;
  /** The Node that runs it; this process's own unless given. */
  readonly node?: string;
  /** The gateways share it: it holds the key of their tokens. */
  readonly dataDirectory: string;
  readonly urls: DatabaseUrls;
  readonly bus: string | null;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A gateway as it is started by hand: the compiled program in a process of its own, at an address that it keeps. */
export class GatewayProcess {
  private child: ChildProcess | null = null;
  ready = false;

  private constructor(
    readonly name: string,
    readonly port: number,
    readonly metricsPort: number,
    private readonly options: GatewayProcessOptions,
  ) {}

  static async prepare(name: string, options: GatewayProcessOptions): Promise<GatewayProcess> {
    return new GatewayProcess(name, await freePort(), await freePort(), options);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const { compiled, node = process.execPath, dataDirectory, urls, bus, settings } = this.options;
    mkdirSync(dataDirectory, { recursive: true });
    const log = openSync(join(dataDirectory, `${this.name}.log`), 'a');
    const child = spawn(node, ['--enable-source-maps', join(compiled, 'gateway/main.js')], {
      env: {
        PATH: process.env.PATH,
        PORT: String(this.port),
        METRICS_PORT: String(this.metricsPort),
        LEXGRAPH_DATA: dataDirectory,
        DATABASE_URL: urls.app,
        DATABASE_OWNER_URL: urls.owner,
        DATABASE_WORKER_URL: urls.worker,
        LOG_LEVEL: 'warn',
        ...(bus ? { EVENT_BUS: bus } : {}),
        ...settings,
      },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    // A driver that fails leaves nobody behind.
    const end = () => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => {
      process.off('exit', end);
      if (this.child === child) this.ready = false;
    });
    for (let attempt = 0; attempt < 1200; attempt++) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${this.name} ended before it was ready; see its log.`);
      if (await this.answers()) {
        this.ready = true;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${this.name} was not ready within a minute.`);
  }

  /** Ends it without a word, as a machine that fails. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to drain; answers its exit code. */
  async drain(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** The value of one series; not a number when there is none. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${this.metricsPort}/metrics`)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.slice(line.lastIndexOf(' ') + 1) ?? Number.NaN);
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    this.ready = false;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return gone;
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health`, { signal: AbortSignal.timeout(1_000) })).ok;
    } catch {
      return false;
    }
  }
}
