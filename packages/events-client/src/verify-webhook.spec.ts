import { Webhook } from 'standardwebhooks';
import { verifyWebhook } from './verify-webhook.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const body = JSON.stringify({ id: 'e1', type: 'DecisionMade', data: { data: { decisionMade: { cursor: 'Ц' } } } });

function delivery({ secret = SECRET, at = new Date(), text = body } = {}) {
  return {
    'webhook-id': 'e1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': `v1a,AAAA ${new Webhook(secret).sign('e1', at, text)}`,
  };
}

it('what the reference library signed is taken, with headers of Node and of fetch', async () => {
  expect(await verifyWebhook({ body, headers: delivery(), secret: SECRET })).toEqual(JSON.parse(body));
  expect((await verifyWebhook({ body, headers: new Headers(delivery()), secret: SECRET })).type).toBe('DecisionMade');
});

it('while secrets are changed one of two signatures is enough', async () => {
  const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
  const headers = { ...delivery({ secret: other }) };
  headers['webhook-signature'] += ` ${delivery()['webhook-signature']}`;
  expect((await verifyWebhook({ body, headers, secret: SECRET })).id).toBe('e1');
});

it('another body, another secret, another moment, an old delivery or no signature is refused', async () => {
  const headers = delivery();
  const refused = 'not signed with this secret';
  await expect(verifyWebhook({ body: `${body} `, headers, secret: SECRET })).rejects.toThrow(refused);
  await expect(verifyWebhook({ body, headers: { ...headers, 'webhook-id': 'e2' }, secret: SECRET })).rejects.toThrow(refused);
  await expect(verifyWebhook({ body, headers, secret: `whsec_${Buffer.alloc(32).toString('base64')}` })).rejects.toThrow(refused);
  for (const signature of ['', 'v1,', 'v1,AAAA', `v2,${'A'.repeat(43)}=`])
    await expect(verifyWebhook({ body, headers: { ...headers, 'webhook-signature': signature }, secret: SECRET })).rejects.toThrow(refused);
  const old = delivery({ at: new Date(Date.now() - 301_000) });
  await expect(verifyWebhook({ body, headers: old, secret: SECRET })).rejects.toThrow('not of this moment');
  await expect(verifyWebhook({ body, headers: {}, secret: SECRET })).rejects.toThrow('not of this moment');
});
