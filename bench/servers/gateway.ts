import { product } from '../product.ts';

// The built gateway, started as `npm start` starts it; the officer's token is what its sandbox hands out.
const { readConfig } = product('gateway/config');
const { start } = product('gateway/start');
const { sandboxTokens } = product('gateway/sandbox');

interface Lender {
  readonly id: string;
  readonly plugins: ReadonlyMap<string, string>;
}

const gateway = await start({ config: readConfig(process.env) });
const lender = gateway.lenders.all().find(({ plugins }: Lender) => [...plugins.values()].includes('ENABLED'));
const { officer } = await sandboxTokens(gateway.issuer, gateway.runner, lender);
const { app } = gateway.databases.urls;
process.send?.({ ready: { url: `${gateway.http.url}/graphql`, token: officer, lenderId: lender.id, appUrl: app } });
