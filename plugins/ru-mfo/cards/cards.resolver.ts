import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { loader, statement } from '../../../modules/database';
import { cardGatewayPort } from '../../../modules/payments';
import { type Finding, formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { RuMfoRegistration } from '../registration/steps.types';
import { roubleFindings } from '../roubles';
import { beginCard, noteForm } from './begin-card.command';
import { type CardRecord, cardColumns, cardsByClient, checksByCard } from './card.record';
import {
  RuMfoBeginCardInput,
  RuMfoCard,
  RuMfoCardCheck,
  RuMfoCardPayload,
  RuMfoCheckCardInput,
  RuMfoConfirmCardInput,
} from './cards.types';
import { checkCard } from './check-card.command';
import { confirmCard } from './confirm-card.command';

const cardById = loader(
  statement<CardRecord>('ru_mfo_card_by_id', `select ${cardColumns} from ru_mfo.card where id = any($1)`),
  (row) => row.id,
);

const toCard = ({ id, status, lastFour, expires, scheme, refusal, begunAt, verifiedAt }: CardRecord): RuMfoCard => ({
  cardRowId: id,
  id: toGlobalId('RuMfoCard', id),
  status,
  lastFour,
  expires,
  scheme,
  refusal,
  begunAt,
  verifiedAt,
});

@Resolver(() => RuMfoRegistration)
export class RuMfoCardsResolver {
  @FieldResolver(() => [RuMfoCard], { description: 'Cards, the latest first (карты).' })
  @Scoped('clients:read')
  async cards(@Root() own: RuMfoRegistration, @Ctx() context: GraphContext): Promise<RuMfoCard[]> {
    return (await context.loaders.list(cardsByClient, own.clientRowId)).map(toCard);
  }

  @Mutation(() => RuMfoCardPayload, {
    description: 'Opens the partner’s page, where the card is entered; its number never comes here (реквизиты карты).',
  })
  @Scoped('clients:write')
  async ruMfoBeginCard(
    @Arg('input', () => RuMfoBeginCardInput, { description: 'Whose card.' }) input: RuMfoBeginCardInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoCardPayload> {
    const clientId = context.caller.clientId ?? (input.clientId ? rowIdOf('Client', input.clientId) : null);
    if (!clientId) return refusal([formFinding('CLIENT_REQUIRED', ['input', 'clientId'])]);
    if (input.returnUrl != null && !isReturnAddress(input.returnUrl))
      return refusal([formFinding('RU_MFO_FIELD_INVALID', ['input', 'returnUrl'], { field: 'returnUrl' })]);
    const begun = await context.execute(beginCard, { clientId });
    if (!begun.cardId) return refusal(begun.findings ?? []);
    // Out of any transaction: a row without a page is begun again.
    const { url, reference } = await context.ports.get(cardGatewayPort).beginTokenisation(begun.cardId, input.returnUrl ?? undefined);
    const noted = await context.execute(noteForm, { cardId: begun.cardId, reference });
    return { ...(await payload(context, begun.cardId, noted.findings ?? [])), formUrl: url };
  }

  @Mutation(() => RuMfoCardPayload, {
    description: 'Takes the card that was entered and has a small random sum charged to it; the card’s state tells when it was (списание).',
  })
  @Scoped('clients:write')
  async ruMfoCheckCard(
    @Arg('input', () => RuMfoCheckCardInput, { description: 'Which card.' }) input: RuMfoCheckCardInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoCardPayload> {
    const cardId = rowIdOf('RuMfoCard', input.cardId);
    const card = await context.loaders.one(cardById, cardId);
    if (!card?.formReference) return refusal([formFinding('RU_MFO_CARD_NOT_FOUND', ['input', 'cardId'])]);
    const outcome = await context.ports.get(cardGatewayPort).card(card.formReference);
    const { findings = [] } = await context.execute(checkCard, { cardId, outcome });
    context.loaders.clear();
    return payload(context, cardId, findings);
  }

  @Mutation(() => RuMfoCardPayload, { description: 'Names the exact sum that was charged: the card is verified and the money goes back.' })
  @Scoped('clients:write')
  async ruMfoConfirmCard(
    @Arg('input', () => RuMfoConfirmCardInput, { description: 'Card and sum.' }) input: RuMfoConfirmCardInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoCardPayload> {
    const wrong = roubleFindings(input.amount, ['input', 'amount']);
    if (wrong.length > 0) return refusal(wrong);
    const command = { cardId: rowIdOf('RuMfoCard', input.cardId), amount: input.amount.amount.toFixed() };
    const options = keyOf(input);
    const { findings = [] } = await context.execute(confirmCard, command, options);
    return payload(context, command.cardId, findings);
  }
}

@Resolver(() => RuMfoCard)
export class RuMfoCardChecksResolver {
  @FieldResolver(() => [RuMfoCardCheck], { description: 'Charges that checked it, the latest first.' })
  @Scoped('clients:read')
  async checks(@Root() card: RuMfoCard, @Ctx() context: GraphContext): Promise<RuMfoCardCheck[]> {
    const rows = await context.loaders.list(checksByCard, card.cardRowId);
    return rows.map(({ chargeStatus: charge, refundStatus: refund, attempts, refundedAt, partner, chargeOperation, refundOperation }) => ({
      charge,
      refund,
      attempts,
      refundedAt,
      partner,
      chargeOperation,
      refundOperation,
    }));
  }
}

const MAX_ADDRESS = 500;

/** The partner's page sends a browser there: an HTTPS address without a user, and nothing that runs. */
function isReturnAddress(text: string): boolean {
  const url = URL.parse(text);
  return text.length <= MAX_ADDRESS && url?.protocol === 'https:' && !url.username && !url.password;
}

const refusal = (findings: readonly Finding[]): RuMfoCardPayload => ({ card: null, formUrl: null, findings });

async function payload(context: GraphContext, cardId: string, findings: readonly Finding[]): Promise<RuMfoCardPayload> {
  const card = await context.loaders.one(cardById, cardId);
  return { card: card && toCard(card), formUrl: null, findings };
}
