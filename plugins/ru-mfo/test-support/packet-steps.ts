import { requestCode } from '../../../modules/access';
import { submitApplication, takeApplication } from '../../../modules/applications';
import { clientEvents, createClient, setContactVerified, updateProfile } from '../../../modules/clients';
import { type CommandResult, defineCommand } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import type { StartInput } from '../application/start-input';
import { type Assess, assess } from '../assessment/assess.command';
import { simulatedBureau } from '../bureau';
import { bookReport, openInquiry } from '../law/inquiry.commands';
import { signPacketByCode } from '../packet/sign-packet.command';
import { tickPacket } from '../packet/tick-packet.command';
import type { CompleteProfile } from '../profile/complete-profile.command';
import { writeProfile } from '../profile/profile.record';
import { RegistrationEntity } from '../registration/registration.entity';
import { checkData } from '../review/review.commands';
import type { SolvencyInput } from '../solvency/count-solvency';
import type { LoanBench } from './loan-bench';
import { start } from './loan-steps';
import { solvent } from './person';

/** The lender whose clients sign packets by code, and the edition in force in these tests. */
export const CODE_LENDER = 'kapital-nt';
export const CODE_EDITION = 'ru-mfo/kapital-nt/2022-09-20';

let people = 0;

/** A person who went through all steps of the registration; the steps themselves have tests of their own. */
const place = defineCommand<{ readonly number: number; readonly profile: CompleteProfile }, CommandResult & { clientId: string }>({
  name: 'test:place',
  emits: clientEvents,
  async run({ number, profile }, context) {
    const digits = String(number).padStart(4, '0');
    const client = await createClient(context, { kind: 'INDIVIDUAL', phone: `+7927000${digits}`, email: `reader${digits}@example.org` });
    await setContactVerified(context, client.id, { phone: `+7927000${digits}` });
    const at = new Date(context.now.epochMilliseconds);
    await context.transaction.insert(RegistrationEntity, {
      lenderId: context.lender.id,
      clientId: client.id,
      requirementsVersion: null,
      requirementsConfirmedAt: null,
      consents: ['PERSONAL_DATA', 'CREDIT_REPORT'],
      consentedAt: at,
      generalTermsVersion: '2022-09-20',
      signatureAgreementVersion: '2022-09-20',
      signatureAgreementJoinedAt: at,
      stage: 'REGISTERED',
      completedAt: at,
    });
    const { familyName, givenName, patronymic, birthDate, citizenship, addresses, passport, taxpayerNumber, insuranceNumber } = profile;
    await updateProfile(context, client.id, { familyName, givenName, patronymic, birthDate, citizenship, addresses });
    const cipher = context.ports.get(fieldCipherPort);
    const aad = fieldAad({ lenderId: context.lender.id, table: 'ru_mfo.profile', id: client.id, column: 'personal' });
    await context.transaction.query(writeProfile, [
      context.lender.id,
      client.id,
      profile.payoutKinds,
      profile.fullCapacity,
      profile.ownInterest,
      profile.officialTies,
      cipher.encrypt(JSON.stringify({ passport, taxpayerNumber, insuranceNumber }), aad),
      cipher.blindIndex(`${passport.series}${passport.number}`, `${context.lender.id}/ru-mfo/passport`),
      at,
    ]);
    return { clientId: client.id };
  },
});

const account: StartInput = { payoutMethod: 'BANK_ACCOUNT', account: '40817810138050013199', bankCode: '044525225' };

/** What an applicant of a lender that shows its rules and warnings sends. */
export const applied = (changes: Partial<StartInput> = {}): StartInput => ({
  ...account,
  rulesShown: CODE_EDITION,
  acknowledged: ['FALSE_DATA_RISK', 'CRIMINAL_LIABILITY'],
  ...changes,
});

export const solvency = (changes: Partial<SolvencyInput> = {}): SolvencyInput => ({ ...solvent, ...changes });

/** Registered, phone confirmed, mailbox stated, questionnaire filled in. */
export async function codeBorrower(bench: LoanBench, changes: Partial<CompleteProfile> = {}): Promise<string> {
  const { clientId } = await bench.execute(
    place,
    { number: ++people, profile: bench.questionnaire('', { payoutKinds: ['BANK_ACCOUNT_RU', 'PAYMENT_CARD'], ...changes }) },
    bench.officer,
  );
  return clientId;
}

/** An application that was sent and taken into review. */
export async function sentApplication(
  bench: LoanBench,
  clientId: string,
  own: StartInput = applied(),
  wanted: Parameters<typeof start>[3] = { amount: '10000.00', termDays: 21 },
): Promise<string> {
  const { applicationId, findings: begun = [] } = await start(bench, clientId, own, wanted);
  if (begun.length > 0) throw new Error(`Not begun: ${JSON.stringify(begun)}`);
  const { findings = [] } = await bench.execute(submitApplication, { applicationId: applicationId! }, bench.client(clientId));
  if (findings.length > 0) throw new Error(`Not submitted: ${JSON.stringify(findings)}`);
  await bench.execute(takeApplication, { applicationId: applicationId! });
  return applicationId!;
}

