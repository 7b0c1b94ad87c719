import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../commands';
import { statement, uuidv7 } from '../../database';
import { formFinding } from '../../rules';
import { REVOCATION_CHANNEL } from './revocation-channel';
import { revokedAccessPort } from './revoked-access';

/** Whose access, at the lender of the request. */
export interface ChangeAccess {
  /** `sub` of the tokens. */
  readonly subject: string;
  /** Goes to the record; names nobody. */
  readonly reason: string;
}

export interface ChangeAccessResult extends CommandResult {
  readonly revocationId?: string;
}

const lockOpen = statement<{ id: string }>(
  'access_revocation_lock_open',
  `select id from core.access_revocation where lender_id = $1 and subject = $2 and restored_at is null for update`,
);
// Of two operators at once the second waits here for the first, and then makes nothing.
const insertOne = statement<{ id: string }>(
  'access_revocation_insert',
  `insert into core.access_revocation (lender_id, id, subject, reason, revoked_by, revoked_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (lender_id, subject) where restored_at is null do nothing returning id`,
);
const restoreOne = statement<never>(
  'access_revocation_restore',
  'update core.access_revocation set restored_by = $3, restored_at = $4 where lender_id = $1 and id = $2',
);
// Inside the transaction: PostgreSQL sends it with the commit, or never.
const notify = statement<never>('access_revocation_notify', `select pg_notify('${REVOCATION_CHANNEL}', $1)`);

/**
 * Refuses a subject's tokens from now on and ends its streams, in every process; a second time it changes nothing.
 * For partners, officers and operators, whose tokens come from a provider and live on after the provider has forgotten them.
 */
export const revokeAccess = defineCommand<ChangeAccess, ChangeAccessResult>({
  name: 'revokeAccess',
  emits: ['AccessRevoked'],
  async run(input, context) {
    const { subject, reason } = checked(input);
    const { caller, lender, transaction } = context;
    // An operator who shuts itself out could not come back.
    if (caller.subject === subject) throw new Refusal([formFinding('ACCESS_OWN', ['input', 'subject'])]);
    const id = uuidv7(context.now.epochMilliseconds);
    const [made] = await transaction.query(insertOne, [lender.id, id, subject, reason, actorOf(context), context.now.toString()]);
    if (!made) return { revocationId: (await transaction.query(lockOpen, [lender.id, subject]))[0]?.id };
    await tell(context);
    context.audit({ holder: subject, reason });
    context.emit({ type: 'AccessRevoked', subject: { type: 'AccessRevocation', id }, payload: { holder: subject } });
    return { revocationId: id };
  },
});

/** Lets a subject's tokens in again. @throws Refusal ACCESS_NOT_REVOKED */
export const restoreAccess = defineCommand<ChangeAccess, ChangeAccessResult>({
  name: 'restoreAccess',
  emits: ['AccessRestored'],
  async run(input, context) {
    const { subject, reason } = checked(input);
    const { lender, transaction } = context;
    const [open] = await transaction.query(lockOpen, [lender.id, subject]);
    if (!open) throw new Refusal([formFinding('ACCESS_NOT_REVOKED', ['input', 'subject'])]);
    await transaction.query(restoreOne, [lender.id, open.id, actorOf(context), context.now.toString()]);
    await tell(context);
    context.audit({ holder: subject, reason });
    context.emit({ type: 'AccessRestored', subject: { type: 'AccessRevocation', id: open.id }, payload: { holder: subject } });
    return { revocationId: open.id };
  },
});

function checked(input: ChangeAccess): ChangeAccess {
  const subject = input.subject.trim();
  const reason = input.reason.trim();
  const findings = [
    ...(subject.length < 1 || subject.length > 255 ? [formFinding('ACCESS_SUBJECT_INVALID', ['input', 'subject'])] : []),
    ...(reason.length < 10 || reason.length > 500 ? [formFinding('ACCESS_REASON_REQUIRED', ['input', 'reason'])] : []),
  ];
  if (findings.length > 0) throw new Refusal(findings);
  return { subject, reason };
}

/** Other processes hear it with the commit; this one knows it before the caller has the answer. */
async function tell({ transaction, lender, ports, afterCommit }: CommandContext): Promise<void> {
  await transaction.query(notify, [lender.id]);
  afterCommit(() => ports.get(revokedAccessPort).refresh());
}

const actorOf = ({ caller }: CommandContext) => `${caller.kind}:${caller.subject}`;
