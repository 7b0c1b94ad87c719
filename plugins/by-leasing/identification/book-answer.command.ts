import { type ClientDetails, lockClient } from '../../../modules/clients';
import { type CommandContext, defineCommand } from '../../../modules/commands';
import { enforce, type Finding, findingOf, uphold } from '../../../modules/rules';
import { lockAccount, phoneOf, setIdentified } from '../accounts/account.record';
import { contactFinding } from '../accounts/deal-contacts';
import { cite } from '../cite';
import { momentOf } from '../judge';
import type { MsiAnswer, MsiFault } from '../msi';
import type { IdentificationResult } from './begin.command';
import { differingFields, keepDataVersion } from './data-changes';
import { IdentificationRecordEntity } from './identification.entity';
import { type IdentificationRow, latestAtMsi, lockIdentification, readIdentification } from './identification.record';
import type { IdentifiedSubject } from './identification-status';
import { identificationXml } from './identification-xml';
import { SdoConsentEntity } from './kept.entity';
import { identificationEvents, moveStatus } from './tell-status';
import { personIndex, sealGrant, sealPerson, sealXml } from './vault';
import { sha256 } from './xml';

/** Books what МСИ answered: the identification, or, where the data are another's or untrue, only that it was refused. */
export const bookAnswer = defineCommand<{ readonly identificationId: string; readonly answer: MsiAnswer }, IdentificationResult>({
  name: 'job:byLeasingBookMsiAnswer',
  emits: identificationEvents,
  async run({ identificationId, answer }, context) {
    const { row, client } = await lockBoth(context, identificationId);
    // Begun anew meanwhile: the older answer is nobody's.
    if (row.status !== 'TAKEN') return { findings: [findingOf('BY_LEASING_MSI_ANSWER_REPLAYED', cite('by-leasing/5.1.2/p1'))] };
    const subject: IdentifiedSubject = client.kind === 'LEGAL_ENTITY' ? 'REPRESENTATIVE' : 'CLIENT';
    noteExchange(context, subject, answer.requestId);
    const finding = await doubt(context, client, answer);
    if (finding) return refused(context, row, finding, answer.requestId);
    await keepRecord(context, row, client, subject, answer);
    await moveStatus(context, row, {
      to: 'IDENTIFIED',
      msiRequestId: answer.requestId,
      clause: enforce(cite('by-leasing/1/identification')),
    });
    return { identificationId, clientId: client.id };
  },
});

const statusOfFault: Partial<Readonly<Record<MsiFault, 'OFFICE_ONLY' | 'DECLINED'>>> = {
  PERSON_UNKNOWN: 'OFFICE_ONLY',
  DECLINED: 'DECLINED',
};

const codeOfFault: Readonly<Record<MsiFault, string>> = {
  PERSON_UNKNOWN: 'BY_LEASING_MSI_RECORD_ABSENT',
  DECLINED: 'BY_LEASING_MSI_DECLINED',
  STATE_MISMATCH: 'BY_LEASING_MSI_STATE_UNKNOWN',
  NONCE_MISMATCH: 'BY_LEASING_MSI_NONCE_MISMATCH',
  UNTRUSTED: 'BY_LEASING_MSI_CHANNEL_UNTRUSTED',
  METHOD_MISMATCH: 'BY_LEASING_MSI_METHOD_MISMATCH',
  CODE_REFUSED: 'BY_LEASING_MSI_CODE_REFUSED',
  DATA_INCOMPLETE: 'BY_LEASING_MSI_DATA_INCOMPLETE',
  GRANT_REFUSED: 'BY_LEASING_MSI_CODE_REFUSED',
  UNREACHABLE: 'BY_LEASING_MSI_UNREACHABLE',
};

/** Books that the answer brought no identification, and why. */
export const bookFault = defineCommand<
  { readonly identificationId: string; readonly fault: MsiFault; readonly requestId: string | null },
  IdentificationResult
>({
  name: 'job:byLeasingBookMsiFault',
  emits: identificationEvents,
  async run({ identificationId, fault, requestId }, context) {
    const { row, client } = await lockBoth(context, identificationId);
    const clause = fault === 'PERSON_UNKNOWN' ? cite('by-leasing/5.2') : cite('by-leasing/5.1.2/p1');
    const finding = findingOf(codeOfFault[fault], clause);
    if (row.status !== 'TAKEN') return { findings: [finding] };
    if (requestId) noteExchange(context, client.kind === 'LEGAL_ENTITY' ? 'REPRESENTATIVE' : 'CLIENT', requestId);
    return refused(context, row, finding, requestId, statusOfFault[fault]);
  },
});

