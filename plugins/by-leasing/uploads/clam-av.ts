import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { type Adapter, SettingError } from '../../../schema/base';
import { type MalwareScanner, malwareScannerPort, type ScanVerdict } from './scanner';

export interface ClamAvAddress {
  readonly host: string;
  readonly port: number;
  /** Whole milliseconds that may pass without a byte. */
  readonly idleMilliseconds?: number;
}

const IDLE = 60_000;
const COMMAND = 'zINSTREAM\0';
const ANSWER_LIMIT = 4_096;

/** `host:port`. @throws SettingError */
export function readClamAvAddress(setting: string, value = ''): ClamAvAddress {
  const [, host, port] = /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):(\d{1,5})$/.exec(value) ?? [];
  if (!host || Number(port) < 1 || Number(port) > 65_535) throw new SettingError(setting, 'must be host:port');
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** No answer, or none that can be used; says nothing of the file. */
export class ScanFailed extends Error {
  constructor(readonly reason: 'UNREACHABLE' | 'ANSWER_MALFORMED' | 'TOO_LARGE') {
    super(`The malware scanner failed: ${reason}.`);
  }
}

/**
 * A ClamAV daemon over TCP: the file goes in pieces of `INSTREAM`, each with its length in four bytes, an empty one at the end
 * (clamd(8), COMMANDS).
 */
export const clamAv = ({ host, port, idleMilliseconds = IDLE }: ClamAvAddress): MalwareScanner => ({
  name: 'clam-av',
  async scan(content) {
    const socket = connect({ host, port });
    socket.setTimeout(idleMilliseconds, () => socket.destroy(new ScanFailed('UNREACHABLE')));
    try {
      // Read from the start: a daemon that refuses a large file answers and hangs up while pieces still go out.
      const [answer] = await Promise.all([readAnswer(socket), send(socket, content)]);
      return verdictOf(answer);
    } catch (error) {
      throw error instanceof ScanFailed ? error : new ScanFailed('UNREACHABLE');
    } finally {
      socket.destroy();
      content.destroy();
    }
  },
});

async function send(socket: Socket, content: Readable): Promise<void> {
  await write(socket, Buffer.from(COMMAND));
  for await (const chunk of content as AsyncIterable<Buffer>) {
    // It answered before the end: what follows is not read any more.
    if (!socket.writable) return;
    if (chunk.length > 0) await write(socket, Buffer.concat([lengthOf(chunk.length), chunk]));
  }
  await write(socket, lengthOf(0));
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (socket.write(bytes) || socket.destroyed) return;
  await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

async function readAnswer(socket: Socket): Promise<string> {
  let answer = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    answer += chunk.toString('latin1');
    if (answer.includes('\0')) return answer.slice(0, answer.indexOf('\0'));
    if (answer.length > ANSWER_LIMIT) break;
  }
  throw new ScanFailed('ANSWER_MALFORMED');
}

function verdictOf(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return { clean: true };
  const [, signature] = /^stream: ([\w.:/()-]{1,200}) FOUND$/.exec(answer) ?? [];
  if (signature) return { clean: false, signature };
  throw new ScanFailed(/size limit exceeded/.test(answer) ? 'TOO_LARGE' : 'ANSWER_MALFORMED');
}

/** Settings: `BY_LEASING_CLAMAV`, `host:port` of a ClamAV daemon in the private network. */
export const clamAvAdapter: Adapter<MalwareScanner> = {
  port: malwareScannerPort,
  name: 'clam-av',
  simulated: false,
  needs: ['BY_LEASING_CLAMAV'],
  create: ({ settings }) => clamAv(readClamAvAddress('BY_LEASING_CLAMAV', settings.BY_LEASING_CLAMAV)),
};
