import { pino } from 'pino';
import { type TargetGate, targetGatePort } from '../../modules/webhooks';
import { webhookParts } from './webhook-parts';

function gateOf(mode: 'sandbox' | 'production'): TargetGate {
  const part = { mode, introspection: 'OFF', errorDefinitions: [], logger: pino({ level: 'silent' }), database: { scoped: () => null } };
  const { adapters } = webhookParts(part as unknown as Parameters<typeof webhookParts>[0]);
  return adapters.find(({ port }) => port === targetGatePort)!.create({ settings: {}, ports: null as never }) as TargetGate;
}

it.each([
  ['http://localhost:8080/hooks', 'WEBHOOK_URL_INVALID'],
  ['https://localhost:8080/hooks', 'WEBHOOK_ADDRESS_REFUSED'],
  ['https://[::1]/hooks', 'WEBHOOK_ADDRESS_REFUSED'],
  ['https://192.168.0.10/hooks', 'WEBHOOK_ADDRESS_REFUSED'],
])('in production nothing is delivered to %s', async (url, code) => {
  await expect(gateOf('production').check(url)).rejects.toMatchObject({ code });
});

it('in the sandbox this machine is delivered to, and no other inside', async () => {
  const gate = gateOf('sandbox');
  await expect(gate.check('http://localhost:8080/hooks')).resolves.toMatchObject({ addresses: [{ address: '127.0.0.1' }] });
  await expect(gate.check('http://192.168.0.10/hooks')).rejects.toMatchObject({ code: 'WEBHOOK_ADDRESS_REFUSED' });
});
