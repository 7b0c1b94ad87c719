import { questionnaire, registrant } from '../../plugins/ru-mfo/test-support/person';
import type { Ask, Asker, TestGateway, Values } from './test-gateway';
import { eventually, LENDER } from './test-gateway';

/** A person who came the whole way by the graph: registered, signed in, contacts confirmed, questionnaire filled in. */
export interface Borrower {
  readonly ask: Ask;
  readonly asker: Asker;
  readonly clientId: string;
  readonly phone: string;
  readonly email: string;
  readonly session: { readonly accessToken: string; readonly refreshToken: string };
}

const FINDINGS = 'findings { code severity message path clauses { id } }';

/** What of a gateway a borrower needs: somebody to ask, and the messages that came. */
export type Reachable = Pick<TestGateway, 'as' | 'messages'>;

let people = 0;

export const REGISTER = `mutation ($input: RuMfoRegisterInput!) { ruMfoRegister(input: $input) { clientId session { accessToken } ${FINDINGS} } }`;
const REQUEST_CODE = `mutation ($input: RequestCodeInput!) { requestCode(input: $input) { ceremonyId codeLength ${FINDINGS} } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken refreshToken clientId } ${FINDINGS} } }`;
const ENTER = `mutation ($input: SignInWithPasswordInput!) { signInWithPassword(input: $input) { session { accessToken refreshToken clientId } ${FINDINGS} } }`;
const CONFIRM = `mutation ($input: ConfirmContactInput!) { confirmContact(input: $input) { client { id } ${FINDINGS} } }`;
const PROFILE = `mutation ($input: RuMfoCompleteProfileInput!) { ruMfoCompleteProfile(input: $input) { client { id status } ${FINDINGS} } }`;
export const START = `mutation ($input: StartApplicationInput!) { startApplication(input: $input) { application { id status } ${FINDINGS} } }`;

/** What somebody new sends to register; contacts of its own. */
export function registration(changes: Readonly<Record<string, unknown>> = {}) {
  const number = String(++people).padStart(4, '0');
  return {
    phone: `+7916123${number}`,
    email: `person${number}@example.org`,
    ...registrant(LENDER),
    ...changes,
  };
}

export const loan = (changes: Readonly<Record<string, unknown>> = {}) => ({
  product: 'ru-mfo/microloan',
  amount: { amount: '15000.00', currency: 'RUB' },
  termDays: 30,
  ruMfo: { payoutMethod: 'BANK_ACCOUNT', account: '40702810638050013199', bankCode: '044525225' },
  ...changes,
});

/** The one payload of an answer that nothing blocked. */
export async function done(answer: ReturnType<Ask>): Promise<Values> {
  const { data, errors } = await answer;
  const [payload] = Object.values((data ?? {}) as Record<string, Values>);
  const blocked = payload?.findings?.some(({ severity }: Values) => severity === 'BLOCKING');
  if (errors || !payload || blocked) throw new Error(`Not done: ${JSON.stringify({ errors, payload })}`);
  return payload;
}

/** Waits for the newest code sent to an address. */
async function codeSentTo(gateway: Reachable, to: string, seen: number, length: number): Promise<string> {
  const message = await eventually(async () => {
    const messages = await gateway.messages(to);
    return messages.length > seen && messages[0];
  });
  const code = new RegExp(`(?<!\\d)\\d{${length}}(?!\\d)`).exec(message.text)?.[0];
  if (!code) throw new Error('The message holds no code.');
  return code;
}

async function enterCode(gateway: Reachable, ask: Ask, input: Record<string, unknown>, to: string) {
  const seen = (await gateway.messages(to)).length;
  const { ceremonyId, codeLength } = await done(ask(REQUEST_CODE, { input }));
  return { ceremonyId, code: await codeSentTo(gateway, to, seen, codeLength) };
}

/** Signs in by a code sent to the phone. */
export async function signIn(gateway: Reachable, phone: string): Promise<Values> {
  const ask = gateway.as({ lender: LENDER });
  const input = await enterCode(gateway, ask, { purpose: 'SIGN_IN', channel: 'SMS', phone }, phone);
  return (await done(ask(SIGN_IN, { input }))).session;
}

