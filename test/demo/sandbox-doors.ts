import { setTimeout as sleep } from 'node:timers/promises';
import type { CaughtMessage } from '../../gateway/sandbox';
import { expect } from './narrator';
import type { Sandbox } from './sandbox';

export type StaffTokens = Readonly<Record<'officer' | 'colleague' | 'partner' | 'operator', string>>;

export async function staffTokens(sandbox: Sandbox, lender: string): Promise<StaffTokens> {
  const response = await fetch(`${sandbox.url}/sandbox/tokens?lender=${lender}`);
  expect(response.ok, `No sandbox tokens for ${lender}: the demonstration needs a gateway in sandbox mode.`);
  return (await response.json()) as StaffTokens;
}

/** Messages that the sandbox caught for an address, the latest first. */
export async function messagesTo(sandbox: Sandbox, to: string): Promise<readonly CaughtMessage[]> {
  return (await (await fetch(`${sandbox.url}/sandbox/inbox?to=${encodeURIComponent(to)}`)).json()) as readonly CaughtMessage[];
}

/** Asks again until the answer is there; work behind a request needs a moment. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const end = performance.now() + 10_000; performance.now() < end; await sleep(25)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`Waited ten seconds in vain for ${what}.`);
}

/** Moves the sandbox's clock forward; what becomes due by that is done when it answers. @returns the new now, ISO 8601 */
export async function moveClock(sandbox: Sandbox, by: string): Promise<string> {
  const response = await fetch(`${sandbox.url}/sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by }),
  });
  expect(response.ok, `The sandbox’s clock was not moved by ${by}: ${await response.clone().text()}`);
  return ((await response.json()) as { now: string }).now;
}

/** What time it is in the sandbox. */
export async function clockOf(sandbox: Sandbox): Promise<string> {
  return ((await (await fetch(`${sandbox.url}/sandbox/clock`)).json()) as { now: string }).now;
}

/** Fills in the card partner's form, as its holder does. */
export async function fillCardForm(url: string, last4: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `last4=${last4}`,
  });
  expect(response.ok, `The card partner’s form answers ${response.status}.`);
}
