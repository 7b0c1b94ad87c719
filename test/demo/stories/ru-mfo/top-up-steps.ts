import { roubles } from '../../graph';
import { expect } from '../../narrator';
import { until } from '../../sandbox-doors';
import type { Scene } from '../../scene';
import { toCard } from '../../steps/application';
import type { Borrower } from '../../steps/borrower';
import { signingCode } from '../../steps/signing';
import { by } from './clauses';

/** An additional sum under a running contract: asked for, signed by a code, ordered by the officer, paid. */
export async function takeAdditionalSum(scene: Scene, borrower: Borrower, contractId: string, amount: string): Promise<void> {
  const { narrator, officer } = scene;
  const topUp = await narrator.step(
    `The borrower asks for an additional sum of ${amount}`,
    async () => {
      const payload = await borrower.party.act(
        'ruMfoRequestTopUp',
        { contractId, amount: roubles(amount), ...toCard },
        'topUp { id status application { title sha256 } }',
      );
      return payload.topUp as { id: string; status: string; application: { title: string; sha256: string } };
    },
    ({ status, application }) => `${status}: ${application.title}`,
    by('ru-mfo/veritas/5.1/б', 'ru-mfo/veritas/5.2', 'ru-mfo/veritas/5.3', 'ru-mfo/veritas/5.4/а'),
  );
  await narrator.step(
    'signs the application by a code',
    async () => {
      const input = { topUpId: topUp.id, documentSha256: topUp.application.sha256, ...(await signingCode(scene, borrower, topUp.id)) };
      const { topUp: signed } = await borrower.party.act('ruMfoSignTopUp', input, 'topUp { status }');
      expect(signed.status === 'SIGNED', `The application is signed, not ${signed.status}.`);
    },
    undefined,
    by('ru-mfo/veritas/5.6', 'ru-mfo/veritas/5.7'),
  );
  await narrator.step(
    'and has the money when the officer ordered it',
    async () => {
      await officer.act('ruMfoPayTopUp', { topUpId: topUp.id });
      return until('the additional sum', async () => {
        const { contract } = await borrower.party.ask(
          'query ($id: ID!) { contract(id: $id) { debt { principal { amount } } ruMfo { topUps { edges { node { id status } } } } } }',
          { id: contractId },
        );
        const [edge] = contract.ruMfo.topUps.edges;
        return edge?.node.status === 'PAID' && contract;
      });
    },
    ({ debt }) => `principal is ${debt.principal.amount} now`,
    by('ru-mfo/veritas/5.8'),
  );
}
