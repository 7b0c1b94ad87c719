import { createHash } from 'node:crypto';
import { systemCaller } from '../../../modules/access';
import type { JobContext } from '../../../modules/execution';
import { cardGatewayPort } from '../../../modules/payments';
import { beginCard, noteForm } from '../cards/begin-card.command';
import { runCardChecks } from '../cards/card-job';
import { checkCard } from '../cards/check-card.command';
import { confirmCard } from '../cards/confirm-card.command';
import type { ImageKind } from '../images/image-kind';
import { recordImage } from '../images/record-image.command';
import { IDENTITY_IMAGE } from '../images/upload-purpose';
import { type GiveAdditionalInfo, giveAdditionalInfo } from '../registration/additional-info.command';
import { confirmContactInfo } from '../registration/confirm-contact-info.command';
import { identify } from '../registration/identification.command';
import { type ChooseMoneyReceipt, chooseMoneyReceipt } from '../registration/money-receipt.command';
import { type GivePassportData, givePassportData } from '../registration/passport-data.command';
import { type StartRegistration, startRegistration } from '../registration/start-registration.command';
import { CardPartner } from './card-partner';
import type { LoanBench } from './loan-bench';
import { additionalAnswers, boxes, passportAnswers } from './step-answers';

export { boxes } from './step-answers';

let people = 0;

export function contactInfo(changes: Partial<StartRegistration> = {}): StartRegistration {
  const number = String(++people).padStart(4, '0');
  return {
    desiredAmount: '10000.00',
    desiredTermDays: 21,
    familyName: 'Примерова',
    givenName: 'Проба',
    patronymic: 'Образцовна',
    noPatronymic: false,
    email: `step${number}@example.org`,
    phone: `+7927000${number}`,
    declarations: boxes(),
    ...changes,
  };
}

export const passportData = (clientId: string, changes: Partial<GivePassportData> = {}): GivePassportData => ({
  clientId,
  ...passportAnswers,
  ...changes,
});

export const additionalInfo = (clientId: string, changes: Partial<GiveAdditionalInfo> = {}): GiveAdditionalInfo => ({
  clientId,
  ...additionalAnswers,
  ...changes,
});

export const ACCOUNT = '40817810138050013199';

export const toAccount = (clientId: string, changes: Partial<ChooseMoneyReceipt> = {}): ChooseMoneyReceipt => ({
  clientId,
  method: 'BANK_ACCOUNT',
  account: ACCOUNT,
  bankCode: '044525225',
  accountHolder: 'ПРИМЕРОВА ПРОБА ОБРАЗЦОВНА',
  cardId: null,
  ownWays: ['PAYMENT_CARD'],
  ...changes,
});

/** Begun: boxes ticked, phone not confirmed. */
export async function begun(bench: LoanBench, changes: Partial<StartRegistration> = {}): Promise<string> {
  const { clientId, findings } = await bench.execute(startRegistration, contactInfo(changes), bench.nobody);
  if (!clientId) throw new Error(`Not begun: ${JSON.stringify(findings)}`);
  return clientId;
}

/** A step that must succeed. */
async function done(result: Promise<{ findings?: readonly unknown[] }>): Promise<void> {
  const { findings = [] } = await result;
  if (findings.length > 0) throw new Error(`Not done: ${JSON.stringify(findings)}`);
}

export async function confirmPhone(bench: LoanBench, clientId: string): Promise<void> {
  const { ceremonyId, code } = await bench.codeFor(clientId, 'PHONE');
  await done(bench.execute(confirmContactInfo, { clientId, ceremonyId, code }, bench.client(clientId)));
}

/** Up to the step that is named, which is due then. */
export async function upTo(
  bench: LoanBench,
  step: 'PASSPORT_DATA' | 'ADDITIONAL_INFO' | 'MONEY_RECEIPT' | 'IDENTIFICATION' | 'REGISTERED',
  changes: {
    readonly contact?: Partial<StartRegistration>;
    readonly passport?: Partial<GivePassportData>;
    readonly additional?: Partial<GiveAdditionalInfo>;
    readonly money?: Partial<ChooseMoneyReceipt>;
  } = {},
): Promise<string> {
  const clientId = await begun(bench, changes.contact);
  const client = bench.client(clientId);
  await confirmPhone(bench, clientId);
  if (step === 'PASSPORT_DATA') return clientId;
  await done(bench.execute(givePassportData, passportData(clientId, changes.passport), client));
  if (step === 'ADDITIONAL_INFO') return clientId;
  await done(bench.execute(giveAdditionalInfo, additionalInfo(clientId, changes.additional), client));
  if (step === 'MONEY_RECEIPT') return clientId;
  await done(bench.execute(chooseMoneyReceipt, toAccount(clientId, changes.money), client));
  if (step === 'IDENTIFICATION') return clientId;
  await sendImages(bench, clientId);
  await done(bench.execute(identify, { clientId, confirmations: ['ID_SENT', 'SELFIE_SENT', 'CARD_SENT'] }, client));
  return clientId;
}

