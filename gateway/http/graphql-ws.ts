import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { type Clock, systemClock } from '../../modules/calendar';
import { statusOf } from '../executor';
import { limitErrors } from '../limits';
import { addressOf, factsOfConnection } from './request-facts';
import { ServerSocket } from './server-socket';
import { type AdmittedOperation, isAdmitted, isStream, StreamOperations, type TransportParts } from './transport';

/** Close code of a socket whose server restarts: come back, elsewhere or a little later (RFC 6455 registry). */
const SERVICE_RESTART = 1012;

/** An error that is ready to leave: graphql-ws calls `toJSON` on what it is given. */
class FormattedError extends GraphQLError {
  constructor(private readonly formatted: GraphQLFormattedError) {
    super(formatted.message, { extensions: formatted.extensions });
  }

  override toJSON(): GraphQLFormattedError {
    return this.formatted;
  }
}

/** A socket that nobody signed in on ends when it has done nothing for so long. */
const IDLE_MILLISECONDS = 60_000;

type SocketState = Record<PropertyKey, unknown> & { expiry?: NodeJS.Timeout };

/**
 * The graph over WebSocket (`graphql-transport-ws`). The caller is verified when the socket opens and again for each
 * operation, so that an expired token or a toggled plugin holds at once; when the token ends, so does the socket.
 */
export class GraphqlWebSockets {
  private readonly sockets: WebSocketServer;
  private readonly operations: StreamOperations;

  constructor(private readonly parts: TransportParts) {
    this.operations = new StreamOperations(parts);
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: parts.limits.bodyBytes,
      // Frames of results are made beside the library: they would not fit between compressed ones.
      perMessageDeflate: false,
      WebSocket: ServerSocket,
    });
    useServer<Record<string, unknown>, SocketState>(
      {
        onConnect: async (socket) => {
          const { extra } = socket;
          try {
            const { caller } = await parts.contextFor(factsOfConnection(socket.connectionParams, extra.request.headers));
            if (caller.kind === 'ANONYMOUS') {
              const isIdle = () => Object.keys(socket.subscriptions).length === 0;
              extra.expiry = setInterval(
                () => isIdle() && extra.socket.close(1000, 'IDLE'),
                parts.idleMilliseconds ?? IDLE_MILLISECONDS,
              ).unref();
            } else if (caller.expiresAt)
              extra.expiry = closeAt(caller.expiresAt, parts.clock ?? systemClock, () =>
                extra.socket.close(CloseCode.Unauthorized, 'TOKEN_EXPIRED'),
              );
            return true;
          } catch (error) {
            const shown = parts.formatError(error, factsOfConnection(socket.connectionParams, extra.request.headers));
            extra.socket.close(closeCodeOf(shown), String(shown.extensions?.code));
            return false;
          }
        },
        onSubscribe: async (socket, _id, payload) => {
          const facts = factsOfConnection(socket.connectionParams, socket.extra.request.headers);
          try {
            if (Object.keys(socket.subscriptions).length > parts.limits.streamsPerSocket) {
              throw limitErrors.error('STREAMS_TOO_MANY', { limit: parts.limits.streamsPerSocket });
            }
            const context = await parts.contextFor(facts);
            const admitted = await this.operations.admit(payload, context);
            return isAdmitted(admitted) ? argumentsOf(admitted) : (admitted.errors ?? []).map((error) => new FormattedError(error));
          } catch (error) {
            return [new FormattedError(parts.formatError(error, facts))];
          }
        },
        execute: (args) => this.operations.run(admittedOf(args)) as never,
        subscribe: (args) => this.operations.run(admittedOf(args)) as never,
        onOperation: ({ extra }, id, _payload, _args, result) => {
          // Before anything is asked of it: results go to the socket by themselves, and only the last one through the library.
          if (isStream(result as never)) (extra.socket as ServerSocket).carry(result as never, id);
        },
        onNext: (_socket, _id, _payload, _args, result) => result as never,
        // Only an option of the adapter, which its type does not tell: what went wrong inside is not told to the caller.
        ...{ isProd: true },
        onClose: (socket) => clearTimeout(socket.extra.expiry),
      },
      this.sockets,
    );
  }

  get size(): number {
    return this.sockets.clients.size;
  }

  /** Takes upgrade requests of a server at one path; any other path is refused. */
  attach(server: Server, path: string): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // From here on the socket is no longer the server's: without a listener, a reader that breaks off would end the process.
      socket.on('error', () => socket.destroy());
      const pathname = addressOf(request)?.pathname;
      if (pathname !== path || this.parts.isClosing()) {
        socket.end(`HTTP/1.1 ${pathname === path ? '503 Service Unavailable' : '404 Not Found'}\r\nconnection: close\r\n\r\n`);
        return;
      }
      this.sockets.handleUpgrade(request, socket, head, (client) => {
        (client as ServerSocket).connection = socket;
        this.sockets.emit('connection', client, request);
      });
    });
  }

  /** Closes what is still open; streams have had their last results by then. */
  async close(): Promise<void> {
    for (const client of this.sockets.clients) client.close(SERVICE_RESTART, 'SHUTTING_DOWN');
    const forced = setTimeout(() => {
      for (const client of this.sockets.clients) client.terminate();
    }, 2_000);
    await new Promise<void>((resolve) => this.sockets.close(() => resolve()));
    clearTimeout(forced);
  }
}

/** graphql-ws carries execution arguments between its hooks: the admitted operation travels as their context. */
function argumentsOf(admitted: AdmittedOperation): ExecutionArgs {
  const { schema, document, operation } = admitted.prepared;
  return { schema, document, operationName: operation.name?.value, contextValue: admitted };
}

function admittedOf(args: ExecutionArgs): AdmittedOperation {
  return args.contextValue as AdmittedOperation;
}

function closeCodeOf(error: GraphQLFormattedError): number {
  const status = statusOf({ errors: [error] });
  if (status === 401) return CloseCode.Unauthorized;
  if (status === 403) return CloseCode.Forbidden;
  return status >= 500 ? CloseCode.InternalServerError : CloseCode.BadRequest;
}

/** The streams end by themselves at that moment, with their last cursors; the socket follows a second later. */
function closeAt(moment: Date, clock: Clock, close: () => void): NodeJS.Timeout {
  const wait = Math.max(0, moment.getTime() - clock.now().epochMilliseconds) + 1_000;
  // A timer holds no more than 2³¹ − 1 ms: longer tokens are asked again for each operation anyway.
  return setTimeout(close, Math.min(wait, 2_147_483_647)).unref();
}
