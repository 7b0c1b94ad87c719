import { parseArgs } from 'node:util';
import { printed } from './read/report.ts';
import { runRead } from './read/run.ts';

const USAGE = `npm run bench -- read [--json] [--seconds N] [--profile FILE]

  read        this gateway, PostGraphile 5 and one SQL statement answer the same page from the same rows
  --json      only JSON on stdout
  --seconds   measured seconds of each server, in 10 rounds (default 15)
  --profile   writes a CPU profile of the gateway's rounds (.cpuprofile); the figures are then worth little
`;

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '15' }, profile: { type: 'string' } },
  });
  const seconds = Number(values.seconds);
  if (positionals.join(' ') !== 'read' || !(seconds > 0)) {
    tell(USAGE);
    return 2;
  }
  const report = await runRead({ seconds, profile: values.profile ?? null, tell });
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : `\n${printed(report.servers, report.ratios)}\n`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  },
);
