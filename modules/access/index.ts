export { anonymous, type Caller, systemCaller } from './caller';
