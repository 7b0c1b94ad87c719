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
  readonly frame = (payload: Buffer): Buffer => {
    const { head } = this;
    const length = head.length + payload.length + 1;
    const start = length <= SHORT ? 2 : length <= LONG ? 4 : 10;
    const frame = Buffer.allocUnsafe(start + length);
    frame[0] = TEXT;
    if (length <= SHORT) frame[1] = length;
    else if (length <= LONG) {
      frame[1] = 126;
      frame.writeUInt16BE(length, 2);
    } else {
      frame[1] = 127;
      frame.writeUInt16BE(Math.floor(length / LONGEST), 2);
      frame.writeUIntBE(length % LONGEST, 4, 6);
    }
    head.copy(frame, start);
    payload.copy(frame, start + head.length);
    frame[frame.length - 1] = CLOSE;
    return frame;
  };
}