/** The client first, as everywhere: two commands of one client wait for each other and never in a circle. */
async function lockBoth(context: CommandContext, id: string): Promise<{ readonly row: IdentificationRow; readonly client: ClientDetails }> {
  const [read] = await context.transaction.query(readIdentification, [id]);
  if (!read) throw new Error('An identification whose answer was taken is not there.');
  const client = await lockClient(context, read.clientId);
  const [row] = await context.transaction.query(lockIdentification, [id]);
  return { row: row!, client };
}

/** Each exchange with МСИ: whose data, МСИ's number of it, when it answered (by-leasing 1/msi). */
function noteExchange(context: CommandContext, subject: IdentifiedSubject, requestId: string): void {
  enforce(cite('by-leasing/1/msi'));
  context.audit({ provider: 'MSI', subject, msiRequestId: requestId, respondedAt: context.now.toString() });
}

async function refused(
  context: CommandContext,
  row: IdentificationRow,
  finding: Finding,
  msiRequestId: string | null,
  to: 'REFUSED' | 'OFFICE_ONLY' | 'DECLINED' = 'REFUSED',
): Promise<IdentificationResult> {
  await moveStatus(context, row, { to, refusal: finding.code, msiRequestId, clause: finding.clauses[0] });
  return { identificationId: row.id, clientId: row.clientId, findings: [finding] };
}

/** Whether the data are of the account's own client, and as that client gave them (by-leasing 5.1.2, 9.2.3). */
async function doubt(context: CommandContext, client: ClientDetails, { person, method }: MsiAnswer): Promise<Finding | null> {
  const { status } = await lockAccount(context, client.id);
  // Of an account that was closed meanwhile nothing is kept any more.
  if (status !== 'ACTIVE') return findingOf('BY_LEASING_IDENTIFICATION_ACCOUNT_ENDED', cite('by-leasing/8.2/p1'));
  const before = await latestAtMsi(context, client.id);
  const own = client.kind === 'LEGAL_ENTITY' || !before || before.personIndex.equals(personIndex(context, person.personalNumber));
  const unp = client.kind === 'INDIVIDUAL' || method !== 'CERTIFICATE' || person.organisation?.unp === client.profile.taxNumber;
  if (!own || !unp) return findingOf('BY_LEASING_MSI_OTHER_PERSON', cite('by-leasing/5.1.2/p1'));
  // Known by number: what differs now has changed, and МСИ's word is the newer one.
  const differing = client.kind === 'LEGAL_ENTITY' || before ? [] : differingFields(client.profile, person);
  const untrue = uphold(cite('by-leasing/9.2.3/accurate'), differing.length === 0, 'BY_LEASING_CLIENT_DATA_UNRELIABLE', {
    fields: differing.join(', '),
  });
  return untrue ?? (before ? null : otherContact(context, client, person.personalNumber));
}

/**
 * Whether the deals of the very person have another contact number than the account: at registration they are looked for by name, and a
 * name changes (by-leasing 4.2). A number that was changed at an office later is looked at no more.
 */
async function otherContact(context: CommandContext, client: ClientDetails, personalNumber: string): Promise<Finding | null> {
  if (client.kind !== 'INDIVIDUAL') return null;
  const { familyName, givenName } = client.profile;
  const party = { kind: client.kind, surname: familyName, firstName: givenName, personalNumber };
  return contactFinding(context, party, phoneOf(context, await lockAccount(context, client.id)));
}

async function keepRecord(
  context: CommandContext,
  row: IdentificationRow,
  client: ClientDetails,
  subject: IdentifiedSubject,
  { requestId, method, person, signingGrant }: MsiAnswer,
): Promise<void> {
  const at = momentOf(context);
  const { id } = row;
  const facts = {
    id,
    clientId: client.id,
    source: 'MSI',
    method,
    subject,
    msiRequestId: requestId,
    respondedAt: at,
    identifiedAt: at,
  } as const;
  const xml = identificationXml(context, facts, person);
  await context.transaction.insert(IdentificationRecordEntity, {
    lenderId: context.lender.id,
    ...facts,
    personEnc: sealPerson(context, 'identification_record', id, person),
    personIndex: personIndex(context, person.personalNumber),
    grantEnc: signingGrant === null ? null : sealGrant(context, id, signingGrant),
    xmlEnc: sealXml(context, 'identification_record', id, xml),
    xmlSha256: sha256(xml),
  });
  enforce(cite('by-leasing/3.6'));
  await context.transaction.insert(SdoConsentEntity, {
    lenderId: context.lender.id,
    id,
    clientId: client.id,
    msiRequestId: requestId,
    givenAt: at,
  });
  await keepDataVersion(context, { client, identificationId: id, source: 'MSI', person });
  const account = await lockAccount(context, client.id);
  await setIdentified(context, account, { by: method, through: 'MSI', identificationId: id });
}
