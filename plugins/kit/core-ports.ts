import { objectStoragePort } from '../../modules/documents';
import { callPort, emailPort, smsPort } from '../../modules/notifications';
import { cardGatewayPort, transferGatewayPort } from '../../modules/payments';
import type { Port } from '../../schema/base';

/** Ports of the core modules that a plugin may bring an adapter for. */
export const corePorts: readonly Port[] = [transferGatewayPort, cardGatewayPort, smsPort, callPort, emailPort, objectStoragePort];
