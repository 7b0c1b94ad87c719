import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { product } from '../product.ts';

export interface SigningFigure {
  readonly name: string;
  readonly title: string;
  readonly runs: number;
  /** Milliseconds by the clock. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of CPU, on average. */
  readonly cpu: number;
  /** Milliseconds of CPU that it must stay below: other processes of the machine do not count. */
  readonly goal: number;
}

export interface SigningReport {
  readonly benchmark: 'signing';
  readonly at: string;
  readonly machine: { readonly cpu: string; readonly cpus: number; readonly node: string };
  readonly figures: readonly SigningFigure[];
}

const VERIFICATION = 10;
const PACKAGE = 100;
const LINES = 60;

/** One ЭЦП is verified, and one evidence package with two of them is printed, put together and sealed, again and again in one process. */
export async function runSigning({ seconds, tell }: { readonly seconds: number; tell(line: string): void }): Promise<SigningReport> {
  const { judgeDetachedSignature, readCertificate, readRevocationList } = product('plugins/by-leasing/digital-signature/index.js');
  const { sandboxAnchors, sandboxRevocationLists, sandboxSign } = product('plugins/by-leasing/test-authority/sandbox-authority.js');
  const { evidencePath } = product('plugins/by-leasing/evidence/paths.js');
  const { buildPackage } = product('modules/signatures/index.js');
  const { canonicalText, digestOf, printDocument } = product('modules/documents/index.js');
  const { canonicalJson, checkpointOf, proveInclusion, CHAIN_START, seal, checkpointBytes, sealWith } = product('modules/audit/index.js');
  const { Temporal } = product('../node_modules/temporal-polyfill');
  const { exportJWK, generateKeyPair } = product('../node_modules/jose');

  const at = Temporal.Instant.from('2026-06-01T09:30:00Z');
  const rows = Array.from({ length: LINES }, (_, i) => ({ name: `value${i}`, label: `Условие ${i}`, value: `Значение ${i}, BYN 1234.56` }));
  const text: string = canonicalText(rows);
  const content = Buffer.from(text, 'utf8');
  const lists: Uint8Array[] = sandboxRevocationLists(at);
  const signatures = ['3010185A001PB3', '3110190A001PB2'].map((personalNumber, i) => ({
    id: `0199f0a0-0000-7000-8000-00000000010${i}`,
    cms: sandboxSign(content, { name: `Подписант ${i}`, personalNumber }, at) as Uint8Array,
  }));

  const trust = {
    anchors: sandboxAnchors().map((der: Uint8Array) => readCertificate(der)),
    intermediates: [],
    revocationLists: lists.map((der) => readRevocationList(der)),
  };
  const verify = () => {
    const judged = judgeDetachedSignature(content, signatures[0]!.cms, trust, at);
    if (!judged.holds) throw new Error(`The signature does not hold: ${judged.fault}.`);
  };

  const sha256: string = digestOf(text).toString('hex');
  const lender = { id: '0199f0a0-0000-7000-8000-000000000001', code: 'acme', name: 'Acme Lease' };
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'acme-1' };
  const sealer = sealWith(() => [key]);
  const chain: unknown[] = [];
  for (const { id } of signatures) {
    const entry = {
      lenderId: lender.id,
      id,
      at: at.toString(),
      actor: { kind: 'CLIENT', subject: 'client' },
      command: 'sign',
      plugin: null,
    };
    chain.push(seal({ ...entry, subject: null, outcome: 'DONE', details: {}, requestId: 'r' }, chain.at(-1) ?? CHAIN_START));
  }
  const hashes = (chain as { hash: string }[]).map(({ hash }) => hash);
  const checkpoint = checkpointOf(hashes, { lenderId: lender.id, no: 1, afterNo: 0, at: at.toString() });
  const pack = async () => {
    const pdf = await printDocument({
      content: {
        title: 'Договор финансовой аренды',
        blocks: [{ kind: 'fields', fields: rows.map(({ label, value }) => ({ label, value })) }],
      },
      locale: 'ru',
      at,
      sha256,
      signatures: signatures.map(({ id }) => ({ heading: 'Клиент', lines: [{ label: 'Идентификатор', value: id }] })),
    });
    const zip = await buildPackage(
      {
        lender,
        madeAt: at.toString(),
        document: {
          ...{ id: 'd1', plugin: 'by-leasing', kind: 'LEASING_CONTRACT', form: 'DIGITALLY_SIGNED', title: 'Договор' },
          ...{ canonicalForm: 'lexgraph.values/1', sha256, createdAt: at.toString() },
        },
        canonicalText: text,
        pdf,
        signatures: signatures.map(({ id }) => ({
          ...{ id, signer: { kind: 'CLIENT', id, name: null }, method: 'EDS', identifier: id, digest: sha256 },
          ...{ signedAt: at.toString(), evidence: {} },
        })),
        audit: [
          {
            entries: proveInclusion(chain, checkpoint, hashes),
            checkpoint,
            seal: await sealer.seal(lender.id, checkpointBytes(checkpoint)),
          },
        ],
        further: new Map<string, Uint8Array>([
          ...signatures.map(({ id, cms }) => [evidencePath.signature(id), cms] as const),
          ...lists.map((der, i) => [evidencePath.revocationList(String(i)), der] as const),
          [evidencePath.authority('0'), sandboxAnchors()[0]],
        ]),
      },
      sealer,
    );
    if (zip.length < 1000 || !canonicalJson) throw new Error('The package is empty.');
  };

  const figures = [
    await measured({
      name: 'verify',
      title: 'one ЭЦП: text, signature, chain of three, two revocation lists',
      goal: VERIFICATION,
      seconds,
      run: verify,
    }),
    await measured({
      name: 'package',
      title: 'one evidence package with two ЭЦП: printed, put together, sealed',
      goal: PACKAGE,
      seconds,
      run: pack,
    }),
  ];
  tell('Measured.');
  return {
    benchmark: 'signing',
    at: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cpus: cpus().length, node: process.version },
    figures,
  };
}

interface Subject extends Pick<SigningFigure, 'name' | 'title' | 'goal'> {
  readonly seconds: number;
  run(): unknown;
}

async function measured({ name, title, goal, seconds, run }: Subject): Promise<SigningFigure> {
  for (let i = 0; i < 10; i++) await run();
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const until = performance.now() + (seconds * 1000) / 2;
  while (performance.now() < until) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number) => Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(2));
  return {
    name,
    title,
    goal,
    runs: times.length,
    p50: at(0.5),
    p99: at(0.99),
    cpu: Number(((user + system) / 1000 / times.length).toFixed(2)),
  };
}

export function printedSigning({ figures, machine }: SigningReport): string {
  const line = ({ title, p50, p99, cpu, goal, runs }: SigningFigure) =>
    `${cpu < goal ? 'kept' : 'MISSED'}  ${title}: CPU ${cpu} ms (goal ${goal} ms); by the clock median ${p50} ms, 99 % within ${p99} ms, ${runs} runs`;
  return [...figures.map(line), `${machine.cpus} × ${machine.cpu}, Node ${machine.node}`].join('\n');
}
