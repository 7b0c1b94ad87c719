import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { LiveOutput, LiveResult, LiveStream } from '../live';
import { NextMessage } from './next-message';

/** Bytes that may wait for a reader. Results wait for each other; answers to pings do not, and a caller may send any number of those. */
const MOST_WAITING = 16 * 1024 * 1024;

/** Bytes of results that are put into one piece. */
const MOST_TOGETHER = 16 * 1024;

/** Writing to a reader who has gone fails; the socket's close, which follows, says all there is to say. */
export class ServerSocket extends WebSocket {
  /** What the socket is carried by, as it was upgraded. */
  connection: Duplex | null = null;
  private readonly blocked = new Set<LiveStream>();
  private listening = false;

  override send(data: string, done?: unknown): void {
    if (this.hasFallenBehind() && typeof done === 'function') return void done();
    super.send(data, (error) => {
      const gone = error && ['EPIPE', 'ECONNRESET', 'ECANCELED'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (typeof done === 'function') done(gone ? undefined : error);
    });
  }

  override pong(...frame: Parameters<WebSocket['pong']>): void {
    if (!this.hasFallenBehind()) super.pong(...frame);
  }

  /** Takes the results of a stream as messages of one operation. */
  carry(stream: LiveStream, operationId: string): void {
    stream.writeTo(new SocketOutput(this, stream, new NextMessage(operationId)));
  }

  /** Whether there is room for a stream's next result; when there is none, the stream is told once there is. */
  hasRoomFor(stream: LiveStream): boolean {
    const { connection } = this;
    if (!connection || this.readyState !== WebSocket.OPEN) return false;
    if (!connection.writableNeedDrain) return true;
    this.blocked.add(stream);
    if (!this.listening) {
      this.listening = true;
      connection.on('drain', () => this.resumeAll());
    }
    return false;
  }

  private resumeAll(): void {
    const waiting = [...this.blocked];
    this.blocked.clear();
    for (const stream of waiting) stream.resume();
  }

  private hasFallenBehind(): boolean {
    if (this.bufferedAmount <= MOST_WAITING) return false;
    this.terminate();
    return true;
  }
}

/**
 * Writes whole frames beside those that the library writes: without compression, which this server does not offer, the
 * library writes each of its frames in one go too, so that they never mix.
 */
class SocketOutput implements LiveOutput {
  private results: LiveResult[] = [];
  private bytes = 0;
  private depth = 0;

  constructor(
    private readonly socket: ServerSocket,
    private readonly stream: LiveStream,
    private readonly message: NextMessage,
  ) {}

  get ready(): boolean {
    return this.socket.hasRoomFor(this.stream);
  }

  write(result: LiveResult): void {
    this.results.push(result);
    this.bytes += result.json.length;
    if (this.depth === 0 || this.bytes > MOST_TOGETHER) this.send();
  }

  begin(): void {
    this.depth += 1;
  }

  flush(): void {
    this.depth -= 1;
    if (this.depth === 0 && this.results.length > 0) this.send();
  }

  /** One write for all: the system takes as long for it as for one of them. */
  private send(): void {
    const { results, message } = this;
    const { connection, readyState } = this.socket;
    this.results = [];
    this.bytes = 0;
    if (!connection || readyState !== WebSocket.OPEN) return;
    connection.write(results.length === 1 ? results[0]!.as(message.key, message.frame) : message.frames(results.map(({ json }) => json)));
  }
}
