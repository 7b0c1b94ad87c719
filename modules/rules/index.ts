export type { Finding } from './finding';
