import type { Values } from '../../../support/test-gateway';
import { told } from '../../graph';
import { expect } from '../../narrator';
import { until } from '../../sandbox-doors';
import type { Scene } from '../../scene';
import { payOut } from '../../steps/contract';
import { download } from '../../steps/offer';
import { signingCode } from '../../steps/signing';
import { by } from './clauses';
import { type Pledgor, pledgeOf } from './pledgor';

const agreementOf = (documents: readonly Values[]): Values => documents.find(({ kind }) => kind === 'PLEDGE_AGREEMENT');

/** The pledgor reads, and signs all three documents by one code. */
export async function signAsPledgor(scene: Scene, { borrower, pledgeId }: Pledgor, documents: readonly Values[]): Promise<void> {
  await scene.narrator.step(
    'The pledgor downloads the agreement and the inventory as PDF',
    async () => {
      const sizes = [];
      for (const { download: link } of documents) {
        const bytes = await download(link.url);
        expect(bytes.subarray(0, 5).toString() === '%PDF-', 'The link answers a PDF.');
        sizes.push(`${(bytes.length / 1024).toFixed(0)} kB`);
      }
      return sizes.join(', ');
    },
    (sizes) => sizes,
  );
  await scene.narrator.step(
    'and signs them by a code that is bound to these very texts',
    async () => {
      const code = await signingCode(scene, borrower, pledgeId);
      const { pledge } = await borrower.party.act('byPledgeSignAgreement', { pledgeId, ...code }, 'pledge { status pledgorSignedAt }');
      expect(pledge.status === 'FORMED', 'One signature alone concludes nothing.');
      return pledge;
    },
    ({ status, pledgorSignedAt }) => `signed at ${pledgorSignedAt}, still ${status}: the lender has not signed`,
    by('by-pledge/6/pledgor'),
  );
}

/** The lender's signer countersigns; the right of pledge exists from that moment. */
export async function countersign(scene: Scene, { pledgeId }: Pledgor, documents: readonly Values[]): Promise<void> {
  const documentSha256 = agreementOf(documents).sha256;
  await scene.narrator.step(
    'The lender’s signer signs the same: the agreement is concluded, the right of pledge exists',
    async () => {
      const { pledge } = await scene.officer.act('byPledgeCountersign', { pledgeId, documentSha256 }, 'pledge { status concludedAt }');
      expect(pledge.status === 'ACTIVE', `The pledge is in force, not ${pledge.status}.`);
      return pledge;
    },
    ({ status, concludedAt }) => `${status} since ${concludedAt}`,
    by('by-pledge/5.1/start', 'by-pledge/0/pledgee'),
  );
}

/** The same car again: formed it may be, concluded never. */
export async function refuseSecondPledge(scene: Scene, { pledgeId }: Pledgor): Promise<void> {
  await scene.narrator.step(
    'That car is pledged already: the agreement is not formed',
    () => scene.officer.refused('byPledgeFormAgreement', { pledgeId }, 'BY_PLEDGE_ALREADY_ENCUMBERED'),
    told,
    by('by-pledge/2.2/b3'),
  );
}

/** The money goes out; the register and the Credit Register are told by themselves. @returns the contract's id */
export async function provideMoney(scene: Scene, { borrower, pledgeId }: Pledgor): Promise<string> {
  const { contract } = await pledgeOf(scene, pledgeId, 'contract { id }');
  await payOut(scene, borrower, contract.id);
  await scene.narrator.step(
    'The entry in the register and the notice to the Credit Register follow by themselves',
    () =>
      until('the registers', async () => {
        const pledge = await pledgeOf(scene, pledgeId, 'registerNumber registerFindings { code } creditReports { occasion state sentAt }');
        return pledge.registerNumber && pledge.creditReports.every(({ state }: Values) => state === 'SENT') && pledge;
      }),
    ({ registerNumber, creditReports }) => `register ${registerNumber}; Credit Register told of ${creditReports[0].occasion}`,
    by('by-pledge/3.3/б/entry', 'by-pledge/3.3/б/cost', 'by-pledge/5.2'),
  );
  return contract.id;
}
