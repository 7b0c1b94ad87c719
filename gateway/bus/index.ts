export { connectBus, type EventBus } from './nats-bus';
