import { rmSync } from 'node:fs';
import type { EmbeddedServer } from '../../gateway/postgres';

module.exports = async function globalTeardown(): Promise<void> {
  const { testServer } = globalThis as { testServer?: { server: EmbeddedServer; directory: string } };
  await testServer?.server.stop();
  if (testServer) rmSync(testServer.directory, { recursive: true, force: true });
};
