import { completeCeremony, digestOf, openCeremony } from '../../../modules/access';
import { type ClientKind, clientEvents, clientKinds, createClient, setClientStatus, setContactVerified } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { statement, uuidv7 } from '../../../modules/database';
import { enforce, type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { recordFactor } from '../factors/factor.record';
import { ACCOUNT_EVENTS, tellAccount } from '../factors/security-event';
import { mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { judged, momentOf, refuse } from '../judge';
import { openText, sealText } from '../sealed-text';
import { registrationProcedure } from '../services/cabinet-changes';
import { keepAcceptance, keepMarketingConsent } from '../terms/acceptance.record';
import { termsInForce } from '../terms/terms.record';
import { AccountEntity } from './account.entity';
import { accountByPhone, sealLogin, unpIndexOf } from './account.record';
import { contactFinding } from './deal-contacts';
import { RegistrationEntity } from './registration.entity';
import { pathsOf } from './vocabulary';

/** The form of registration; which fields are asked of whom, the edition says. */
export interface RegistrationForm {
  readonly surname?: string | null;
  readonly firstName?: string | null;
  readonly patronymic?: string | null;
  readonly unp?: string | null;
  readonly organisationName?: string | null;
  readonly phone?: string | null;
}

export interface StartRegistration extends RegistrationForm {
  /** Null: nothing was chosen. */
  readonly kind: string | null;
  /** The client's own mark that it has read and agrees (ознакомлен и согласен). */
  readonly termsAccepted: boolean;
  /** The version that was shown to it. */
  readonly termsVersion: string;
  /** Anything that it wants to be otherwise. */
  readonly reservation?: string | null;
  /** The box of advertising. */
  readonly marketing: boolean;
}

export interface RegistrationStarted extends CommandResult {
  readonly registrationId?: string;
}

const TABLE = 'by_leasing.registration';

/** The filled form was sent («Продолжить»): a password goes to the phone by a message; nothing exists before it comes back. */
export const startRegistration = defineCommand<StartRegistration, RegistrationStarted>({
  name: 'byLeasingStartRegistration',
  plugin: PLUGIN,
  emits: [],
  async run({ kind: chosen, termsAccepted, termsVersion, reservation, marketing, ...form }, context) {
    const kind = clientKinds.find((one) => one === chosen);
    const chosenClauses = [cite('by-leasing/4.2/type'), cite('by-leasing/1/client')];
    refuse(uphold(chosenClauses, kind !== undefined, 'BY_LEASING_CLIENT_TYPE_REQUIRED', {}, { path: ['input', 'kind'] }));
    const phone = await judgeForm(context, kind!, form);
    refuse(...(await termsFindings(context, { termsAccepted, termsVersion, reservation: reservation ?? null })));
    refuse(await existsFinding(context, phone), await contactFinding(context, { kind: kind!, ...form }, phone));
    const late = new Date(context.now.subtract({ hours: 1 }).epochMilliseconds);
    await context.transaction.query(forgetForms, [late]);
    const id = uuidv7(context.now.epochMilliseconds);
    const clause = enforce(cite('by-leasing/4.4'));
    const digest = registrationDigest(id);
    const { ceremonyId } = await openCeremony(context, {
      purpose: 'CONFIRM_PHONE',
      channel: 'SMS',
      clientId: null,
      target: phone,
      operationDigest: digest,
      clause,
    });
    await context.transaction.insert(RegistrationEntity, {
      lenderId: context.lender.id,
      id,
      kind: kind!,
      formEnc: sealText(context, { table: TABLE, id, column: 'form' }, JSON.stringify({ ...form, phone })),
      phoneIndex: sealLogin(context, id, phone).phoneIndex,
      ceremonyId,
      termsVersion,
      marketing,
      startedAt: momentOf(context),
      completedAt: null,
      clientId: null,
    });
    context.audit({ registration: id, kind: kind! });
    return { registrationId: id };
  },
});

/** What a password of registration is good for: this very form. */
const registrationDigest = (id: string) => digestOf('by-leasing/registration', id);

interface RegistrationRow {
  readonly id: string;
  readonly kind: ClientKind;
  readonly formEnc: Buffer | null;
  readonly ceremonyId: string;
  readonly termsVersion: string;
  readonly marketing: boolean;
}

const lockRegistration = statement<RegistrationRow>(
  'by_leasing_registration_lock',
  `select id, kind, form_enc as "formEnc", ceremony_id as "ceremonyId", terms_version as "termsVersion", marketing
   from by_leasing.registration where id = $1 and completed_at is null for update`,
);
// Their passwords are long over: what they say of somebody is of no use to anybody.
const forgetForms = statement<never>(
  'by_leasing_registration_forget',
  'update by_leasing.registration set form_enc = null where completed_at is null and form_enc is not null and started_at < $1',
);
const finishRegistration = statement<never>(
  'by_leasing_registration_finish',
  'update by_leasing.registration set completed_at = $2, client_id = $3, form_enc = null where id = $1',
);

export interface Registered extends CommandResult {
  readonly clientId?: string;
}

/** The password of the message was entered: now the account exists, and the agreement is concluded. */
export const confirmRegistration = defineCommand<{ readonly registrationId: string; readonly password: string }, Registered>({
  name: 'byLeasingConfirmRegistration',
  plugin: PLUGIN,
  emits: [...clientEvents, ...ACCOUNT_EVENTS],
  async run({ registrationId, password }, context) {
    const [row] = await context.transaction.query(lockRegistration, [registrationId]);
    if (!row?.formEnc) throw new Refusal([formFinding('BY_LEASING_REGISTRATION_NOT_FOUND', ['input', 'registrationId'])]);
    const operationDigest = registrationDigest(row.id);
    const entry = { ceremonyId: row.ceremonyId, code: password, purpose: 'CONFIRM_PHONE' as const, operationDigest };
    const { completed } = await completeCeremony(context, entry);
    const clauses = [cite('by-leasing/4.4'), cite('by-leasing/1/password')];
    const wrong = uphold(clauses, completed !== null, 'BY_LEASING_SMS_PASSWORD_INVALID', {}, { path: ['input', 'password'] });
    if (!completed || wrong) return { findings: wrong ? [wrong] : [] };
    const form = JSON.parse(openText(context, { table: TABLE, id: row.id, column: 'form' }, row.formEnc)) as RegistrationForm;
    const phone = completed.target;
    refuse(await existsFinding(context, phone), ...(await termsFindings(context, { termsAccepted: true, ...row, reservation: null })));
    const clientId = await openAccount(context, row, form, phone, password);
    await context.transaction.query(finishRegistration, [row.id, momentOf(context), clientId]);
    return { clientId };
  },
});

async function openAccount(
  context: CommandContext,
  { kind, ceremonyId, marketing }: RegistrationRow,
  form: RegistrationForm,
  phone: string,
  password: string,
): Promise<string> {
  const { id: clientId } = await createClient(context, { kind, phone, profile: profileOf(kind, form) });
  await setContactVerified(context, clientId, { phone });
  await setClientStatus(context, clientId, 'REGISTERED');
  const { agreement, policy } = await termsInForce(context);
  const id = uuidv7(context.now.epochMilliseconds);
  const [only] = pathsOf[kind].length === 1 ? pathsOf[kind] : [];
  await context.transaction.insert(AccountEntity, {
    lenderId: context.lender.id,
    id,
    clientId,
    kind,
    status: 'ACTIVE',
    path: only ?? null,
    pathChosenAt: null,
    ...sealLogin(context, id, phone),
    unpIndex: kind === 'INDIVIDUAL' ? null : unpIndexOf(context, form.unp!.trim()),
    procedureVersion: await registrationProcedure(context),
    policyVersion: policy?.version ?? null,
    registeredAt: momentOf(context),
    identifiedAt: null,
    identifiedBy: null,
    identifiedThrough: null,
    identificationId: null,
    endedAt: null,
  });
  enforce(cite('by-leasing/3.2/p2'));
  await keepAcceptance(context, clientId, { mode: 'EXPLICIT', consentMark: true, ceremonyId });
  await keepMarketingConsent(context, clientId, marketing);
  const checked = { clientId, holds: true, source: 'SDO', operation: 'REGISTER', ceremonyId } as const;
  await recordFactor(context, { ...checked, factor: 'SMS_PASSWORD', presented: password.trim() });
  await recordFactor(context, { ...checked, factor: 'PHONE_POSSESSION' });
  tellAccount(context, { id, clientId }, 'REGISTERED', agreement.version, cite('by-leasing/4.4').clause);
  context.audit({ client: clientId, account: id });
  return clientId;
}

/** What the rules say of the form. @throws Refusal; answers the number in E.164 */
async function judgeForm(context: CommandContext, kind: ClientKind, form: RegistrationForm): Promise<string> {
  const given: Readonly<Record<string, string | null | undefined>> = {
    SURNAME: form.surname,
    FIRST_NAME: form.firstName,
    UNP: form.unp,
    ORGANISATION_NAME: form.organisationName,
    PHONE: form.phone,
  };
  const fieldsGiven = Object.keys(given).filter((field) => given[field]?.trim());
  const facts = { clientKind: [kind, 'FORM'], fieldsGiven: [fieldsGiven, 'FORM'] } as const;
  const missing = judged(context, 'REGISTER', {
    ...facts,
    phone: [form.phone ?? '', 'FORM'],
    unp: [form.unp?.trim() ?? '', 'FORM'],
  });
  // What is not there at all is named once, as missing.
  const absent = missing.filter(({ code }) => code === 'BY_LEASING_REGISTRATION_FIELD_MISSING');
  refuse(...(absent.length > 0 ? absent : missing));
  return mobileNumber(form.phone!)!;
}

async function termsFindings(
  context: CommandContext,
  { termsAccepted, termsVersion, reservation }: Pick<StartRegistration, 'termsAccepted' | 'termsVersion'> & { reservation: string | null },
): Promise<(Finding | null)[]> {
  const { agreement } = await termsInForce(context);
  const facts = { version: agreement.version };
  const code = 'BY_LEASING_TERMS_NOT_ACCEPTED';
  return [
    uphold(cite('by-leasing/4.3/p1'), termsAccepted && termsVersion === agreement.version, code, facts, {
      path: ['input', 'termsAccepted'],
    }),
    uphold(cite('by-leasing/3.2/p1'), !reservation?.trim(), code, facts, { path: ['input', 'reservation'] }),
  ];
}

/** One number, one account: the number is the login. */
async function existsFinding(context: CommandContext, phone: string): Promise<Finding | null> {
  enforce(cite('by-leasing/4.1/unique-account'));
  // A deleted cabinet does not count: its number registers anew.
  enforce(cite('by-leasing/8.4'));
  const existing = await accountByPhone(context, phone);
  return existing ? findingOf('BY_LEASING_ACCOUNT_EXISTS', cite('by-leasing/4.1/unique-account'), {}, { path: ['input', 'phone'] }) : null;
}

function profileOf(kind: ClientKind, { surname, firstName, patronymic, unp, organisationName }: RegistrationForm) {
  const person = { familyName: surname ?? null, givenName: firstName ?? null, patronymic: patronymic ?? null };
  const business = { taxNumber: unp?.trim() ?? null, legalName: organisationName ?? null };
  if (kind === 'INDIVIDUAL') return person;
  return kind === 'LEGAL_ENTITY' ? business : { ...person, taxNumber: business.taxNumber };
}
