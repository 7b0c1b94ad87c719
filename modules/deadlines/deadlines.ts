import type { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../commands';
import { statement, uuidv7 } from '../database';
import { DeadlineEntity } from './deadline.entity';
import { type DeadlineFacts, tellDeadline } from './deadline-events';
import { findKind } from './extension-points';

/** What a deadline is about: usually an application, a document or a contract. */
export interface DeadlineSubject {
  readonly type: string;
  readonly id: string;
}

export interface NewDeadline {
  /** A registered kind. */
  readonly kind: string;
  readonly subject: DeadlineSubject;
  /** The last moment at which it can be met. */
  readonly dueAt: Temporal.Instant;
  /** The application that it belongs to; its client sees the deadline. */
  readonly application?: { readonly id: string; readonly clientId: string };
  /** Whose it is without an application; the client of the session when nothing is said. */
  readonly clientId?: string;
  /** The clause where it differs from the kind's. */
  readonly clause?: string;
  /** Edition of the lender's rules that set the term. */
  readonly editionId?: string;
}

export const FACTS = `id, kind, plugin_id as "pluginId", subject_type as "subjectType", subject_id as "subjectId",
  application_id as "applicationId", client_id as "clientId", clause, due_at as "dueAt"`;

const meet = statement<DeadlineFacts>(
  'deadline_meet',
  `update core.deadline set state = 'MET', settled_at = $5
   where lender_id = $1 and kind = $2 and subject_type = $3 and subject_id = $4 and state = 'PENDING' and due_at >= $5 returning ${FACTS}`,
);
const pending = statement<{ id: string }>(
  'deadline_pending',
  `select id from core.deadline where lender_id = $1 and kind = $2 and subject_type = $3 and subject_id = $4 and state = 'PENDING'`,
);
const cancel = statement<DeadlineFacts>(
  'deadline_cancel',
  `update core.deadline set state = 'CANCELLED', settled_at = $5
   where lender_id = $1 and subject_type = $2 and subject_id = $3 and ($4::text is null or kind = $4) and state = 'PENDING' returning ${FACTS}`,
);

const millisecondsOf = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);

/**
 * Starts a deadline in the command's transaction and answers its id. A subject has at most one pending deadline
 * of a kind: one that runs already is cancelled and the new one takes its place.
 * The caller holds the subject's row lock; the command declares `DEADLINE_EVENTS`.
 */
export async function startDeadline(context: CommandContext, deadline: NewDeadline): Promise<string> {
  const kind = findKind(context.extensions, deadline.kind);
  // A wiring error, found by the first test that runs the command.
  if (!kind) throw new Error(`No deadline kind ${deadline.kind} is registered.`);
  await cancelDeadlines(context, { subject: deadline.subject, kind: deadline.kind });
  const dueAt = millisecondsOf(deadline.dueAt);
  const row = {
    lenderId: context.lender.id,
    id: uuidv7(context.now.epochMilliseconds),
    kind: kind.kind,
    pluginId: kind.plugin,
    subjectType: deadline.subject.type,
    subjectId: deadline.subject.id,
    applicationId: deadline.application?.id ?? null,
    clientId: deadline.application?.clientId ?? deadline.clientId ?? context.caller.clientId,
    clause: deadline.clause ?? kind.clause,
    editionId: deadline.editionId ?? null,
    startedAt: millisecondsOf(context.now),
    dueAt,
    state: 'PENDING' as const,
    retryAt: dueAt,
  };
  await context.transaction.insert(DeadlineEntity, row);
  tellDeadline(context, row, 'PENDING');
  return row.id;
}

/**
 * Notes that what the clause asks was done, `at` an earlier moment where it is booked later. MET: in time. LATE: the due moment has passed, so the deadline stays pending
 * until its handler settles it. NONE: no such deadline runs.
 */
export async function meetDeadline(
  context: CommandContext,
  deadline: { readonly kind: string; readonly subject: DeadlineSubject; readonly at?: Temporal.Instant },
): Promise<'MET' | 'LATE' | 'NONE'> {
  const key = [context.lender.id, deadline.kind, deadline.subject.type, deadline.subject.id];
  const [met] = await context.transaction.query(meet, [...key, millisecondsOf(deadline.at ?? context.now)]);
  if (met) {
    tellDeadline(context, met, 'MET');
    return 'MET';
  }
  const late = await context.transaction.query(pending, key);
  return late.length > 0 ? 'LATE' : 'NONE';
}

/** Cancels what is pending for a subject, all kinds or one; answers how many. */
export async function cancelDeadlines(
  context: CommandContext,
  deadline: { readonly subject: DeadlineSubject; readonly kind?: string },
): Promise<number> {
  const { subject, kind } = deadline;
  const values = [context.lender.id, subject.type, subject.id, kind ?? null, millisecondsOf(context.now)];
  const cancelled = await context.transaction.query(cancel, values);
  for (const one of cancelled) tellDeadline(context, one, 'CANCELLED');
  return cancelled.length;
}
