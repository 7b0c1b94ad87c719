import 'reflect-metadata';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, provision, startEmbeddedServer } from '../../gateway/postgres';

/** One PostgreSQL for the whole run, with a migrated template that each test file copies. */
module.exports = async function globalSetup(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-test-'));
  // Run as root, the server becomes a user of its own, who must be able to pass through.
  chmodSync(directory, 0o755);
  const server = await startEmbeddedServer({ directory: join(directory, 'postgres'), durable: false });
  (globalThis as { testServer?: unknown }).testServer = { server, directory };
  const urls = await provision(server.adminUrl, 'lexgraph_template');
  await migrate(urls.owner);
  process.env.TEST_POSTGRES_ADMIN_URL = server.adminUrl;
};
