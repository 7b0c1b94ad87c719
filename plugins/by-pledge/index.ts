export { byPledge } from './by-pledge.plugin';
