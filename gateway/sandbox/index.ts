export { banner } from './banner';
export { CARD_ENDINGS, CardSimulator } from './card-simulator';
export { type CaughtMessage, SandboxInbox } from './inbox';
export { sandboxRoutes } from './sandbox-routes';
export { type SandboxTokens, sandboxTokens } from './sandbox-tokens';
export { transferSimulator } from './transfer-simulator';
