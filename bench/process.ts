import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of this measurement that answers over its channel. */
export class Peer {
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  /** Starts a script of this folder; what it prints goes to stderr, for stdout belongs to the result. */
  static start(script: string, environment: Record<string, string> = {}): Peer {
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      execArgv: ['--import', new URL('servers/probe.ts', import.meta.url).href],
      stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
    });
    return new Peer(child);
  }

  /** The next message that has `field`; fails when the process ends before. */
  next<T>(field: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: Record<string, T>) => {
        if (!(field in message)) return;
        done();
        resolve(message[field] as T);
      };
      const onExit = (code: number | null) => {
        done();
        reject(new Error(`A process of the measurement ended with ${code}; what it said stands above.`));
      };
      const done = () => {
        this.child.off('message', onMessage);
        this.child.off('exit', onExit);
      };
      this.child.on('message', onMessage);
      this.child.on('exit', onExit);
    });
  }

  ask<T>(message: object, field: string): Promise<T> {
    const answer = this.next<T>(field);
    this.child.send(message);
    return answer;
  }

  /** CPU microseconds that it has used, user and system. */
  async cpu(): Promise<number> {
    const { user, system } = await this.ask<NodeJS.CpuUsage>({ ask: 'cpu' }, 'cpu');
    return user + system;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.send({ ask: 'stop' });
    await ended;
  }
}
