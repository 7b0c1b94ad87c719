export { type Clock, MovableClock, systemClock, today } from './clock';
