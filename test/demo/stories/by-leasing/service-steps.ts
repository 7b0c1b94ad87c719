import { expect } from '../../narrator';
import { messagesTo, until } from '../../sandbox-doors';
import { type CabinetClient, CODE_WORD } from './cabinet-client';
import { by } from './clauses';

/** A petition goes out by an authentication of its own, and its client is told what came of it. */
export async function petition(client: CabinetClient): Promise<void> {
  const { scene, party, phone } = client;
  const written = await scene.narrator.step(
    'The client writes a petition; without an authentication of its own it is not sent',
    async () => {
      const request = { subject: 'PAYMENT_DATE', text: 'Прошу перенести первый платёж на пять дней.' };
      const draft = await party.act('byLeasingWritePetition', request, 'petition { id }');
      await party.refused('byLeasingSendPetition', { petitionId: draft.petition.id }, 'BY_LEASING_STEP_UP_REQUIRED');
      return draft.petition.id as string;
    },
    undefined,
    by('by-leasing/5.7/step-up', 'by-leasing/3.14'),
  );
  const number = await scene.narrator.step(
    'with a code and the code word it is, and has a number',
    async () => {
      const code = await client.code('OPERATION', written);
      const input = { petitionId: written, ...code, codeWord: CODE_WORD };
      const sent = await party.act('byLeasingSendPetition', input, 'petition { number status receivedAt }');
      return sent.petition.number as string;
    },
    (given) => given,
    by('by-leasing/3.13.8'),
  );
  await scene.narrator.step(
    'An officer grants it, and a message says so',
    async () => {
      const answer = { petitionId: written, status: 'GRANTED', answer: 'Первый платёж перенесён.' };
      await scene.officer.act('byLeasingProcessPetition', answer, 'petition { status }');
      return until('the message about the petition', async () =>
        (await messagesTo(scene.sandbox, phone)).find(({ text }) => text.includes(number)),
      );
    },
    ({ text }) => `“${text}”`,
    by('by-leasing/7.5'),
  );
}

/** A claim that nobody answers counts as accepted after ten working days. */
export async function claim(client: CabinetClient): Promise<void> {
  const { scene } = client;
  const filed = await scene.narrator.step(
    'The client sends a claim; ten working days run for its answer',
    async () => {
      const text = 'Верните излишне уплаченное по договору.';
      const sent = await client.party.act('byLeasingFileClaim', { text }, 'claim { id number answerDueOn }');
      return sent.claim as { id: string; number: string; answerDueOn: string };
    },
    ({ number, answerDueOn }) => `${number}, answer until ${answerDueOn}`,
    by('by-leasing/12.5/p3/claim', 'by-leasing/12.5/p3/answer'),
  );
  await scene.pass('P21D', 'Three weeks pass without an answer');
  await client.signIn();
  await scene.narrator.step(
    'Silence is consent: the claim counts as accepted, and a late answer is refused',
    async () => {
      const state = await until('the claim to be settled', async () => {
        const { node } = await client.party.ask<{ node: { state: string } }>(
          'query ($id: ID!) { node(id: $id) { ... on ByLeasingClaim { state } } }',
          { id: filed.id },
        );
        return node.state !== 'RECEIVED' && node.state;
      });
      expect(state === 'DEEMED_ACCEPTED', `The claim is ${state}.`);
      const late = { claimId: filed.id, answer: 'REJECTED', text: 'Возражаем.' };
      await scene.officer.refused('byLeasingAnswerClaim', late, 'BY_LEASING_CLAIM_ANSWER_OVERDUE');
      return state;
    },
    (state) => state,
    by('by-leasing/12.5/p3/deemed-accepted'),
  );
}
