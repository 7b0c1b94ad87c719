import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { clamAv, clamAvAdapter, readClamAvAddress } from './clam-av';
import { eicarTestFile, type ScanVerdict, scannerSimulator } from './scanner';

const ports = { get: () => undefined as never };

/** A daemon that speaks `INSTREAM` as clamd does, and finds the EICAR test file. */
class Daemon {
  /** What arrived in each exchange. */
  readonly received: Buffer[] = [];
  answer: ((content: Buffer, socket: Socket) => void | Promise<void>) | null = null;
  limit = Number.POSITIVE_INFINITY;
  private readonly server: Server = createServer((socket) => void this.talk(socket));

  async start(): Promise<{ host: string; port: number }> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return { host: '127.0.0.1', port: (this.server.address() as AddressInfo).port };
  }

  stop(): void {
    this.server.close();
  }

  private async talk(socket: Socket): Promise<void> {
    socket.on('error', () => {});
    let buffer = Buffer.alloc(0);
    let begun = false;
    const parts: Buffer[] = [];
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      buffer = Buffer.concat([buffer, chunk]);
      if (!begun) {
        const end = buffer.indexOf(0);
        if (end < 0) continue;
        if (buffer.subarray(0, end).toString() !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
        begun = true;
        buffer = buffer.subarray(end + 1);
      }
      while (buffer.length >= 4) {
        const length = buffer.readUInt32BE(0);
        if (buffer.length < 4 + length) break;
        parts.push(buffer.subarray(4, 4 + length));
        buffer = buffer.subarray(4 + length);
        const content = Buffer.concat(parts);
        if (content.length > this.limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
        if (length > 0) continue;
        this.received.push(content);
        if (this.answer) return await this.answer(content, socket);
        return void socket.end(content.includes(eicarTestFile) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
      }
    }
  }
}

describe('malware scanner ClamAV', () => {
  let daemon: Daemon;
  let address: { host: string; port: number };
  beforeEach(async () => {
    daemon = new Daemon();
    address = await daemon.start();
  });
  afterEach(() => daemon.stop());

  const scan = (...pieces: Buffer[]): Promise<ScanVerdict> => clamAv(address).scan(Readable.from(pieces));

  it('sends the whole file in pieces and believes the daemon', async () => {
    const pieces = [Buffer.from('%PDF-1.7'), Buffer.alloc(200_000, 1), Buffer.alloc(0), Buffer.from('end')];
    await expect(scan(...pieces)).resolves.toEqual({ clean: true });
    expect(daemon.received[0]!.equals(Buffer.concat(pieces))).toBe(true);
  });

  it('tells of the EICAR test file by the daemon’s name for it, even cut in two', async () => {
    const cut = [eicarTestFile.subarray(0, 30), eicarTestFile.subarray(30)];
    await expect(scan(Buffer.from('%PDF-'), ...cut)).resolves.toEqual({ clean: false, signature: 'Eicar-Test-Signature' });
  });

  it.each([
    ['nothing', (_: Buffer, socket: Socket) => void socket.end()],
    ['half an answer', (_: Buffer, socket: Socket) => void socket.end('stream: O')],
    ['an error', (_: Buffer, socket: Socket) => void socket.end('stream: Can’t allocate memory ERROR\0')],
    ['too much', (_: Buffer, socket: Socket) => void socket.end('x'.repeat(10_000))],
    ['another stream’s verdict', (_: Buffer, socket: Socket) => void socket.end('other: OK\0')],
  ])('takes %s for no verdict at all', async (_, answer) => {
    daemon.answer = answer;
    await expect(scan(Buffer.from('file'))).rejects.toMatchObject({ reason: 'ANSWER_MALFORMED' });
  });

  it('says that a file was too large when the daemon hangs up on it', async () => {
    daemon.limit = 1_000;
    await expect(scan(...Array.from({ length: 64 }, () => Buffer.alloc(65_536)))).rejects.toMatchObject({
      reason: expect.stringMatching(/TOO_LARGE|UNREACHABLE/),
    });
  });

  it('waits no longer than it may', async () => {
    daemon.answer = () => new Promise(() => {});
    const impatient = clamAv({ ...address, idleMilliseconds: 50 });
    await expect(impatient.scan(Readable.from([Buffer.from('file')]))).rejects.toMatchObject({ reason: 'UNREACHABLE' });
  });

  it('is no clean bill where nobody answers', async () => {
    daemon.stop();
    await expect(scan(Buffer.from('file'))).rejects.toMatchObject({ reason: 'UNREACHABLE' });
  });

  it('reads its address from a setting, and names the setting that it cannot use', () => {
    expect(readClamAvAddress('X', 'clamav.internal:3310')).toEqual({ host: 'clamav.internal', port: 3310 });
    expect(readClamAvAddress('X', '[::1]:3310')).toEqual({ host: '::1', port: 3310 });
    for (const value of ['', 'clamav', 'clamav:0', 'clamav:99999', 'http://clamav:3310', 'a b:1'])
      expect(() => clamAvAdapter.create({ settings: { BY_LEASING_CLAMAV: value }, ports })).toThrow('BY_LEASING_CLAMAV');
  });

  it('is played in the sandbox by one that finds the EICAR test file anywhere, and nothing else', async () => {
    const sandbox = scannerSimulator.create({ settings: {}, ports });
    const found = sandbox.scan(Readable.from([Buffer.from('begin'), eicarTestFile.subarray(0, 10), eicarTestFile.subarray(10)]));
    await expect(found).resolves.toMatchObject({ clean: false });
    await expect(sandbox.scan(Readable.from([eicarTestFile.subarray(0, 60)]))).resolves.toEqual({ clean: true });
  });
});
