export { type Config, ConfigError, isLoopback, type Mode, readConfig } from './config';
