import type { IncomingMessage, ServerResponse } from 'node:http';
import { CARD_ENDINGS, type CardSimulator } from './card-simulator';
import { readShort } from './read-short';

const FIELDS = /^last4=(\d{4})$/;

/** The card partner's form in the sandbox: a page for people, and a POST of `last4=4242` for programs. */
export async function handleCardForm(cards: CardSimulator, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const reference = url.searchParams.get('reference') ?? '';
  const known = (await cards.card(reference)).state === 'PENDING';
  if (request.method !== 'POST') return page(response, known ? 200 : 404, known ? FORM : CLOSED);
  const [, last4] = FIELDS.exec(await readShort(request)) ?? [];
  if (!last4) return page(response, 400, FORM);
  page(response, cards.fill(reference, last4) ? 200 : 404, CLOSED);
}

function page(response: ServerResponse, status: number, content: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; form-action 'self'",
    })
    .end(`<!doctype html><html lang="en"><title>Sandbox card</title><h1>Sandbox card partner</h1>${content}</html>`);
}

const FORM = `<form method="post"><p>No real card: choose the four digits it shall end in.</p>
<p><input name="last4" value="4242" pattern="[0-9]{4}" maxlength="4" required autofocus> <button>Keep the card</button></p>
<p>${CARD_ENDINGS.formFails}: refused here. ${CARD_ENDINGS.chargeFails}: has no money. ${CARD_ENDINGS.chargeWaits}: charged at the second asking.</p></form>`;
const CLOSED = '<p>There is nothing to fill in here. You may go back.</p>';
