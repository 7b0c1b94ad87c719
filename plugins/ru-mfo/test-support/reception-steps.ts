import { submitApplication, takeApplication } from '../../../modules/applications';
import type { StartInput } from '../application/start-input';
import { type Assess, assess } from '../assessment/assess.command';
import { formApplicationPacket } from '../packet/application-packet.command';
import { type CompleteProfile, completeProfile } from '../profile/complete-profile.command';
import { enterAccount } from '../reception/enter-account.command';
import { type OpenAccount, openAccount } from '../reception/open-account.command';
import { recordRegisterReply } from '../reception/record-register-reply.command';
import { checkData } from '../review/review.commands';
import { bureausAnswer, payeeConfirmed } from './law-steps';
import type { LoanBench } from './loan-bench';
import { start } from './loan-steps';
import { signPacketOf, solvency } from './packet-steps';

/** The lender whose accounts are opened by a code, and its edition. */
export const RECEPTION_LENDER = 'sotovy';
export const MONDAY = '2023-06-05T07:00:00Z';

const VERSION = '2023-01-19';
let people = 0;

export const agreed = (['RULES', 'INFORMATION', 'GENERAL_TERMS'] as const).map((kind) => ({ kind, version: VERSION }));

export const contacts = (): Pick<OpenAccount, 'phone' | 'email'> => {
  const digits = String(++people).padStart(4, '0');
  return { phone: `+7903000${digits}`, email: `applicant${digits}@example.org` };
};

/** What an applicant states; enough for a first loan. */
export const stated = (changes: Partial<StartInput> = {}): StartInput => ({
  payoutMethod: 'BANK_ACCOUNT',
  account: '40817810138050013199',
  bankCode: '044525225',
  purpose: 'NON_BUSINESS',
  formVersion: VERSION,
  signatureAgreementVersion: VERSION,
  ...changes,
});

/** The code that was sent for somebody's first entry. */
export async function codeSent(bench: LoanBench, ceremonyId: string): Promise<string> {
  const [sent] = await bench.sql<{ id: string; secret_enc: Buffer }>(
    `select n.id, n.secret_enc from core.notification n join core.ceremony c on c.client_id = n.client_id
     where c.id = $1 and n.kind = 'CONFIRMATION_CODE' and n.secret_enc is not null`,
    [ceremonyId],
  );
  return bench.open(sent!.secret_enc, 'core.notification', sent!.id, 'secret');
}

/** Somebody agrees, leaves contacts, and enters the code. */
export async function account(bench: LoanBench, own: Pick<OpenAccount, 'phone' | 'email'> = contacts()): Promise<string> {
  const { ceremonyId, findings } = await bench.execute(openAccount, { ...own, agreed }, bench.nobody);
  if (!ceremonyId) throw new Error(`No account: ${JSON.stringify(findings)}`);
  const contact = own.phone ? 'PHONE' : 'EMAIL';
  const entered = await bench.execute(enterAccount, { ceremonyId, code: await codeSent(bench, ceremonyId), contact }, bench.nobody);
  if (!entered.clientId) throw new Error(`Not entered: ${JSON.stringify(entered.findings)}`);
  return entered.clientId;
}

/** With an account, both contacts confirmed and the questionnaire filled in. */
export async function applicant(bench: LoanBench, changes: Partial<CompleteProfile> = {}): Promise<string> {
  const clientId = await account(bench);
  await bench.confirm(clientId, 'EMAIL');
  const { findings = [] } = await bench.execute(completeProfile, bench.questionnaire(clientId, changes), bench.client(clientId));
  if (findings.length > 0) throw new Error(`No profile: ${JSON.stringify(findings)}`);
  return clientId;
}

/** An application whose packet is signed by one code, not yet sent. */
export async function signedApplication(
  bench: LoanBench,
  clientId: string,
  own: StartInput = stated(),
  wanted: Parameters<typeof start>[3] = { amount: '8000.00', termDays: 14 },
): Promise<string> {
  const { applicationId, findings = [] } = await start(bench, clientId, own, wanted);
  if (!applicationId) throw new Error(`Not begun: ${JSON.stringify(findings)}`);
  await bench.execute(formApplicationPacket, { applicationId }, bench.client(clientId));
  const { findings: wrong = [] } = await signPacketOf(bench, clientId, applicationId, 'APPLICATION');
  if (wrong.length > 0) throw new Error(`Not signed: ${JSON.stringify(wrong)}`);
  return applicationId;
}

export const send = (bench: LoanBench, clientId: string, applicationId: string) =>
  bench.execute(submitApplication, { applicationId }, bench.client(clientId));

/** Sent, taken, checked, asked of every register and assessed. */
export async function examined(
  bench: LoanBench,
  clientId: string,
  applicationId: string,
  found: { readonly assess?: Partial<Assess>; readonly military?: boolean } = {},
): Promise<void> {
  const { findings = [] } = await send(bench, clientId, applicationId);
  if (findings.length > 0) throw new Error(`Not sent: ${JSON.stringify(findings)}`);
  await bench.execute(takeApplication, { applicationId });
  await bench.execute(checkData, { applicationId, falseData: [] });
  await bureausAnswer(bench, applicationId);
  await payeeConfirmed(bench, applicationId);
  await military(bench, applicationId, found.military ?? false);
  const assessed = await bench.execute(assess, {
    applicationId,
    sources: ['CLIENT_DATA', 'CREDIT_BUREAU'],
    identificationMethods: ['INFORMATION_SYSTEMS'],
    creditHistoryMeetsPolicy: true,
    dataReliable: true,
    solvency: solvency(),
    ...found.assess,
  });
  if (assessed.findings?.length) throw new Error(`Not assessed: ${JSON.stringify(assessed.findings)}`);
}

export const military = (bench: LoanBench, applicationId: string, adverse: boolean) =>
  bench.execute(recordRegisterReply, {
    applicationId,
    register: 'MILITARY',
    adverse,
    source: 'Единый реестр воинского учёта, ответ № 1',
    repliedAt: bench.clock.now().toString(),
  });
