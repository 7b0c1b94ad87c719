import { version } from '../../package.json';

/** Semantic version of the core that plugins name in `coreRange`. */
export const coreVersion: string = version;
