import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { blocks, type Finding, findingOf, uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { sessionFindings } from '../accounts/authorisation.record';
import { cite } from '../cite';
import { hasCodeWord } from '../factors/code-word';
import { tellRefusal, tellSecurity } from '../factors/security-event';
import { formOfPath, pathOf, type StepUp } from '../factors/step-up';
import { type OpenHolds, openHolds } from '../holds/hold.record';
import { discontinuedFinding, recordedGrounds, suspensionFindings } from '../holds/hold-findings';
import { type GatedOperation, identificationFindings } from '../identification/gate';
import { judged, momentOf } from '../judge';
import { serviceFindings } from '../services/service.record';
import { type Service, services } from '../services/service-list';
import { acceptanceFindings, noteUse } from '../terms/acceptance.record';
import { OperationRefusalEntity } from './operation-refusal.entity';

export interface Operation {
  /** What is done; the list says for whom it is and whether it is an operation of the system of remote service. */
  readonly service: Service;
  /** The thing operated on. */
  readonly reference?: string | null;
  /** The authentication made for this operation; null: none was made, which refuses it; absent: the operation asks for none. */
  readonly stepUp?: StepUp | null;
  /** Whether the bearer of the certificate that was used may do this for the client; absent without a certificate. */
  readonly certificateAuthorised?: boolean;
  /** Whether the document is the one that was formed; absent without a document. */
  readonly documentIntact?: boolean;
}

/**
 * Everything that must hold before a client's operation: its account, agreement, session and services, what was recorded against it,
 * identification and its window, the code word, the additional authentication, and the six grounds of 3.14. Call it before anything
 * else is changed, with the account locked. When findings come back, **return** them: the refusal is recorded, and must be committed.
 */
export async function requireOperation(context: CommandContext, account: AccountRecord, operation: Operation): Promise<readonly Finding[]> {
  const holds = await openHolds(context, account.clientId);
  const findings = [
    ...statusFindings(account, holds),
    ...(await acceptanceFindings(context, account)),
    ...(await sessionFindings(context, account)),
    ...(await serviceFindings(context, account, operation.service)),
    ...suspensionFindings(holds),
    ...(services[operation.service].sdo ? await remoteFindings(context, account, operation) : []),
  ];
  const grounds = [...(operation.stepUp?.findings ?? []), ...refusalGrounds(holds, operation)];
  const refused = uphold(cite('by-leasing/3.14'), grounds.length === 0, 'BY_LEASING_OPERATION_REFUSED', () => ({
    grounds: [...new Set(grounds.map(({ code }) => code))].join(', '),
  }));
  const all = [...findings, ...(refused ? [refused] : []), ...grounds];
  if (all.some(blocks)) {
    await recordRefusal(context, account, operation.service, operation.reference ?? null, all);
    return all;
  }
  await noteUse(context, account);
  return [];
}

/** Whether the account is open at all. */
export function statusFindings({ status }: Pick<AccountRecord, 'status'>, holds: OpenHolds): Finding[] {
  return [
    uphold(cite('by-leasing/8.2/p1'), status !== 'DELETED', 'BY_LEASING_ACCOUNT_DELETED'),
    uphold(cite('by-leasing/2.2/term'), status !== 'TERMINATED', 'BY_LEASING_ACCESS_TERMINATED'),
    discontinuedFinding(holds),
  ].filter((finding) => finding !== null);
}

/** Services that the agreement names as what МСИ comes before (4.5). */
const gateOf: Readonly<Partial<Record<Service, GatedOperation>>> = { QUESTIONNAIRE: 'CREATE_QUESTIONNAIRE', PETITION: 'FILE_PETITION' };

/** What the system of remote service asks for beyond the cabinet. */
async function remoteFindings(context: CommandContext, account: AccountRecord, operation: Operation): Promise<Finding[]> {
  const findings: (Finding | null)[] = [...(await identificationFindings(context, account, gateOf[operation.service]))];
  if (account.identifiedThrough === 'MSI') findings.push(...(await pathFindings(context, account)));
  if (operation.stepUp !== undefined)
    findings.push(uphold(cite('by-leasing/5.7/step-up'), operation.stepUp !== null, 'BY_LEASING_STEP_UP_REQUIRED'));
  return findings.filter((finding) => finding !== null);
}

/** Whether the last identification still holds now. */
export function windowFindings(context: CommandContext, account: AccountRecord): readonly Finding[] {
  const { identifiedAt, identifiedBy } = account;
  if (!identifiedAt || !identifiedBy) return [];
  return judged(context, 'OPERATION', {
    identifiedBy: [identifiedBy, 'MSI'],
    identifiedAt: [Temporal.Instant.fromEpochMilliseconds(identifiedAt.getTime()), 'MSI'],
    operationAt: [context.now, 'CLOCK'],
  });
}

/** By personal data a code word is needed as well; by certificate none is, and no other path leads in where that is the client's. */
async function pathFindings(context: CommandContext, account: AccountRecord): Promise<(Finding | null)[]> {
  const path = pathOf(account);
  const same = path !== null && account.identifiedBy === path;
  const onPath = uphold(cite('by-leasing/3.5.2'), same, 'BY_LEASING_SIGNING_PATH_NOT_ALLOWED', { path: path ?? 'CHOICE' });
  if (path === null || formOfPath[path] === 'EDS') return [onPath];
  return [onPath, uphold(cite('by-leasing/3.5.1'), await hasCodeWord(context, account.clientId), 'BY_LEASING_CODE_WORD_REQUIRED')];
}

/** The grounds of 3.14 beside the factors themselves, which the additional authentication judged. */
function refusalGrounds(holds: OpenHolds, { certificateAuthorised, documentIntact }: Operation): Finding[] {
  const own = [
    certificateAuthorised === undefined
      ? null
      : uphold(cite('by-leasing/3.14.2'), certificateAuthorised, 'BY_LEASING_EDS_CERT_NOT_AUTHORISED'),
    documentIntact === undefined ? null : uphold(cite('by-leasing/3.14.4'), documentIntact, 'BY_LEASING_DOCUMENT_INTEGRITY_BROKEN'),
  ];
  return [...own.filter((finding) => finding !== null), ...recordedGrounds(holds)];
}

/** Records that an operation was refused, and why; the command must commit. */
export async function recordRefusal(
  context: CommandContext,
  account: Pick<AccountRecord, 'id' | 'clientId'>,
  operation: string,
  reference: string | null,
  findings: readonly Finding[],
): Promise<void> {
  const grounds = [...new Set(findings.map(({ code }) => code))];
  const clauses = [...new Set(findings.flatMap((finding) => finding.clauses))];
  await context.transaction.insert(OperationRefusalEntity, {
    lenderId: context.lender.id,
    id: uuidv7(context.now.epochMilliseconds),
    clientId: account.clientId,
    operation,
    reference,
    grounds,
    clauses,
    refusedAt: momentOf(context),
  });
  tellRefusal(context, account, operation, grounds.join(', '), clauses[0]);
}

/** Somebody asked for what is not theirs: told and recorded. Answers the finding to return. */
export async function foreignResource(
  context: CommandContext,
  account: AccountRecord,
  operation: string,
  reference: string,
): Promise<Finding> {
  const finding = findingOf('BY_LEASING_FOREIGN_RESOURCE', cite('by-leasing/1/cabinet'));
  await recordRefusal(context, account, operation, reference, [finding]);
  tellSecurity(context, account, 'FOREIGN_RESOURCE', finding.clauses[0]);
  return finding;
}
