import { requestCode } from '../../../modules/access';
import { ApplicationEntity, type ApplicationRecord, lifecycleEvents } from '../../../modules/applications';
import { clientEvents, createClient, setContactVerified, updateProfile } from '../../../modules/clients';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { acceptContract, concludeContract, ledgerEvents } from '../../../modules/contracts';
import { uuidv7 } from '../../../modules/database';
import { registerPayment, settleTransfer } from '../../../modules/payments';
import { Decimal } from '../../../schema/base';
import { LoanApplicationEntity } from '../application/loan-application.entity';
import { loanTerms, tariffOn } from '../finance';
import { CREDIT_LINE, MICROLOAN } from '../ids';
import { lenderData } from '../lenders';
import { tickPacket } from '../packet/tick-packet.command';
import { keepProfile } from '../profile/keep-profile';
import { RegistrationEntity } from '../registration/registration.entity';
import { CreditLineEntity } from '../tranches/credit-line.entity';
import type { LoanBench } from './loan-bench';

export interface RunningLoan {
  /** Roubles. */
  readonly amount: string;
  readonly termDays: number;
  /** A credit line of this limit, roubles. */
  readonly creditLimit?: string;
}

export interface Running extends CommandResult {
  readonly clientId: string;
  readonly contractId: string;
  readonly applicationId: string;
}

export const address = { kind: 'RESIDENCE' as const, country: 'RU', postcode: '115114', text: 'г. Москва, ул. Примерная, д. 1' };

let people = 0;

/** A borrower with a contract that was concluded today; registration, application and conclusion have tests of their own. */
const run = defineCommand<RunningLoan & { readonly number: number }, Running>({
  name: 'test:running-contract',
  emits: [...new Set([...clientEvents, ...lifecycleEvents, ...ledgerEvents])],
  async run({ amount, termDays, creditLimit, number }, context) {
    const at = new Date(context.now.epochMilliseconds);
    const lenderId = context.lender.id;
    const digits = String(number).padStart(4, '0');
    const client = await createClient(context, { kind: 'INDIVIDUAL', phone: `+7926000${digits}`, email: `runner${digits}@example.org` });
    const clientId = client.id;
    await setContactVerified(context, clientId, { phone: `+7926000${digits}` });
    await setContactVerified(context, clientId, { email: `runner${digits}@example.org` });
    await context.transaction.insert(RegistrationEntity, {
      lenderId,
      clientId,
      consents: ['PERSONAL_DATA'],
      consentedAt: at,
      generalTermsVersion: '2023-03-13',
      signatureAgreementVersion: '2023-03-13',
      signatureAgreementJoinedAt: at,
      completedAt: at,
    });
    await updateProfile(context, clientId, { familyName: 'Примерова', givenName: 'Проба', birthDate: '1990-05-10', addresses: [address] });
    await keepProfile(context, clientId, {
      passport: { series: '4510', number: '123456', issuedOn: '2010-06-01', unitCode: '770-001' },
      taxpayerNumber: null,
      insuranceNumber: null,
      payoutKinds: ['BANK_ACCOUNT_RU'],
      fullCapacity: true,
      ownInterest: true,
      officialTies: [],
    });
    const application: ApplicationRecord = {
      id: uuidv7(context.now.epochMilliseconds),
      number: `R-${digits}`,
      clientId,
      pluginId: 'ru-mfo',
      product: creditLimit ? CREDIT_LINE : MICROLOAN,
      status: 'CONCLUDED',
      amount,
      currency: 'RUB',
      termDays,
      channel: 'PERSONAL_ACCOUNT',
      createdAt: at,
      submittedAt: at,
      statusChangedAt: at,
    };
    const { id: applicationId } = application;
    await context.transaction.insert(ApplicationEntity, { lenderId, ...application });
    await context.transaction.insert(LoanApplicationEntity, { lenderId, applicationId, clientId, insuranceWanted: false });
    if (creditLimit) await context.transaction.insert(CreditLineEntity, { lenderId, applicationId, clientId, creditLimit });
    const terms = loanTerms(
      { amount, termDays, startOn: context.today },
      tariffOn(lenderData(context.lender.code)!.tariffs, context.today)!,
    );
    const contract = await acceptContract(context, application, terms);
    const conclusion = { at: context.now, on: context.today, editionId: null, terms, transferId: applicationId };
    await concludeContract(context, contract, conclusion);
    return { clientId, contractId: contract.id, applicationId };
  },
});