/** Registers, confirms both contacts in the session of the registration, and signs in by phone and password. */
export async function newBorrower(gateway: Reachable): Promise<Borrower> {
  const input = registration();
  const { phone, email, password } = input;
  const registered = await done(gateway.as({ lender: LENDER })(REGISTER, { input }));
  const first = gateway.as({ token: registered.session.accessToken });
  const contacts = [
    ['PHONE', 'SMS', phone],
    ['EMAIL', 'EMAIL', email],
  ] as const;
  for (const [contact, channel, to] of contacts) {
    const code = await enterCode(gateway, first, { purpose: `CONFIRM_${contact}`, channel }, to);
    await done(first(CONFIRM, { input: { ...code, contact } }));
  }
  const entered = await done(gateway.as({ lender: LENDER })(ENTER, { input: { login: phone, password } }));
  if (entered.findings.length > 0) throw new Error(`Signed in with a warning: ${JSON.stringify(entered.findings)}`);
  const { session } = entered;
  const asker = { token: session.accessToken as string };
  const ask = gateway.as(asker);
  await done(ask(PROFILE, { input: questionnaire }));
  return { ask, asker, clientId: session.clientId, phone, email, session };
}

export async function startLoan(ask: Ask, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return (await done(ask(START, { input: loan(changes) }))).application.id;
}

const step = (name: string) => `mutation ($id: ID!) { ${name}(input: { applicationId: $id }) { application { id status } ${FINDINGS} } }`;
export const SUBMIT = step('submitApplication');
export const TAKE = step('takeApplication');
export const WITHDRAW = step('withdrawApplication');
export const ASSESS = `mutation ($input: RuMfoAssessInput!) { ruMfoAssess(input: $input) { application { id } ${FINDINGS} } }`;
export const ASK_BUREAUS = `mutation ($input: RuMfoAskBureausInput!) { ruMfoAskBureaus(input: $input) { application { id } ${FINDINGS} } }`;
export const CHECK_PAYEE = `mutation ($input: RuMfoCheckPayeeInput!) { ruMfoCheckPayee(input: $input) { application { id } ${FINDINGS} } }`;
export const DECIDE = `mutation ($input: DecideApplicationInput!) { decideApplication(input: $input) { decision { id kind } ${FINDINGS} } }`;
export const ACCEPT = `mutation ($input: RuMfoAcceptIndividualTermsInput!) {
  ruMfoAcceptIndividualTerms(input: $input) { contract { id status } ${FINDINGS} } }`;
const TERMS = '{ id sha256 status download { url expiresAt } }';

/** Submitted by the borrower, taken and assessed by an officer, who also asked the credit bureaus. */
export async function review(borrower: Borrower, officer: Ask, id: string): Promise<void> {
  await done(borrower.ask(SUBMIT, { id }));
  await done(officer(TAKE, { id }));
  await done(
    officer(ASSESS, {
      input: {
        applicationId: id,
        sources: ['CLIENT_DATA', 'CREDIT_BUREAU'],
        identificationMethods: ['DOCUMENT_PHOTOS'],
        creditHistoryMeetsPolicy: true,
        dataReliable: true,
      },
    }),
  );
  await done(officer(ASK_BUREAUS, { input: { applicationId: id, monthlyIncome: '100000.00' } }));
}

/** An approved application with its individual terms. */
export async function offeredLoan(borrower: Borrower, officer: Ask) {
  const id = await startLoan(borrower.ask);
  await review(borrower, officer, id);
  await done(officer(DECIDE, { input: { applicationId: id, kind: 'APPROVED' } }));
  const { data } = await borrower.ask(`query ($id: ID!) { application(id: $id) { ruMfo { individualTerms ${TERMS} } } }`, { id });
  return { id, terms: data.application.ruMfo.individualTerms as { id: string; sha256: string; download: { url: string } } };
}

/** An offer that the borrower accepted, to an account that is the borrower's own: a contract that waits for its money. */
export async function signedLoan(borrower: Borrower, officer: Ask) {
  const { id, terms } = await offeredLoan(borrower, officer);
  const input = { applicationId: id, documentSha256: terms.sha256, choice: 'WITHOUT_INSURANCE' };
  const { contract } = await done(borrower.ask(ACCEPT, { input }));
  await done(officer(CHECK_PAYEE, { input: { applicationId: id, holderName: 'Примерова Проба', source: 'BANK' } }));
  return { id, terms, contractId: contract.id as string };
}
