import type { ClauseCount } from './count';

const head = '| plugin | document | entries | in scope | cited | proven |\n|---|---|---:|---:|---:|---:|';

/** The committed page. */
export function clausesPage(counts: readonly ClauseCount[]): string {
  return `# Clauses

Every numbered clause of a lender's document is an entry of a register, \`plugins/<plugin>/clauses/<document>.yaml\`
or, where a lender is a folder of data, \`plugins/<plugin>/lenders/<document>/clauses.yaml\`.
*In scope*: asks something of the software. *Cited*: code of the plugin names it with \`cite(…)\`. *Proven*: a passing test
bears its id (\`<clause id> · sentence\`) and the code that cites it ran in that test; a rule was seen both to hold and to be broken.

Written by \`npm run clauses -- --write\`; \`npm run clauses -- --check\` fails when a number falls below this table.

${head}
${counts.map((row) => `| ${row.plugin} | ${row.document} | ${row.entries} | ${row.inScope} | ${row.cited} | ${row.proven} |`).join('\n')}
`;
}

/** Reads the committed page back. */
export function readClausesPage(text: string): readonly ClauseCount[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\| ([\w-]+) \| ([\w-]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/.exec(line);
    if (!match) return [];
    const [entries, inScope, cited, proven] = match.slice(3).map(Number) as [number, number, number, number];
    return [{ plugin: match[1]!, document: match[2]!, entries, inScope, cited, proven }];
  });
}

/** For people, at a terminal. */
export function terminalTable(counts: readonly ClauseCount[]): string {
  const rows = counts.map((row) => [row.plugin, row.document, row.entries, row.inScope, row.cited, row.proven].map(String));
  const total = (['entries', 'inScope', 'cited', 'proven'] as const).map((key) => String(counts.reduce((sum, row) => sum + row[key], 0)));
  const all = [['plugin', 'document', 'entries', 'in scope', 'cited', 'proven'], ...rows, ['total', '', ...total]];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) => row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  '))
    .join('\n');
}
