import { systemCaller } from '../../modules/access';
import { type CommandRunner, httpRoutes } from '../../modules/execution';
import type { LenderDirectory } from '../../modules/lenders';
import type { Extensions, Ports } from '../../schema/base';
import type { Route } from '../http';

interface Parts {
  readonly extensions: Extensions;
  readonly ports: Ports;
  readonly runner: CommandRunner;
  readonly lenders: LenderDirectory;
  /** Where browsers reach this gateway. */
  publicAddress(): string;
}

const METHODS = ['GET'];

/** Pages that plugins bring, as routes of the server. */
export function pluginRoutes({ extensions, ports, runner, lenders, publicAddress }: Parts): readonly Route[] {
  return extensions.all(httpRoutes).map(({ plugin, value: { path, handle } }) => ({
    path,
    methods: METHODS,
    async handle({ headers }, response, { pathname, search }, { locale, requestId }) {
      const answer = await handle(
        { url: new URL(`${pathname}${search}`, publicAddress()), cookies: cookiesOf(headers.cookie), locale },
        {
          ports,
          execute: (command, input, lenderId) =>
            runner.execute(command, input, {
              caller: systemCaller(lenderId, `route:${plugin}`),
              lender: lenders.byId(lenderId),
              locale,
              requestId,
            }),
        },
      );
      response.writeHead(answer.status, answer.headers).end(answer.body);
    },
  }));
}

/** Cookies by name (RFC 6265, 4.2); of two with one name the first, which is the more exact one. */
export function cookiesOf(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const [name, ...value] = pair.trim().split('=');
    if (name && value.length > 0 && !cookies.has(name)) cookies.set(name, value.join('='));
  }
  return cookies;
}
