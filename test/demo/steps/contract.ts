import type { Values } from '../../support/test-gateway';
import { sumOf } from '../graph';
import { expect } from '../narrator';
import { until } from '../sandbox-doors';
import type { Scene } from '../scene';
import type { Borrower } from './borrower';

const MONEY = 'principal { amount } interest { amount } penalty { amount } total { amount }';

/** The money goes out; the contract is concluded by that. */
export async function payOut(scene: Scene, borrower: Borrower, contractId: string, clauses: readonly string[] = []): Promise<void> {
  await scene.narrator.step('The officer orders the transfer', () => scene.officer.act('orderTransfer', { contractId }));
  await scene.narrator.step(
    'The settlement partner pays; the contract is thereby concluded',
    () =>
      until('the conclusion of the contract', async () => {
        const { contract } = await borrower.party.ask(
          'query ($id: ID!) { contract(id: $id) { status number concludedOn edition application { status } } }',
          { id: contractId },
        );
        return contract.status === 'ACTIVE' && contract.application.status === 'CONCLUDED' && contract;
      }),
    ({ number, status, concludedOn, edition }) => `${number} is ${status} since ${concludedOn} under ${edition}`,
    clauses,
  );
}

export type Debt = Readonly<
  Record<'principal' | 'interest' | 'penalty' | 'total', { readonly amount: string }> & { readonly overdue: { readonly amount: string } }
>;

export async function debtOf(borrower: Borrower, contractId: string): Promise<Debt> {
  const { contract } = await borrower.party.ask(`query ($id: ID!) { contract(id: $id) { debt { ${MONEY} overdue { amount } } } }`, {
    id: contractId,
  });
  return contract.debt;
}

export const debtLine = ({ principal, interest, penalty, total }: Debt): string =>
  `principal ${principal.amount}, interest ${interest.amount}, penalty ${penalty.amount}, in all ${total.amount}`;

let payments = 0;

/** Money of the borrower comes in. */
export async function pay(scene: Scene, contractId: string, amount: string, currency = 'RUB'): Promise<Values> {
  const externalId = `demo-${process.pid}-${Date.now()}-${++payments}`;
  const input = { contractId, amount: sumOf(amount, currency), externalId };
  return scene.officer.act('registerPayment', input, 'payment { status } contract { status }');
}

/** Everything is paid back to the kopeck. The contract ends by that; a line of credit waits for its last day. */
export async function repay(
  scene: Scene,
  borrower: Borrower,
  contractId: string,
  clauses: readonly string[] = [],
  after: 'CLOSED' | 'ACTIVE' = 'CLOSED',
  currency = 'RUB',
): Promise<void> {
  const debt = await scene.narrator.step('The borrower asks what is owed today', () => debtOf(borrower, contractId), debtLine);
  await scene.narrator.step(
    `and pays ${debt.total.amount}: nothing is left, the contract is ${after}`,
    async () => {
      await pay(scene, contractId, debt.total.amount, currency);
      const { contract } = await borrower.party.ask(
        `query ($id: ID!) { contract(id: $id) { status debt { ${MONEY} } ledger(first: 100) { edges { node { clause } } } } }`,
        { id: contractId },
      );
      expect(Number(contract.debt.total.amount) === 0, `Nothing is owed any more, yet it says ${contract.debt.total.amount}.`);
      expect(contract.status === after, `The contract is ${after} after that, not ${contract.status}.`);
      return contract;
    },
    ({ status, ledger }) =>
      `${status}; ${ledger.edges.length} postings tell how, by ${clausesOf(ledger).join(', ') || 'the contract alone'}`,
    clauses,
  );
}

/** The contract ends by itself on its last day, when nothing is owed. */
export async function ends(scene: Scene, borrower: Borrower, contractId: string): Promise<void> {
  await scene.narrator.step('Nothing is owed on its last day: the contract is closed by itself', () =>
    until('the end of the contract', async () => {
      const { contract } = await borrower.party.ask('query ($id: ID!) { contract(id: $id) { status } }', { id: contractId });
      return contract.status === 'CLOSED';
    }),
  );
}

const clausesOf = ({ edges }: { edges: { node: { clause: string | null } }[] }): string[] => [
  ...new Set(edges.flatMap(({ node }) => node.clause ?? [])),
];

/** Waits for a notification of a kind in the borrower's account. */
export async function notified(borrower: Borrower, kind: string): Promise<{ text: string; channel: string; clause: string | null }> {
  return until(`a message of ${kind}`, async () => {
    const { client } = await borrower.party.ask(
      'query ($id: ID!) { client(id: $id) { notifications(first: 50) { edges { node { kind text channel clause } } } } }',
      { id: borrower.clientId },
    );
    return client.notifications.edges.map(({ node }: Values) => node).find((node: Values) => node.kind === kind);
  });
}
