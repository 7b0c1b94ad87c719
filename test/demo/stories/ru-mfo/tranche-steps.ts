import { roubles, told } from '../../graph';
import { LiveStream } from '../../live-stream';
import { expect } from '../../narrator';
import type { Scene } from '../../scene';
import { toAccount } from '../../steps/application';
import type { Borrower } from '../../steps/borrower';
import { signingCode } from '../../steps/signing';
import { by } from './clauses';

interface Change {
  readonly cursor: string;
  readonly from: string | null;
  readonly to: string;
  readonly tranche: { readonly id: string; readonly amount: { readonly amount: string } } | null;
}

/** Sums just outside of what a tranche may be are refused, and nothing is begun. */
export async function refuseTranches(scene: Scene, borrower: Borrower, contractId: string): Promise<void> {
  for (const amount of ['999.99', '30000.01'])
    await scene.narrator.step(
      `The borrower asks for a tranche of ${amount} and is refused`,
      () =>
        borrower.party.refused(
          'ruMfoRequestTranche',
          { contractId, amount: roubles(amount), ...toAccount },
          'RU_MFO_TRANCHE_AMOUNT_OUT_OF_RANGE',
        ),
      told,
      by('ru-mfo/veritas/5.1.1/б'),
    );
  const { contract } = await borrower.party.ask('query ($id: ID!) { contract(id: $id) { ruMfo { tranches { edges { node { id } } } } } }', {
    id: contractId,
  });
  expect(contract.ruMfo.tranches.edges.length === 0, 'A refused tranche leaves nothing behind.');
}

/** A tranche asked for, signed by a code and paid, while the borrower's screen listens. */
export async function takeTranche(scene: Scene, borrower: Borrower, contractId: string, amount: string): Promise<void> {
  const { narrator } = scene;
  const screen = new LiveStream<Change>(
    scene.sandbox,
    borrower.sessionToken,
    'subscription ($after: Cursor) { item: ruMfoTrancheStatusChanged(after: $after) { cursor from to tranche { id amount { amount } } } }',
  );
  await narrator.step('The borrower’s screen listens to ruMfoTrancheStatusChanged', () => screen.connect());
  const tranche = await narrator.step(
    `The borrower asks for a tranche of ${amount}`,
    async () => {
      const selection = 'tranche { id status application { title sha256 } }';
      const payload = await borrower.party.act('ruMfoRequestTranche', { contractId, amount: roubles(amount), ...toAccount }, selection);
      return payload.tranche as { id: string; status: string; application: { title: string; sha256: string } };
    },
    ({ status, application }) => `${status}: ${application.title}`,
    by('ru-mfo/veritas/5.1.1/а', 'ru-mfo/veritas/5.1.2', 'ru-mfo/veritas/5.1.3/а', 'ru-mfo/veritas/5.1.3/б'),
  );
  await narrator.step(
    'and signs the application by a code; the money is ordered by that',
    async () => {
      const code = await signingCode(scene, borrower, tranche.id);
      await borrower.party.act('ruMfoSignTranche', { trancheId: tranche.id, documentSha256: tranche.application.sha256, ...code });
    },
    undefined,
    by('ru-mfo/veritas/5.1.4/а', 'ru-mfo/veritas/5.1.4/б'),
  );
  await narrator.step(
    'The screen shows the tranche on its way and paid',
    async () => {
      await screen.until((changes) => changes.some(({ to }) => to === 'PAID'), 'the payment of the tranche');
      expect(
        screen.handled.every((change) => change.tranche?.id === tranche.id),
        'Only this tranche is told of.',
      );
      return screen.handled;
    },
    (changes) => changes.map(({ from, to }) => `${from ?? '—'} → ${to}`).join(', '),
  );
  await screen.close();
  await narrator.step(
    'and the next payment was counted anew',
    async () => {
      const { contract } = await borrower.party.ask(
        `query ($id: ID!) { contract(id: $id) { schedules { cause } schedule { no dueOn total { amount } }
          ruMfo { creditLine { limit { amount } available { amount } } tranches { edges { node { recalculation formula } } } } } }`,
        { id: contractId },
      );
      expect(
        contract.schedules.some(({ cause }: { cause: string }) => cause === 'TRANCHE'),
        'A tranche makes a new version of the schedule.',
      );
      return contract;
    },
    ({ schedule: [next], ruMfo: { creditLine, tranches } }) => [
      `payment ${next.no}: ${next.total.amount} on ${next.dueOn} (${tranches.edges[0].node.recalculation}, ${tranches.edges[0].node.formula})`,
      `${creditLine.available.amount} of ${creditLine.limit.amount} are left to draw`,
    ],
    by('ru-mfo/veritas/5.1.6/б', 'ru-mfo/veritas/1.16'),
  );
}
