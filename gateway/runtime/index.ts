export { type Gateway, type GatewayOptions, startGateway } from './gateway';
export { composeRegistry, type Registry } from './registry';
