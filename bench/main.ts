import { parseArgs } from 'node:util';
import { printedAccrual, runAccrual } from './accrual/run.ts';
import { printed } from './read/report.ts';
import { runRead } from './read/run.ts';
import { printedRules, runRules } from './rules/run.ts';

const USAGE = `npm run bench -- read|rules|accrual [--json] [--seconds N] [--profile FILE]

  read        this gateway, PostGraphile 5 and one SQL statement answer the same page from the same rows
  rules       decisions and schedules with their full cost on one core, beside json-rules-engine and a plain Newton
  accrual     one day of 100 000 loans, also with a process killed on its way
  --json      only JSON on stdout
  --loans     loans of accrual (default 100000)
  --seconds   measured seconds of each server, in 10 rounds (default 15), CPU seconds of each with rules
  --profile   writes a CPU profile of the gateway's rounds (.cpuprofile); the figures are then worth little
`;

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '15' },
      loans: { type: 'string', default: '100000' },
      profile: { type: 'string' },
    },
  });
  const seconds = Number(values.seconds);
  const subject = positionals.join(' ');
  if (!['read', 'rules', 'accrual'].includes(subject) || !(seconds > 0)) {
    tell(USAGE);
    return 2;
  }
  if (subject === 'accrual') {
    const accrual = await runAccrual({ loans: Number(values.loans), tell });
    process.stdout.write(values.json ? `${JSON.stringify(accrual, null, 2)}\n` : `\n${printedAccrual(accrual)}\n`);
    return 0;
  }
  if (subject === 'rules') {
    const rules = await runRules({ seconds, tell });
    process.stdout.write(values.json ? `${JSON.stringify(rules, null, 2)}\n` : `\n${printedRules(rules)}\n`);
    return 0;
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
