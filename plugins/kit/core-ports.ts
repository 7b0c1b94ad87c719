import { transferGatewayPort } from '../../modules/payments';
import type { Port } from '../../schema/base';

/** Ports of the core modules that a plugin may bring an adapter for. */
export const corePorts: readonly Port[] = [transferGatewayPort];
