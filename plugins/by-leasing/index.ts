export { byLeasing } from './by-leasing.plugin';
