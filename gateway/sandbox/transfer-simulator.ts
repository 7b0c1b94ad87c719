import type { Clock } from '../../modules/calendar';
import { type TransferGateway, transferGatewayPort } from '../../modules/payments';
import type { Adapter } from '../../schema/base';

/**
 * A settlement partner that pays at once. An order repeated with the same id gets the same answer.
 * A destination that ends in `0000` is refused, so that failures can be tried.
 */
export function transferSimulator(clock: Clock): Adapter<TransferGateway> {
  return {
    port: transferGatewayPort,
    name: 'transfer-simulator',
    simulated: true,
    create: () => {
      const answered = new Map<string, Awaited<ReturnType<TransferGateway['transfer']>>>();
      return {
        transfer: async (order) => {
          const earlier = answered.get(order.id);
          if (earlier) return earlier;
          const outcome = order.destination.endsWith('0000')
            ? ({ state: 'FAILED', partner: 'sandbox', reason: 'DESTINATION_REJECTED' } as const)
            : ({
                state: 'SETTLED',
                partner: 'sandbox',
                partnerOperationId: `sandbox-${order.id}`,
                at: new Date(clock.now().epochMilliseconds),
              } as const);
          answered.set(order.id, outcome);
          return outcome;
        },
      };
    },
  };
}
