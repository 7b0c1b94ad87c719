import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../config';
import { httpErrors, type Route } from '../http';
import type { Gateway } from '../runtime';
import { handleCardForm } from './card-form';
import type { CardSimulator } from './card-simulator';
import { handleClock } from './clock-route';
import type { SandboxInbox } from './inbox';
import { sandboxTokens } from './sandbox-tokens';

/** What a person or the demonstration needs beside the graph; only there in the sandbox, which listens on this machine alone. */
export function sandboxRoutes(
  inbox: SandboxInbox,
  cards: CardSimulator,
  gateway: Pick<Gateway, 'clock' | 'workers' | 'issuer' | 'runner' | 'lenders'>,
  host: string,
): readonly Route[] {
  return [
    {
      path: '/sandbox/inbox',
      methods: ['GET'],
      handle: (request, response, url) => {
        refuseForeignName(request, host);
        const messages = inbox.messages(url.searchParams.get('to') ?? undefined);
        response
          .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
          .end(JSON.stringify(messages));
      },
    },
    {
      path: '/sandbox/cards',
      methods: ['GET', 'POST'],
      handle: async (request, response, url) => {
        refuseForeignName(request, host);
        await handleCardForm(cards, request, response, url);
      },
    },
    {
      path: '/sandbox/clock',
      methods: ['GET', 'POST'],
      handle: async (request, response) => {
        refuseForeignName(request, host);
        await handleClock(gateway.clock, gateway.workers, request, response);
      },
    },
    {
      path: '/sandbox/tokens',
      methods: ['GET'],
      handle: async (request, response, url) => {
        refuseForeignName(request, host);
        const lender = gateway.lenders.byCode(url.searchParams.get('lender') ?? '');
        const body = lender
          ? await sandboxTokens(gateway.issuer, gateway.runner, lender)
          : { lenders: gateway.lenders.all().map(({ code }) => code) };
        response
          .writeHead(lender ? 200 : 404, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
          .end(JSON.stringify(body));
      },
    },
  ];
}

/** A web page whose name is made to lead to this machine would be given tokens: the browser sends that name. */
function refuseForeignName(request: IncomingMessage, host: string): void {
  const name = URL.parse(`http://${request.headers.host}`)?.hostname ?? '';
  if (isLoopback(host) && !isLoopback(name)) throw httpErrors.error('NOT_FOUND');
}
