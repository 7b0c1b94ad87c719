import { calendarOf, lastMomentOf } from '../../../modules/calendar';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { DEADLINE_EVENTS, startDeadline } from '../../../modules/deadlines';
import { type Finding, formFinding, type ResolvedRules, uphold } from '../../../modules/rules';
import { ACCOUNT_DELETION, ACCOUNT_RESTORATION, PLUGIN } from '../ids';
import { readImages } from '../images/image.record';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { missingFrom, someOf } from '../validators/sets';
import { type AccountRequestRecord, lockAccountRequest, noteStatement } from './account.record';
import type { AccountRequestKind } from './account-request-state';
import type { AccountResult } from './request-account.command';
import { tellRequest } from './tell-request';

const terms = {
  DELETION: { within: 'account.deletion.within', kind: ACCOUNT_DELETION },
  RESTORATION: { within: 'account.restoration.within', kind: ACCOUNT_RESTORATION },
} as const satisfies Record<AccountRequestKind, unknown>;

/** The filled statement has come: the term runs from its receipt; a restoration needs its photographs too. */
export const recordStatement = defineCommand<{ readonly requestId: string }, AccountResult>({
  name: 'ruMfoRecordAccountStatement',
  plugin: PLUGIN,
  emits: [...DEADLINE_EVENTS, 'RuMfoAccountRequestChanged'],
  async run({ requestId }, context) {
    const request = await lockedRequest(context, requestId, 'REQUESTED');
    const resolved = rulesToday(context);
    const documents = await documentsOf(context, request);
    const findings = request.kind === 'RESTORATION' ? documentFindings(resolved, documents) : [];
    if (findings.length > 0) throw new Refusal(findings);
    const { within, kind } = terms[request.kind];
    const days = rules.read(resolved, within);
    const calendar = calendarOf(context.extensions, context.lender.country);
    const dueAt = days && lastMomentOf(calendar.addWorkingDays(context.today, days.value), context.lender.zone);
    const at = new Date(context.now.epochMilliseconds);
    await context.transaction.query(noteStatement, [request.id, at, [...documents], dueAt && new Date(dueAt.epochMilliseconds)]);
    if (days && dueAt)
      await startDeadline(context, {
        kind,
        subject: { type: 'RuMfoAccountRequest', id: request.id },
        clientId: request.clientId,
        dueAt,
        clause: days.citations[0]!.clause,
        ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
      });
    tellRequest(context, request.clientId, request.id, request.kind, 'STATEMENT_RECEIVED');
    return { clientId: request.clientId, requestId: request.id, findings: [] };
  },
});

/** A request in the state that a step needs, its client locked first. @throws Refusal RU_MFO_ACCOUNT_REQUEST_NOT_FOUND */
export async function lockedRequest(
  context: CommandContext,
  requestId: string,
  status: AccountRequestRecord['status'],
): Promise<AccountRequestRecord> {
  const [request] = await context.transaction.query(lockAccountRequest, [requestId]);
  if (request?.status !== status) throw new Refusal([formFinding('RU_MFO_ACCOUNT_REQUEST_NOT_FOUND', ['input', 'requestId'])]);
  await lockClient(context, request.clientId);
  return request;
}

/** Images that came since the request was made. */
async function documentsOf(context: CommandContext, { clientId, requestedAt }: AccountRequestRecord): Promise<readonly string[]> {
  const images = await context.transaction.query(readImages, [[clientId]]);
  return [...new Set(images.filter(({ receivedAt }) => receivedAt >= requestedAt).map(({ kind }) => kind))];
}

function documentFindings(resolved: ResolvedRules, given: readonly string[]): Finding[] {
  const all = rules.read(resolved, 'account.restoration.documents');
  const any = rules.read(resolved, 'account.restoration.anyDocument');
  const missing = [...missingFrom(given, all?.value ?? []), ...(any && !someOf(given, any.value) ? [any.value.join(' / ')] : [])];
  const citations = (all ?? any)?.citations;
  const path = ['input', 'requestId'];
  const finding =
    citations && uphold(citations, missing.length === 0, 'RU_MFO_RESTORE_DOCUMENTS_MISSING', { missing: missing.join(', ') }, { path });
  return finding ? [finding] : [];
}
