import 'reflect-metadata';
import { Narrator } from './narrator';
import { findSandbox } from './sandbox';
import { DEFAULT, stories } from './stories';

const USAGE = `npm run demo -- <story>, against a sandbox of its own or the one at LEXGRAPH_URL:
${Object.entries(stories)
  .map(([name, { tells }]) => `  ${name.padEnd(12)} ${tells}${name === DEFAULT ? ' (the default)' : ''}`)
  .join('\n')}`;

async function main([name = DEFAULT, ...rest]: readonly string[]): Promise<number> {
  const story = Object.hasOwn(stories, name) && rest.length === 0 ? stories[name] : null;
  if (!story) {
    const asked = ['--help', '-h'].includes(name);
    (asked ? console.log : console.error)(asked ? USAGE : `There is no story "${[name, ...rest].join(' ')}".\n${USAGE}`);
    return asked ? 0 : 2;
  }
  const narrator = new Narrator();
  const sandbox = await findSandbox();
  console.log(`Lexgraph, a demonstration against ${sandbox.own ? 'a sandbox of its own' : sandbox.url}`);
  try {
    await story.play(sandbox, narrator);
    narrator.end();
    return 0;
  } finally {
    await sandbox.stop();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`\n  ✗ ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
