import { randomUUID } from 'node:crypto';
import {
  AnswerReader,
  createPartnerClient,
  MONTH,
  type PartnerClient,
  partnerSettingNames,
  REASON,
  readPartnerSettings,
} from '../../../modules/partner-calls';
import { type CardFormOutcome, type CardGateway, cardGatewayPort } from '../../../modules/payments';
import type { Adapter } from '../../../schema/base';
import { askOnce, readMovement } from './money-movement';

const PARTNER = 'card partner';
/** Never as many digits in a row as a card number has: a partner that sends one is not listened to. */
const TOKEN = /^(?!.*\d{13})[\w.:-]{1,128}$/;
const HOLDER = /^(?!.*\d{4})[^\p{Cc}]{1,100}$/u;
/** Name of a payment scheme in capitals. */
const SCHEME = /^[A-Z]{2,20}$/;
const LAST_FOUR = /^\d{4}$/;
const REFERENCE = /^[\w-]{1,64}$/;
const FORM_ADDRESS = /^https:\/\/\S{1,2000}$/;

/** Keeps and charges cards at a partner's HTTP interface (assumed protocol, docs/guides/adapters.md). */
export const cardGateway = (client: PartnerClient): CardGateway => ({
  async beginTokenisation(holderRef, returnUrl) {
    // A form that nobody fills in does no harm, so each call may open one.
    const { body } = await client.post('/v1/forms', { holder: holderRef, returnUrl: returnUrl ?? null }, randomUUID());
    const answer = new AnswerReader(PARTNER, body);
    return { url: answer.text('url', FORM_ADDRESS), reference: answer.text('reference', REFERENCE) };
  },
  async card(reference) {
    const { body } = await client.get(`/v1/forms/${encodeURIComponent(reference)}`);
    return readForm(new AnswerReader(PARTNER, body), reference);
  },
  charge: (charge) =>
    askOnce(
      () => client.post('/v1/charges', charge, charge.id),
      ({ body }) => readMovement(new AnswerReader(PARTNER, body), charge),
    ),
  refund: (refund) =>
    askOnce(
      () => client.post('/v1/refunds', refund, refund.id),
      ({ body }) => readMovement(new AnswerReader(PARTNER, body), refund),
    ),
});

function readForm(answer: AnswerReader, reference: string): CardFormOutcome {
  answer.same('reference', reference);
  const state = answer.oneOf('state', ['READY', 'PENDING', 'FAILED']);
  if (state === 'PENDING') return { state };
  if (state === 'FAILED') return { state, reason: answer.text('reason', REASON) };
  const card = {
    token: answer.text('token', TOKEN),
    last4: answer.text('last4', LAST_FOUR),
    expires: answer.text('expires', MONTH),
    scheme: answer.optional('scheme', SCHEME),
    holder: answer.optional('holder', HOLDER),
  };
  return { state, card };
}

export const cardAdapter: Adapter<CardGateway> = {
  port: cardGatewayPort,
  name: 'card-partner',
  simulated: false,
  needs: partnerSettingNames('CARD'),
  create({ settings, onStop }) {
    const client = createPartnerClient({ partner: PARTNER, ...readPartnerSettings(settings, 'CARD') });
    onStop?.(() => client.close());
    return cardGateway(client);
  },
};
