import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Locale } from '../../schema/base';
import type { Credentials } from '../identity';

/** What a request says of itself, the same for HTTP, event streams and sockets. */
export interface RequestFacts {
  readonly requestId: string;
  readonly credentials: Credentials;
  readonly locale: Locale;
}

/** Facts of an HTTP request. A caller may name its request id, so that its log and ours tell of the same thing. */
export function factsOfHeaders(headers: IncomingHttpHeaders): RequestFacts {
  const named = text(headers['x-request-id']);
  return {
    requestId: named && /^[\w-]{8,64}$/.test(named) ? named : randomUUID(),
    credentials: {
      authorization: text(headers.authorization),
      lender: text(headers['lexgraph-lender']),
      host: text(headers.host),
      insecure: isPlain(text(headers['x-forwarded-proto'])),
    },
    locale: negotiateLocale(text(headers['accept-language'])),
  };
}

/** Facts of an operation on a socket: its connection parameters under the headers' names, the upgrade request's headers behind them. */
export function factsOfConnection(parameters: Readonly<Record<string, unknown>> | undefined, headers: IncomingHttpHeaders): RequestFacts {
  const given = Object.fromEntries(
    Object.entries(parameters ?? {}).flatMap(([key, value]) => (typeof value === 'string' ? [[key.toLowerCase(), value]] : [])),
  );
  return { ...factsOfHeaders({ ...headers, ...given }), requestId: randomUUID() };
}

/** The language of sentences: the best of ru, be and en that `Accept-Language` names, else English. */
export function negotiateLocale(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [language = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: language.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) if (language === 'ru' || language === 'be' || language === 'en') return language;
  return 'en';
}

/** Path and query of a request; null for a target that is no address, such as `//`: a caller may send any text there. */
export function addressOf(request: Pick<IncomingMessage, 'url'>): URL | null {
  return URL.parse(request.url ?? '/', 'http://gateway');
}

/** Whether the proxy in front says that the caller came without TLS; the first of several proxies met the caller. */
function isPlain(forwarded: string | null): boolean {
  const protocol = forwarded?.split(',')[0]?.trim().toLowerCase();
  return protocol === 'http' || protocol === 'ws';
}

function text(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
