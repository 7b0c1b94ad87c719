import type { Temporal } from 'temporal-polyfill';
import { type CommandContext, Refusal } from '../commands';
import { statement } from '../database';
import { formFinding } from '../rules';
import { type ApplicationRecord, lockApplicationRow } from './application.record';
import { allows, type Transition, transitionTable } from './application-status';
import { applicationLifecycle } from './extension-points';

const setStatus = statement<never>(
  'application_set_status',
  `update core.application set status = $2, status_changed_at = $3,
     submitted_at = case when $2 = 'SUBMITTED' then $3 else submitted_at end where id = $1`,
);

/**
 * Locks an application's row for the rest of the command; every command on it starts here, which orders its events.
 * @throws Refusal APPLICATION_NOT_FOUND, also for rows that the caller may not see
 */
export async function lockApplication(context: CommandContext, id: string): Promise<ApplicationRecord> {
  const [row] = await context.transaction.query(lockApplicationRow, [id]);
  if (!row) throw new Refusal([formFinding('APPLICATION_NOT_FOUND', ['input', 'applicationId'])]);
  return row;
}

/** Refuses a transition that the table does not allow from the application's state. */
export function requireTransition(application: ApplicationRecord, transition: Transition): void {
  if (allows(transition, application.status)) return;
  throw new Refusal([
    formFinding('APPLICATION_TRANSITION_INVALID', ['input', 'applicationId'], { status: application.status, transition }),
  ]);
}

/**
 * Moves a locked application along the table, tells of it, and lets its plugin do its part, in the command's transaction.
 * `clause` is what the transition rests on; `at` the moment of what happened, where it is booked later.
 */
export async function transition(
  context: CommandContext,
  application: ApplicationRecord,
  name: Transition,
  options: { clause?: string; extension?: unknown; at?: Temporal.Instant } = {},
): Promise<ApplicationRecord> {
  requireTransition(application, name);
  const to = transitionTable[name].to;
  const at = new Date(context.now.epochMilliseconds);
  await context.transaction.query(setStatus, [application.id, to, at]);
  const moved: ApplicationRecord = {
    ...application,
    status: to,
    statusChangedAt: at,
    submittedAt: to === 'SUBMITTED' ? at : application.submittedAt,
  };
  tell(context, moved, application.status, options.clause);
  await runEffect(context, moved, name, options.extension, options.at);
  return moved;
}

/** The event of a status change; `from` is null for a new application. */
export function tell(context: CommandContext, application: ApplicationRecord, from: string | null, clause?: string): void {
  context.emit({
    type: 'ApplicationStatusChanged',
    subject: { type: 'Application', id: application.id },
    applicationId: application.id,
    clientId: application.clientId,
    plugin: application.pluginId,
    ...(clause ? { clause } : {}),
    payload: { applicationId: application.id, from, to: application.status },
  });
}

export async function runEffect(
  context: CommandContext,
  application: ApplicationRecord,
  name: Transition,
  extension?: unknown,
  at: Temporal.Instant = context.now,
): Promise<void> {
  for (const lifecycle of context.extensions.of(applicationLifecycle, application.pluginId)) {
    await lifecycle.effects?.[name]?.(context, application, extension, at);
  }
}
