import { GraphQLClient } from 'graphql-request';
import type { Sandbox } from './sandbox';

/** Somebody who asks the graph: with a token, or without one before sign-in. */
export function asker(sandbox: Sandbox, lender: string, token?: string): GraphQLClient {
  return new GraphQLClient(`${sandbox.url}/graphql`, {
    headers: { 'lexgraph-lender': lender, 'accept-language': 'en', ...(token ? { authorization: `Bearer ${token}` } : {}) },
  });
}

export type StaffTokens = Readonly<Record<'officer' | 'partner' | 'operator', string>>;

export async function staffTokens(sandbox: Sandbox, lender: string): Promise<StaffTokens> {
  const response = await fetch(`${sandbox.url}/sandbox/tokens?lender=${lender}`);
  if (!response.ok) throw new Error(`No sandbox tokens for ${lender}: the demonstration needs a gateway in sandbox mode.`);
  return (await response.json()) as StaffTokens;
}

/** The latest message that the sandbox caught for an address; waits for it. */
export async function latestMessage(sandbox: Sandbox, to: string, after = 0): Promise<{ text: string; count: number }> {
  for (let i = 0; i < 100; i++) {
    const messages = (await (await fetch(`${sandbox.url}/sandbox/inbox?to=${encodeURIComponent(to)}`)).json()) as { text: string }[];
    if (messages.length > after) return { text: messages[0]!.text, count: messages.length };
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`No message for ${to} came within five seconds.`);
}

/** The digits of a code message. */
export function codeIn(text: string): string {
  const code = /\b(\d{4,8})\b/.exec(text)?.[1];
  if (!code) throw new Error('The message holds no code.');
  return code;
}
