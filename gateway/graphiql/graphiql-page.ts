import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Nothing but this origin is ever asked: scripts, styles and fonts stand in the page itself, workers are made of its text. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' blob:",
  "style-src 'self' 'unsafe-inline'",
  'worker-src blob:',
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Page {
  readonly html: Buffer;
  readonly zipped: Buffer;
  readonly tag: string;
}

const FIRST_QUERY = `# Run it as it is. Every type and field says what it is: hover, or open the documentation on the left.
# To act for somebody, put a token into "Headers" below; the sandbox prints one for each role when it starts.
query First {
  viewer {
    kind
    scopes
    lender {
      code
      name
    }
  }
  lenders {
    code
    name
    country
    currency
    plugins {
      code
      state
    }
  }
}
`;

/** Who asks, and of whom: a request without a token says by its header which lender it means. */
const FIRST_HEADERS = `{
  "Lexgraph-Lender": "",
  "Authorization": ""
}`;

let rendered: Promise<Page> | null = null;

/** Loads and packs the page on first use: it weighs nine megabytes, and most processes are never asked for it. */
async function render(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const options = {
    title: 'Lexgraph',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    defaultQuery: FIRST_QUERY,
    headers: FIRST_HEADERS,
  };
  const html = Buffer.from(renderGraphiQL(options as Parameters<typeof renderGraphiQL>[0]).trim());
  const zipped = await promisify(gzip)(html, { level: 6 });
  return { html, zipped, tag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"` };
}

/** Serves GraphiQL from the installed package, without a single request elsewhere. */
export function graphiqlPage(): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    rendered ??= render();
    const { html, zipped, tag } = await rendered;
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('etag', tag);
    response.setHeader('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return;
    }
    const small = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (small) response.setHeader('content-encoding', 'gzip');
    const body = small ? zipped : html;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
      .end(request.method === 'HEAD' ? undefined : body);
  };
}
