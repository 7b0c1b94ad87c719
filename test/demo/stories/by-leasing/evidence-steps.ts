import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sandboxAnchors } from '../../../../plugins/by-leasing/test-authority/sandbox-authority';
import { expect } from '../../narrator';
import { until } from '../../sandbox-doors';
import type { CabinetClient } from './cabinet-client';
import { by } from './clauses';

/** The folder of the project, seen from where this file is compiled to. */
const PROJECT = resolve(__dirname, '../../../../..');

/** `npx lexgraph verify`, as anybody runs it. */
function verify(folder: string, file: string) {
  const trusted = ['--trust', join(folder, 'keys.json'), '--authority', join(folder, 'root.cer')];
  return spawnSync('npx', ['lexgraph', 'verify', join(folder, file), ...trusted], { cwd: PROJECT, encoding: 'utf8' });
}

/** The client asks for the evidence of its contract and judges it without the server; one changed octet is noticed. */
export async function proveContract(client: CabinetClient, leasingDocumentId: string): Promise<void> {
  const { scene, party } = client;
  const folder = mkdtempSync(join(tmpdir(), 'lexgraph-evidence-'));
  const zip = await scene.narrator.step(
    'The client asks for the evidence of its contract, and downloads it',
    async () => {
      const { node } = await party.ask<{ node: { document: { id: string } } }>(
        'query ($id: ID!) { node(id: $id) { ... on ByLeasingDocument { document { id } } } }',
        { id: leasingDocumentId },
      );
      await party.act('requestEvidencePackage', { documentId: node.document.id }, 'evidencePackage { id }');
      const url = await until('the evidence package', async () => {
        const { document } = await party.ask('query ($id: ID!) { document(id: $id) { evidencePackages { failure download { url } } } }', {
          id: node.document.id,
        });
        const [made] = document.evidencePackages;
        expect(!made.failure, `The package was made: ${made.failure}`);
        return made.download?.url as string | undefined;
      });
      return Buffer.from(await (await fetch(url)).arrayBuffer());
    },
    (bytes) => `${bytes.length} octets`,
    by('by-leasing/11.6/b1', 'by-leasing/11.6/b2', 'by-leasing/7.1/p1'),
  );
  writeFileSync(join(folder, 'contract.zip'), zip);
  writeFileSync(join(folder, 'keys.json'), await (await fetch(`${scene.sandbox.url}/seal-keys/${scene.lender}`)).text());
  writeFileSync(join(folder, 'root.cer'), sandboxAnchors()[0]!);
  await scene.narrator.step(
    'npx lexgraph verify contract.zip: it holds, without the server',
    async () => {
      const { status, stdout, stderr } = verify(folder, 'contract.zip');
      expect(status === 0, `verify ends with ${status}: ${stdout}${stderr}`);
      return stdout;
    },
    (report) => report.trim().split('\n'),
  );
  await scene.narrator.step(
    'with one octet changed it does not',
    async () => {
      const changed = Buffer.from(zip);
      changed[changed.length >> 1]! ^= 1;
      writeFileSync(join(folder, 'changed.zip'), changed);
      const { status, stdout } = verify(folder, 'changed.zip');
      expect(status === 1, `verify refuses it, but ends with ${status}.`);
      return stdout;
    },
    (report) => report.trim().split('\n').slice(0, 1),
  );
  rmSync(folder, { recursive: true });
}
