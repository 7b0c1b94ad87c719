export { type EmbeddedServer, startEmbeddedServer } from './embedded-server';
export { migrate } from './migrate';
export { type DatabaseUrls, provision } from './provision';
