/** The last byte of the message: the object that holds the payload is closed behind it. */
const CLOSE = '}'.charCodeAt(0);

const TEXT = 0x81;
const [SHORT, LONG, LONGEST] = [125, 0xffff, 2 ** 48] as const;

/**
 * The `next` message of one operation of the `graphql-transport-ws` protocol as a WebSocket frame (RFC 6455, 5.2), ready to
 * be written: a whole text message of a server, neither masked nor compressed. Only the operation's id is each reader's own.
 */
export class NextMessage {
  readonly key: string;
  private readonly head: Buffer;

  constructor(operationId: string) {
    this.key = `next ${operationId}`;
    this.head = Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`);
  }

  /** The frame with a payload that is JSON already. */
  readonly frame = (payload: Buffer): Buffer => this.frames([payload]);

  /** Frames of several payloads, one after another in one piece. */
  frames(payloads: readonly Buffer[]): Buffer {
    let size = 0;
    for (const payload of payloads) size += frameSize(this.lengthWith(payload));
    const frames = Buffer.allocUnsafe(size);
    let at = 0;
    for (const payload of payloads) at = this.write(frames, at, payload);
    return frames;
  }

  private lengthWith(payload: Buffer): number {
    return this.head.length + payload.length + 1;
  }

  /** Answers where the frame ends. */
  private write(target: Buffer, from: number, payload: Buffer): number {
    const { head } = this;
    const length = this.lengthWith(payload);
    const end = from + frameSize(length);
    const start = end - length;
    target[from] = TEXT;
    if (length <= SHORT) target[from + 1] = length;
    else if (length <= LONG) {
      target[from + 1] = 126;
      target.writeUInt16BE(length, from + 2);
    } else {
      target[from + 1] = 127;
      target.writeUInt16BE(Math.floor(length / LONGEST), from + 2);
      target.writeUIntBE(length % LONGEST, from + 4, 6);
    }
    head.copy(target, start);
    payload.copy(target, start + head.length);
    target[end - 1] = CLOSE;
    return end;
  }
}

function frameSize(length: number): number {
  if (length <= SHORT) return length + 2;
  return length + (length <= LONG ? 4 : 10);
}
