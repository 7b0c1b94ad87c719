export { checkLimits, refusalOfRepeats } from './check-limits';
export { DEFAULT_LIMITS, type Limits } from './limits';
export { limitErrors } from './limits.errors';
export { type Shape, shapeOf } from './shape';
