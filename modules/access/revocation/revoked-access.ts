import { definePort } from '../../../schema/base';
import { type Database, NO_ROWS, statement } from '../../database';
import { LogListener } from '../../events';
import { REVOCATION_CHANNEL } from './revocation-channel';

export interface RevokedAccessOptions {
  /** Connected as the worker role: one list for all lenders. */
  readonly database: Database;
  /** Told of failed readings; what was known stays refused and the next poll tries again. */
  onFailure(error: unknown): void;
  /** Bounds how long a process may lag behind when a notice was lost. */
  readonly pollMilliseconds?: number;
}

/** The list of this process. */
export const revokedAccessPort = definePort<Pick<RevokedAccess, 'has' | 'refresh'>>('access.revoked');

const readOpen = statement<{ lenderId: string; subject: string }>(
  'access_revoked_everywhere',
  'select lender_id as "lenderId", subject from core.access_revocation where restored_at is null',
);

const keyOf = (lenderId: string, subject: string) => `${lenderId}/${subject}`;

/**
 * Whose tokens are refused where, held in the process so that asking costs no query. A revocation that was committed
 * anywhere holds here by its notice at once, by the poll within a second where the notice was lost.
 */
export class RevokedAccess {
  private revoked: ReadonlySet<string> = new Set();
  private readonly listener: LogListener;
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | null = null;
  private last: Promise<void> = Promise.resolve();

  private constructor(private readonly options: RevokedAccessOptions) {
    this.listener = new LogListener({
      connection: options.database.pool.options,
      channel: REVOCATION_CHANNEL,
      onNotify: () => this.follow(),
      onConnected: () => this.follow(),
      onFailure: options.onFailure,
    });
  }

  /** Reads the revocations and follows them. A process that cannot read them lets nobody in: it does not start. */
  static async start(options: RevokedAccessOptions): Promise<RevokedAccess> {
    const access = new RevokedAccess(options);
    await access.refresh();
    await access.listener.start();
    access.timer = setInterval(() => access.follow(), options.pollMilliseconds ?? 1000).unref();
    return access;
  }

  has(lenderId: string, subject: string): boolean {
    return this.revoked.has(keyOf(lenderId, subject));
  }

  /** Called after each reading; answers how to stop that. */
  onRead(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Reads again; what was committed before the call is refused when it ends. */
  refresh(): Promise<void> {
    const turn = this.last.then(() => this.read());
    this.last = turn.catch(() => {});
    return turn;
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.listener.stop();
    await this.last;
  }

  private follow(): void {
    this.refresh().catch((error) => this.options.onFailure(error));
  }

  private async read(): Promise<void> {
    const rows = await this.options.database.scoped(NO_ROWS).query(readOpen);
    this.revoked = new Set(rows.map(({ lenderId, subject }) => keyOf(lenderId, subject)));
    for (const listener of this.listeners) listener();
  }
}