/** The bureaus answered about the applicant. */
export async function askBureaus(bench: LoanBench, applicationId: string): Promise<void> {
  const { request } = await bench.execute(openInquiry, { applicationId, monthlyIncome: '45000.00' });
  const outcome = await simulatedBureau().report(request!);
  await bench.execute(bookReport, { inquiryId: request!.id, outcome });
}

/** Checked, asked of the bureaus and assessed. */
export async function reviewed(
  bench: LoanBench,
  applicationId: string,
  found: { readonly falseData?: readonly string[]; readonly assess?: Partial<Assess>; readonly solvency?: Partial<SolvencyInput> } = {},
): Promise<void> {
  await bench.execute(checkData, { applicationId, falseData: found.falseData ?? [] });
  await askBureaus(bench, applicationId);
  const { findings = [] } = await bench.execute(assess, {
    applicationId,
    sources: ['CLIENT_DATA', 'CLIENT_DOCUMENTS', 'CREDIT_BUREAU'],
    identificationMethods: ['DOCUMENT_PHOTOS'],
    creditHistoryMeetsPolicy: true,
    dataReliable: true,
    solvency: solvency(found.solvency),
    ...found.assess,
  });
  if (findings.length > 0) throw new Error(`Not assessed: ${JSON.stringify(findings)}`);
}

export interface OpenPacket {
  readonly id: string;
  readonly status: string;
  readonly documents: readonly {
    readonly documentId: string;
    readonly kind: string;
    readonly sha256: string;
    readonly required: boolean;
  }[];
}

/** The standing packet of an application, or else the latest. */
export async function packetOf(bench: LoanBench, applicationId: string, kind = 'TERMS'): Promise<OpenPacket> {
  const [packet] = await bench.sql<{ id: string; status: string }>(
    "select id, status from ru_mfo.packet where application_id = $1 and kind = $2 order by status = 'VOID', formed_at desc limit 1",
    [applicationId, kind],
  );
  if (!packet) throw new Error(`Application ${applicationId} has no packet of ${kind}.`);
  const documents = await bench.sql<OpenPacket['documents'][number]>(
    `select p.document_id as "documentId", d.kind, encode(d.sha256, 'hex') as sha256, p.required
     from ru_mfo.packet_document p join core.document d on d.id = p.document_id where p.packet_id = $1 order by p.place`,
    [packet.id],
  );
  return { ...packet, documents };
}

/** Ticks the boxes of these documents; of all that are needed unless said. */
export const tick = (
  bench: LoanBench,
  clientId: string,
  packet: OpenPacket,
  documents: OpenPacket['documents'] = packet.documents.filter(({ required }) => required),
) => bench.execute(tickPacket, { packetId: packet.id, documents }, bench.client(clientId));

/** Asks for a code for a packet and reads it where it was sent. */
export async function packetCodeOf(
  bench: LoanBench,
  clientId: string,
  packet: OpenPacket,
  channel: 'SMS' | 'CALL' | 'EMAIL' = 'SMS',
): Promise<{ ceremonyId: string; code: string; findings?: readonly { code: string }[] }> {
  const operation = { type: 'RuMfoPacket', id: packet.id };
  const secrets = () =>
    bench.sql<{ id: string; secret_enc: Buffer }>(
      'select id, secret_enc from core.notification where client_id = $1 and secret_enc is not null',
      [clientId],
    );
  const earlier = new Set((await secrets()).map(({ id }) => id));
  const asked = await bench.execute(
    requestCode,
    { purpose: 'SIGN_DOCUMENT', channel, phone: null, email: null, operation },
    bench.client(clientId),
  );
  if (!asked.ceremonyId) return { ceremonyId: '', code: '', findings: asked.findings ?? [] };
  const sent = (await secrets()).find(({ id }) => !earlier.has(id));
  return { ceremonyId: asked.ceremonyId, code: bench.open(sent!.secret_enc, 'core.notification', sent!.id, 'secret') };
}

export const enter = (bench: LoanBench, clientId: string, packetId: string, { ceremonyId, code }: { ceremonyId: string; code: string }) =>
  bench.execute(signPacketByCode, { packetId, ceremonyId, code }, bench.client(clientId));

/** Ticks, asks for the code and enters it. */
export async function signPacketOf(bench: LoanBench, clientId: string, applicationId: string, kind = 'TERMS') {
  const packet = await packetOf(bench, applicationId, kind);
  const { findings = [] } = await tick(bench, clientId, packet);
  if (findings.length > 0) throw new Error(`Not ticked: ${JSON.stringify(findings)}`);
  return enter(bench, clientId, packet.id, await packetCodeOf(bench, clientId, packet));
}

/** Another code that is surely wrong. */
export const otherCode = (code: string): string => `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;

/** The mailbox changes without a new draft. */
export const moveMailbox = defineCommand<{ readonly clientId: string; readonly email: string }, CommandResult>({
  name: 'test:moveMailbox',
  emits: clientEvents,
  async run({ clientId, email }, context) {
    await setContactVerified(context, clientId, { email });
    return {};
  },
});
