import 'reflect-metadata';
import { Narrator } from './narrator';
import { findSandbox } from './sandbox';
import { veritasStory } from './veritas-story';

async function main(): Promise<void> {
  const narrator = new Narrator();
  const sandbox = await findSandbox();
  console.log(`Lexgraph, a demonstration against ${sandbox.own ? 'a sandbox of its own' : sandbox.url}`);
  try {
    await veritasStory(sandbox, narrator);
    narrator.end();
  } finally {
    await sandbox.stop();
  }
}

main().catch((error: unknown) => {
  console.error(`\n  ✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
