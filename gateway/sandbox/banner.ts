import type { Lender } from '../../modules/lenders';
import type { SandboxTokens } from './sandbox-tokens';

/** What the sandbox prints when it is ready: where it is, who one can be, and what to ask first. */
export function banner(url: string, lenders: readonly Lender[], first: Lender, tokens: SandboxTokens): string {
  const query = '{ viewer { kind } lenders { code name country plugins { code state } } products { code title } }';
  return `
Lexgraph sandbox is ready.

  GraphiQL    ${url}/
  GraphQL     ${url}/graphql          HTTP and WebSocket
  Events      ${url}/graphql/stream   server-sent events
  Messages    ${url}/sandbox/inbox    what SMS and e-mail simulators caught
  Tokens      ${url}/sandbox/tokens?lender=CODE

  Lenders     ${lenders.map(({ code, name }) => `${code} (${name})`).join(', ')}

Tokens for ${first.code}, good for 12 hours. In GraphiQL: Headers, {"Authorization": "Bearer …"}

${Object.entries(tokens)
  .map(([role, token]) => `  ${role.padEnd(9)} ${token}`)
  .join('\n\n')}

The first query to try:

  curl -s ${url}/graphql -H 'content-type: application/json' -H 'lexgraph-lender: ${first.code}' \\
    -d '${JSON.stringify({ query })}'
`;
}
