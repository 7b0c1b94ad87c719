export { type Config, ConfigError, type Mode, readConfig } from './config';
