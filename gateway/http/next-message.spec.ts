import type { Writable } from 'node:stream';
import fc from 'fast-check';
import * as ws from 'ws';
import { NextMessage } from './next-message';

// The library exports it; its types do not tell.
const { Receiver } = ws as unknown as { Receiver: new (options: object) => Writable };

/** What a reader's library makes of bytes: whole messages, each text or not. */
function received(bytes: Buffer, pieces: number): Promise<Array<{ text: string; binary: boolean }>> {
  return new Promise((resolve, reject) => {
    const receiver = new Receiver({ allowSynchronousEvents: true });
    const messages: Array<{ text: string; binary: boolean }> = [];
    receiver.on('message', (data: Buffer, binary: boolean) => messages.push({ text: data.toString(), binary }));
    receiver.on('error', reject);
    receiver.on('finish', () => resolve(messages));
    const size = Math.ceil(bytes.length / pieces);
    for (let at = 0; at < bytes.length; at += size) receiver.write(bytes.subarray(at, at + size));
    receiver.end();
  });
}

describe('a message made beside the library', () => {
  it.each([1, 60, 125, 126, 200, 65_400, 65_535, 65_536, 70_000, 300_000])('of some %i bytes is read as one text message', async (size) => {
    for (const more of [-3, -2, -1, 0, 1]) {
      const payload = { data: { word: 'x'.repeat(Math.max(0, size - 60 + more)) } };
      const frame = new NextMessage('1').frame(Buffer.from(JSON.stringify(payload)));
      const [message, ...rest] = await received(frame, 3);
      expect([rest.length, message?.binary]).toEqual([0, false]);
      expect(JSON.parse(message!.text)).toEqual({ id: '1', type: 'next', payload });
    }
  });

  it('is one of several that were put into one piece', async () => {
    const payloads = [0, 100, 70_000, 10].map((size) => ({ data: { word: 'x'.repeat(size) } }));
    const frames = new NextMessage('1').frames(payloads.map((payload) => Buffer.from(JSON.stringify(payload))));
    const messages = await received(frames, 7);
    expect(messages.map(({ text }) => JSON.parse(text).payload)).toEqual(payloads);
  });

  it('carries any operation id and any result, one after another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.json()), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (sent, pieces) => {
          const bytes = Buffer.concat(sent.map(([id, json]) => new NextMessage(id).frame(Buffer.from(json))));
          const messages = await received(bytes, pieces);
          expect(messages.map(({ text }) => JSON.parse(text))).toEqual(
            sent.map(([id, json]) => ({
              id: JSON.parse(Buffer.from(JSON.stringify(id)).toString()),
              type: 'next',
              payload: JSON.parse(json),
            })),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
