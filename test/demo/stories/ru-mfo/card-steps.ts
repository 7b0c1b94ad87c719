import { roubles, told } from '../../graph';
import { expect } from '../../narrator';
import { fillCardForm, messagesTo, until } from '../../sandbox-doors';
import type { Scene } from '../../scene';
import type { Borrower } from '../../steps/borrower';
import { by } from './clauses';

interface Card {
  readonly id: string;
  readonly status: string;
  readonly lastFour: string | null;
  readonly checks: readonly { readonly refund: string | null }[];
}

/** A card entered at the partner, charged a secret sum, and verified by naming it exactly. @returns its id */
export async function verifyCard(scene: Scene, borrower: Borrower, last4: string): Promise<string> {
  const { narrator } = scene;
  const cardId = await narrator.step(
    'enters a card on the partner’s page: its number never comes to the lender',
    async () => {
      const { formUrl, card } = await borrower.party.act('ruMfoBeginCard', {}, 'formUrl card { id }');
      await fillCardForm(formUrl, last4);
      await borrower.party.act('ruMfoCheckCard', { cardId: card.id }, 'card { status }');
      return card.id as string;
    },
    undefined,
    by('ru-mfo/kapital-nt/5/2/реквизиты', 'ru-mfo/kapital-nt/13/4'),
  );
  const sum = await narrator.step(
    'A small secret sum is charged; the holder reads it in the message of the bank',
    async () => {
      await until('the charge of the card', async () => (await cardOf(borrower, cardId))?.status === 'CHARGED');
      const sums = (await messagesTo(scene.sandbox, `*${last4}`)).map(({ text }) => /^Charged (\d+\.\d\d) RUB/.exec(text)?.[1]);
      const [latest] = sums.filter((one) => one !== undefined);
      expect(latest && Number(latest) > 0 && Number(latest) <= 2, `The charge is of at most two roubles, not of ${latest}.`);
      return latest;
    },
    undefined,
    by('ru-mfo/kapital-nt/5/2/списание'),
  );
  const wrong = sum === '2.00' ? '1.99' : (Number(sum) + 0.01).toFixed(2);
  await narrator.step(
    'A kopeck more does not verify the card',
    () => borrower.party.refused('ruMfoConfirmCard', { cardId, amount: roubles(wrong) }, 'RU_MFO_CARD_AMOUNT_MISMATCH'),
    told,
    by('ru-mfo/kapital-nt/5/2/неверно'),
  );
  await narrator.step(
    'the exact sum does, and the money goes back',
    async () => {
      await borrower.party.act('ruMfoConfirmCard', { cardId, amount: roubles(sum) });
      return until('the refund of the charge', async () => {
        const card = await cardOf(borrower, cardId);
        return card?.status === 'VERIFIED' && card.checks[0]?.refund === 'SETTLED' && card;
      });
    },
    ({ status, lastFour }) => `card •••• ${lastFour}: ${status}, refunded`,
    by('ru-mfo/kapital-nt/5/2/верно', 'ru-mfo/kapital-nt/5/2/возврат'),
  );
  return cardId;
}

async function cardOf(borrower: Borrower, cardId: string): Promise<Card | undefined> {
  const { client } = await borrower.party.ask<{ client: { ruMfo: { registration: { cards: Card[] } } } }>(
    'query ($id: ID!) { client(id: $id) { ruMfo { registration { cards { id status lastFour checks { refund } } } } } }',
    { id: borrower.clientId },
  );
  return client.ruMfo.registration.cards.find(({ id }) => id === cardId);
}
