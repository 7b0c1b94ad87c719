import { version } from '../../package.json';

/** Semantic version of the installation: of the core, and of the plugins that ship with it. */
export const coreVersion: string = version;
