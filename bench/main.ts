import { parseArgs } from 'node:util';
import { printedAccrual, runAccrual } from './accrual/run.ts';
import { printedEvents, runEvents } from './events/run.ts';
import { printed } from './read/report.ts';
import { runRead } from './read/run.ts';
import { printedRules, runRules } from './rules/run.ts';
import { printedSigning, runSigning } from './signing/run.ts';

const USAGE = `npm run bench -- read|rules|accrual|events|signing [--json] [--seconds N] [--profile FILE]

  read        this gateway, PostGraphile 5 and one SQL statement answer the same page from the same rows
  rules       decisions and schedules with their full cost on one core, beside json-rules-engine and a plain Newton
  accrual     one day of 100 000 loans, also with a process killed on its way
  events      live events to many subscribers, beside Mercurius and GraphQL Yoga; names of parts may follow
  signing     a digital signature is verified, an evidence package is made
  --json      only JSON on stdout
  --loans     loans of accrual (default 100000)
  --subscribers, --events   of the fan-out (default 10000, 100)
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
      subscribers: { type: 'string', default: '10000' },
      events: { type: 'string', default: '100' },
      loans: { type: 'string', default: '100000' },
      profile: { type: 'string' },
    },
  });
  const seconds = Number(values.seconds);
  const [subject = '', ...names] = positionals;
  if (
    !['read', 'rules', 'accrual', 'events', 'signing'].includes(subject) ||
    (names.length > 0 && subject !== 'events') ||
    !(seconds > 0)
  ) {
    tell(USAGE);
    return 2;
  }
  if (subject === 'accrual') {
    const accrual = await runAccrual({ loans: Number(values.loans), tell });
    process.stdout.write(values.json ? `${JSON.stringify(accrual, null, 2)}\n` : `\n${printedAccrual(accrual)}\n`);
    return 0;
  }
  if (subject === 'events') {
    const events = await runEvents(names, { subscribers: Number(values.subscribers), events: Number(values.events), tell });
    process.stdout.write(values.json ? `${JSON.stringify(events, null, 2)}\n` : `\n${printedEvents(events)}\n`);
    return 0;
  }
  if (subject === 'signing') {
    const signing = await runSigning({ seconds, tell });
    process.stdout.write(values.json ? `${JSON.stringify(signing, null, 2)}\n` : `\n${printedSigning(signing)}\n`);
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
