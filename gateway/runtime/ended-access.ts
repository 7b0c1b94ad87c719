import { endedSessions, type RevokedAccess } from '../../modules/access';
import type { Clock } from '../../modules/calendar';
import { BackgroundLoop, type Database } from '../../modules/database';
import type { EventStreams } from '../../modules/events';
import type { LexgraphError } from '../../schema/base';
import { identityErrors } from '../identity';

interface EndedAccessOptions {
  readonly streams: EventStreams;
  readonly revoked: RevokedAccess;
  /** Connected as the app role. */
  readonly database: Database;
  readonly clock: Clock;
  onFailure(error: unknown): void;
}

const POLL_MILLISECONDS = 2_000;

/**
 * Ends the streams of callers who may no longer come in: revoked subjects as soon as this process knows of them, ended
 * sessions and blocked clients by their events at once, and whatever an event did not reach here at the next poll.
 */
export class EndedAccess {
  private readonly sessions: BackgroundLoop;
  private unsubscribe: () => void = () => {};

  constructor(private readonly options: EndedAccessOptions) {
    this.sessions = new BackgroundLoop({
      work: () => this.endClosedSessions(),
      pollMilliseconds: POLL_MILLISECONDS,
      onFailure: options.onFailure,
    });
  }

  start(): void {
    const { streams, revoked } = this.options;
    this.unsubscribe = revoked.onRead(() => {
      streams.endWhere(({ caller, scope }) => scope.lenderId !== null && revoked.has(scope.lenderId, caller.subject), reason());
    });
    this.sessions.start();
  }

  async stop(): Promise<void> {
    this.unsubscribe();
    await this.sessions.stop();
  }

  private async endClosedSessions(): Promise<void> {
    const { streams, database, clock } = this.options;
    const at = new Date(clock.now().epochMilliseconds);
    const ofLender = new Map<string, Set<string>>();
    for (const { caller, scope } of streams.all()) {
      if (!caller.sessionId || !scope.lenderId) continue;
      ofLender.set(scope.lenderId, (ofLender.get(scope.lenderId) ?? new Set()).add(caller.sessionId));
    }
    for (const [lenderId, sessions] of ofLender) {
      const ended = await endedSessions(database.scoped({ lenderId }), lenderId, [...sessions], at);
      if (ended.size > 0)
        streams.endWhere(({ caller, scope }) => scope.lenderId === lenderId && ended.has(caller.sessionId ?? ''), reason());
    }
  }
}

const reason = (): LexgraphError => identityErrors.error('TOKEN_REVOKED');
