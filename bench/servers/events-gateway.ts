import { product } from '../product.ts';

// The built gateway. It commits the events itself, as its commands do: its figures hold the cost of the commits too.
const { readConfig } = product('gateway/config');
const { start } = product('gateway/start');
const { sandboxTokens } = product('gateway/sandbox');
const { recordEvents } = product('modules/events');
const { uuidv7 } = product('modules/database');

interface Lender {
  readonly id: string;
  readonly plugins: ReadonlyMap<string, string>;
}

const gateway = await start({ config: readConfig(process.env) });
const lender = gateway.lenders.all().find(({ plugins }: Lender) => [...plugins.values()].includes('ENABLED'));
const { officer } = await sandboxTokens(gateway.issuer, gateway.runner, lender);
const database = gateway.databases.app.scoped({ lenderId: lender.id });
const subject = { type: 'Application', id: uuidv7() };

/** In one commit, or each in a commit of its own. */
async function publish(numbers: readonly number[], together: boolean): Promise<void> {
  for (const batch of together ? [numbers] : numbers.map((n) => [n])) {
    const cause = { lenderId: lender.id, actor: 'SYSTEM:bench', command: 'bench', at: gateway.clock.now() };
    const events = batch.map((n) => ({
      type: 'BenchTicked',
      subject,
      applicationId: subject.id,
      payload: { n, outcome: 'APPROVED', amount: '15000.00' },
    }));
    await database.transaction((transaction: unknown) => recordEvents(transaction, cause, events));
    gateway.workers.nudge();
  }
}

process.on('message', async (message: { publish?: readonly number[]; together?: boolean; ask?: string }) => {
  if (message.ask === 'streams') process.send?.({ streams: gateway.http.openStreams });
  if (!message.publish) return;
  await publish(message.publish, message.together ?? false);
  process.send?.({ published: true });
});
process.send?.({ ready: { url: `${gateway.http.url.replace('http', 'ws')}/graphql`, token: officer } });
