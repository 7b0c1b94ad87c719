import { FINDINGS, type Finding, sumOf, told } from '../graph';
import { expect } from '../narrator';
import type { Scene } from '../scene';
import type { Borrower } from './borrower';

export interface Wanted {
  readonly product?: string;
  /** Roubles. */
  readonly amount: string;
  readonly termDays: number;
  /** Where the lender's own form hangs in the input, and its currency; the microfinance lenders' unless said. */
  readonly form?: { readonly field: string; readonly currency: string };
  /** What the lender's own form asks beside it. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** A card known to the settlement partner by its token. */
export const toCard = { payoutMethod: 'PAYMENT_CARD', cardToken: 'tok_demo_4242424242', cardLastDigits: '4242' };
export const toAccount = { payoutMethod: 'BANK_ACCOUNT', account: '40817810138050013199', bankCode: '044525225' };

/** An application is begun. */
export async function begin(scene: Scene, borrower: Borrower, wanted: Wanted, clauses: readonly string[] = []): Promise<string> {
  const { product = 'ru-mfo/microloan', amount, termDays, own, form = { field: 'ruMfo', currency: 'RUB' } } = wanted;
  const { id } = await scene.narrator.step(
    `The borrower applies for ${amount} ${form.currency} for ${termDays} days`,
    async () => {
      const { products } = await borrower.party.ask<{ products: { code: string }[] }>('{ products { code } }');
      expect(
        products.some(({ code }) => code === product),
        `The lender offers ${product}.`,
      );
      const input = { product, amount: sumOf(amount, form.currency), termDays, [form.field]: own };
      const { application } = await borrower.party.act('startApplication', input, 'application { id number }');
      return application as { id: string; number: string };
    },
    ({ number }) => `application ${number}`,
    clauses,
  );
  return id;
}

/** An application is sent to the lender. */
export async function send(scene: Scene, borrower: Borrower, applicationId: string, clauses: readonly string[] = []): Promise<void> {
  await scene.narrator.step(
    'and sends it: a term for the decision begins to run',
    async () => {
      const { application } = await borrower.party.act(
        'submitApplication',
        { applicationId },
        'application { status deadlines { kind dueAt clause } }',
      );
      expect(application.status === 'SUBMITTED', `The application was sent, but is ${application.status}.`);
      expect(application.deadlines.length > 0, 'A term runs for the lender’s decision.');
      return application as { status: string; deadlines: { kind: string; dueAt: string; clause: string | null }[] };
    },
    ({ status, deadlines }) => [status, ...deadlines.map(({ kind, dueAt, clause }) => `${kind} until ${dueAt} (${clause})`)],
    clauses,
  );
}

export interface Decided {
  readonly kind: 'APPROVED' | 'APPROVED_OTHER_TERMS' | 'REFUSED';
  readonly edition: string;
  readonly receiptHash: string;
  readonly findings: readonly Finding[];
}

/** The decision of an application, as the payload of the mutation tells it. */
export async function decideOnce(
  scene: Scene,
  applicationId: string,
  wish: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly decision: Decided | null; readonly findings: readonly Finding[] }> {
  const { decided } = await scene.officer.ask(
    `mutation ($input: DecideApplicationInput!) { decided: decideApplication(input: $input) {
       decision { kind edition receiptHash ${FINDINGS} } ${FINDINGS} } }`,
    { input: { applicationId, ...wish } },
  );
  return decided;
}

/** The rules decide, by themselves or on what an officer wishes. */
export async function decide(
  scene: Scene,
  applicationId: string,
  expected: Decided['kind'],
  wish: Readonly<Record<string, unknown>> = {},
): Promise<Decided> {
  return scene.narrator.step(
    'The rules decide, and a receipt says why',
    async () => {
      const { decision, findings } = await decideOnce(scene, applicationId, wish);
      expect(decision, `No decision was recorded: ${told(findings).join('; ')}`);
      expect(
        decision.kind === expected,
        `The decision was to be ${expected}, but is ${decision.kind}: ${told(decision.findings).join('; ')}`,
      );
      return decision;
    },
    ({ kind, edition, receiptHash, findings }) => [`${kind} by ${edition}, receipt ${receiptHash.slice(0, 16)}…`, ...told(findings)],
  );
}
