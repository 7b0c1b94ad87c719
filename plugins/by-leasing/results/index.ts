export { type ProcessedThing, tellResult } from './tell-result';
