import pg from 'pg';
import { currentRowScope } from './row-scope';

interface ScopedClient extends pg.PoolClient {
  rowScopeKey?: string;
}

type ConnectCallback = (error: Error | undefined, client: pg.PoolClient | undefined, release: (error?: Error | boolean) => void) => void;

/**
 * A pool whose connections carry the row scope of the work that borrows them.
 * The setting is sent only when it changes on that connection: measured, it then costs nothing.
 */
export class LenderPool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super(config);
    // A connection that is cut off while it is lent fails its query; without a listener it would end the process as well.
    this.on('connect', (client) => client.on('error', () => {}));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    if (!callback) {
      return new Promise((resolve, reject) => {
        this.connect((error, client) => (error || !client ? reject(error) : resolve(client)));
      });
    }
    // Read when called: inside pg's callback another request's context may be current.
    const scope = currentRowScope();
    const key = `${scope.lenderId ?? ''}/${scope.clientId ?? ''}`;
    super.connect((error, client, release) => {
      const scoped = client as ScopedClient | undefined;
      if (error || !scoped || scoped.rowScopeKey === key) return callback(error, client, release);
      delete scoped.rowScopeKey;
      scoped.query(
        {
          name: 'set_row_scope',
          text: "select set_config('lexgraph.lender', $1, false), set_config('lexgraph.client', $2, false)",
          values: [scope.lenderId ?? '', scope.clientId ?? ''],
        },
        (failure) => {
          if (failure) {
            release(failure);
            return callback(failure, undefined, () => {});
          }
          scoped.rowScopeKey = key;
          callback(undefined, scoped, release);
        },
      );
    });
  }
}
