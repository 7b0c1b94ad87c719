export { isPersonalNumber } from './personal-number';
export { mobileNumber } from './phone';
export { isUnp } from './unp';
