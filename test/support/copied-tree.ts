import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Reachable } from './borrower';
import type { Answer, Ask, Asker, TestGateway } from './test-gateway';

const root = resolve(__dirname, '../..');
const { node } = require('../../scripts/run.cjs') as { node(): string };

const COPIED = ['gateway', 'modules', 'plugins', 'schema', 'scripts', 'test', 'ormconfig.ts', 'package.json', 'package-lock.json'];
const CONFIGS = ['tsconfig.json', 'tsconfig.build.json'];

/** The project's sources in a directory of their own, to be added to, compiled and started. */
export class CopiedTree {
  private constructor(
    readonly path: string,
    private readonly ends: Array<() => Promise<void>> = [],
  ) {}

  static make(): CopiedTree {
    const path = mkdtempSync(join(tmpdir(), 'lexgraph-tree-'));
    // Started by root, PostgreSQL runs as a user of its own, who must get in.
    chmodSync(path, 0o755);
    for (const name of [...COPIED, ...CONFIGS])
      cpSync(join(root, name), join(path, name), { recursive: true, filter: (source) => !source.endsWith('.spec.ts') });
    symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
    return new CopiedTree(path);
  }

  /** A folder of text files like another one, each text changed by `change`; files of `only` alone where that is given. */
  copyFolder(from: string, to: string, change: (text: string, file: string) => string, only?: readonly string[]): void {
    mkdirSync(join(this.path, to), { recursive: true });
    for (const file of readdirSync(join(this.path, from)).filter((name) => !only || only.includes(name)))
      writeFileSync(join(this.path, to, file), change(readFileSync(join(this.path, from, file), 'utf8'), file));
  }

  /** Compiles what changed and runs one of the project's scripts. */
  run(script: string, ...args: readonly string[]): string {
    const ran = spawnSync(node(), ['scripts/run.cjs', script, ...args], { cwd: this.path, encoding: 'utf8', timeout: 240_000 });
    if (ran.status !== 0) throw new Error(`${script} ended with ${ran.status}:\n${ran.stdout}\n${ran.stderr}`);
    return ran.stdout;
  }

  /** Starts the compiled gateway as a sandbox with data of its own; whoever asks is at this lender. */
  async startSandbox(port: number, lender: string): Promise<Reachable & { readonly officer: Asker }> {
    const url = `http://127.0.0.1:${port}`;
    const gateway = spawn(node(), [join(this.path, 'dist', 'gateway', 'main.js')], {
      cwd: this.path,
      env: {
        ...process.env,
        NODE_ENV: '',
        LEXGRAPH_DATA: join(this.path, 'data'),
        DATABASE_URL: '',
        PORT: String(port),
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = new Promise<void>((done) => gateway.once('exit', () => done()));
    this.ends.push(async () => {
      gateway.kill('SIGTERM');
      await ended;
    });
    for (let tries = 0; ; tries++) {
      if (gateway.exitCode !== null) throw new Error(`The gateway ended with code ${gateway.exitCode}.`);
      if (
        await fetch(`${url}/health`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        break;
      if (tries > 600) throw new Error('The gateway was not ready within a minute.');
      await new Promise((done) => setTimeout(done, 100));
    }
    const tokens = (await (await fetch(`${url}/sandbox/tokens?lender=${lender}`)).json()) as { officer: string };
    const as =
      ({ token }: Asker = {}): Ask =>
      async <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => {
        const headers = {
          'content-type': 'application/json',
          'lexgraph-lender': lender,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        };
        return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json() as Promise<
          Answer<Data>
        >;
      };
    const messages: TestGateway['messages'] = async (to) =>
      (await (await fetch(`${url}/sandbox/inbox?to=${encodeURIComponent(to)}`)).json()) as Awaited<ReturnType<TestGateway['messages']>>;
    return { as, messages, officer: { token: tokens.officer } };
  }

  async remove(): Promise<void> {
    for (const end of this.ends) await end();
    rmSync(this.path, { recursive: true, force: true });
  }
}