export const runningContract = (bench: LoanBench, loan: RunningLoan): Promise<Running> => bench.execute(run, { ...loan, number: ++people });

/** Books money that the borrower brought in today. */
export async function pay(bench: LoanBench, contractId: string, amount: string): Promise<void> {
  const sum = { amount: new Decimal(amount), currency: 'RUB' };
  const externalId = `payment-${uuidv7()}`;
  const { findings = [] } = await bench.execute(registerPayment, { contractId, amount: sum, paidOn: null, paidAt: null, externalId });
  if (findings.length > 0) throw new Error(`Not booked: ${JSON.stringify(findings)}`);
}

/** Asks for a code that signs a thing and reads it where it was sent. */
export async function codeFor(
  bench: LoanBench,
  clientId: string,
  operation: { readonly type: string; readonly id: string },
  channel: 'SMS' | 'CALL' | 'EMAIL' = 'SMS',
) {
  // Codes are told apart by their moment, and one may be asked for only a while after another.
  bench.clock.advance({ minutes: 2 });
  const input = { purpose: 'SIGN_DOCUMENT' as const, channel, phone: null, email: null, operation };
  const { ceremonyId, findings = [] } = await bench.execute(requestCode, input, bench.client(clientId));
  if (!ceremonyId) return { ceremonyId: null, code: null, findings };
  const [sent] = await bench.sql<{ id: string; secret_enc: Buffer }>(
    'select id, secret_enc from core.notification where client_id = $1 and secret_enc is not null order by queued_at desc, id desc limit 1',
    [clientId],
  );
  return { ceremonyId, code: bench.open(sent!.secret_enc, 'core.notification', sent!.id, 'secret'), findings };
}

/** Ticks every document of a packet. */
export async function tickAll(bench: LoanBench, clientId: string, packetId: string): Promise<void> {
  const documents = await bench.sql<{ documentId: string; sha256: string }>(
    `select d.id as "documentId", encode(d.sha256, 'hex') as sha256 from core.document d
     join ru_mfo.packet_document p on p.document_id = d.id where p.packet_id = $1 and p.required order by p.place`,
    [packetId],
  );
  await bench.execute(tickPacket, { packetId, documents }, bench.client(clientId));
}

/** A document's hash, state, kind and text. */
export async function documentOf(bench: LoanBench, documentId: string) {
  const [row] = await bench.sql<{ id: string; kind: string; status: string; sha256: string; content: Buffer }>(
    `select id, kind, status, encode(sha256, 'hex') as sha256, content from core.document where id = $1`,
    [documentId],
  );
  return { ...row!, text: bench.open(row!.content, 'core.document', row!.id, 'content') };
}

/** Books the partner's answer to the transfer that was ordered last for a request. */
export async function settle(bench: LoanBench, reference: string, failure?: string): Promise<void> {
  const [transfer] = await bench.sql<{ id: string }>('select id from core.transfer where reference = $1 order by ordered_at desc limit 1', [
    reference,
  ]);
  const outcome = failure
    ? ({ state: 'FAILED', partner: 'sandbox', reason: failure } as const)
    : ({
        state: 'SETTLED',
        partner: 'sandbox',
        partnerOperationId: `op-${transfer!.id}`,
        at: new Date(bench.clock.now().epochMilliseconds),
      } as const);
  await bench.execute(settleTransfer, { transferId: transfer!.id, outcome });
}

/** Days pass. */
export function days(bench: LoanBench, count: number): void {
  bench.clock.advance({ hours: count * 24 });
}
