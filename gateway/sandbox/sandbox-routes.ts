import type { Route } from '../http';
import type { SandboxInbox } from './inbox';

/** What a person or the demonstration reads beside the graph; only there in the sandbox. */
export function sandboxRoutes(inbox: SandboxInbox): readonly Route[] {
  return [
    {
      path: '/sandbox/inbox',
      methods: ['GET'],
      handle: (_request, response, url) => {
        const messages = inbox.messages(url.searchParams.get('to') ?? undefined);
        response
          .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
          .end(JSON.stringify(messages));
      },
    },
  ];
}
