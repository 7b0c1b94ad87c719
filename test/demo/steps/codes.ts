import type { Party } from '../graph';
import { messagesTo, until } from '../sandbox-doors';
import type { Scene } from '../scene';

export type Code = {
  readonly ceremonyId: string;
  readonly code: string;
};

type Asked =
  | { readonly purpose: 'SIGN_IN'; readonly channel: 'SMS'; readonly phone: string }
  | { readonly purpose: 'CONFIRM_PHONE' | 'CONFIRM_EMAIL'; readonly channel: 'SMS' | 'EMAIL' }
  | { readonly purpose: 'SIGN_DOCUMENT' | 'OPERATION'; readonly channel: 'SMS'; readonly operationId: string };

/** Longer than the pause that is kept between two codes to one address. */
const PAUSE = 'PT61S';

/** Addresses that a code was sent to. */
const reached = new Set<string>();

/** Asks for a code and reads it where it was sent. Before a second one a minute passes: none is sent right after another. */
export async function askCode(scene: Scene, party: Party, asked: Asked, to: string): Promise<Code> {
  if (reached.has(to)) await scene.wait(PAUSE);
  reached.add(to);
  const seen = (await messagesTo(scene.sandbox, to)).length;
  const { ceremonyId, codeLength } = await party.act('requestCode', asked, 'ceremonyId codeLength');
  return { ceremonyId, code: await codeSentTo(scene, to, seen, codeLength) };
}

/** The code in a message that came to an address after so many others. */
export async function codeSentTo(scene: Scene, to: string, seen: number, length?: number): Promise<string> {
  const digits = new RegExp(`(?<![\\d.,])\\d{${length ?? '4,8'}}(?![\\d.,]?\\d)`);
  return until(`a code sent to ${to}`, async () => {
    const messages = await messagesTo(scene.sandbox, to);
    for (const { text } of messages.slice(0, messages.length - seen)) {
      const [code] = digits.exec(text) ?? [];
      if (code) return code;
    }
    return null;
  });
}
