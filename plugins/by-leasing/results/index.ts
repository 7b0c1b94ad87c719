export { tellApproval, tellRefusal } from './tell-decision';
export { type ProcessedThing, tellResult } from './tell-result';