/** Registered in all steps; money goes to an account. */
export const registeredInSteps = (bench: LoanBench, changes: Parameters<typeof upTo>[2] = {}): Promise<string> =>
  upTo(bench, 'REGISTERED', changes);

/** An uploaded file, stored whole. */
export async function storedFile(bench: LoanBench, clientId: string | null, purpose = IDENTITY_IMAGE): Promise<string> {
  const [row] = await bench.sql<{ id: string }>(
    `insert into core.file (lender_id, id, client_id, purpose, file_name, content_type, size, sha256, storage_key, state, requested_by, requested_at, stored_at)
     values ($1, gen_random_uuid(), $2, $3, '\\x00', 'image/jpeg', 3, $4, 'uploads/test', 'STORED', 'test', $5, $5) returning id`,
    [bench.lender.id, clientId, purpose, createHash('sha256').update('img').digest(), new Date(bench.clock.now().epochMilliseconds)],
  );
  return row!.id;
}

export async function emailOf(bench: LoanBench, clientId: string): Promise<string> {
  const [row] = await bench.sql<{ email_enc: Buffer }>('select email_enc from core.client where id = $1', [clientId]);
  return bench.open(row!.email_enc, 'core.client', clientId, 'email');
}

/** An officer records an image that came from the registered address. */
export async function sendImage(bench: LoanBench, clientId: string, kind: ImageKind, requestId: string | null = null): Promise<void> {
  const from = await emailOf(bench, clientId);
  const fileId = kind === 'CARD_FACE' ? null : await storedFile(bench, null);
  await done(bench.execute(recordImage, { clientId, kind, from, fileId, requestId }));
}

export async function sendImages(bench: LoanBench, clientId: string): Promise<void> {
  for (const kind of ['ID_DOCUMENT', 'SELFIE_WITH_ID', 'CARD_FACE'] as const) await sendImage(bench, clientId, kind);
}

/** A partner bound to the bench. */
export function cardPartner(bench: LoanBench): CardPartner {
  const partner = new CardPartner();
  bench.bind(cardGatewayPort, partner);
  return partner;
}

/** Does what the gateway’s worker does for cards. */
export const runCards = (bench: LoanBench): Promise<void> =>
  runCardChecks({
    database: bench.database.worker,
    clock: bench.clock,
    ports: bench.ports,
    execute: (command, input, lenderId) => bench.execute(command, input, systemCaller(lenderId, 'cards')),
  } satisfies JobContext);

/** A card entered on the partner’s page; not yet charged. */
export async function enteredCard(
  bench: LoanBench,
  partner: CardPartner,
  clientId: string,
  card: Parameters<CardPartner['enter']>[1] = {},
): Promise<string> {
  const { cardId } = await bench.execute(beginCard, { clientId }, bench.client(clientId));
  const { reference } = await partner.beginTokenisation(cardId!);
  await bench.execute(noteForm, { cardId: cardId!, reference }, bench.client(clientId));
  partner.enter(reference, card);
  return cardId!;
}

export async function askCard(bench: LoanBench, partner: CardPartner, clientId: string, cardId: string) {
  const outcome = await partner.card(`form-${cardId}`);
  return bench.execute(checkCard, { cardId, outcome }, bench.client(clientId));
}

/** A card that was charged; answers the secret sum, seen at the partner. */
export async function chargedCard(
  bench: LoanBench,
  partner: CardPartner,
  clientId: string,
  card: Parameters<CardPartner['enter']>[1] = {},
): Promise<{ cardId: string; sum: string }> {
  const cardId = await enteredCard(bench, partner, clientId, card);
  await done(askCard(bench, partner, clientId, cardId));
  await runCards(bench);
  return { cardId, sum: partner.charges.at(-1)!.amount };
}

export async function verifiedCardOf(bench: LoanBench, partner: CardPartner, clientId: string): Promise<string> {
  const { cardId, sum } = await chargedCard(bench, partner, clientId);
  await done(bench.execute(confirmCard, { cardId, amount: sum }, bench.client(clientId)));
  return cardId;
}
