import type { EventTypeDefinition } from '../../schema/base';
import type { CommandContext } from '../commands';
import type { DeadlineState } from './deadline-state';

const example = {
  deadlineId: '0199e1f0-0000-7000-8000-000000000001',
  kind: 'acme-plugin/decision',
  subjectType: 'Application',
  subjectId: '0199e1f0-0000-7000-8000-000000000002',
  dueAt: '2026-03-31T09:00:00Z',
};

export const deadlineEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'DeadlineStarted',
    version: 1,
    scope: 'deadlines:read',
    description: 'A term that a clause sets began to run (срок начал течь).',
    example,
  },
  {
    type: 'DeadlineMet',
    version: 1,
    scope: 'deadlines:read',
    description: 'What the clause asks was done in time, or a waiting period passed (срок соблюдён).',
    example,
  },
  {
    type: 'DeadlineMissed',
    version: 1,
    scope: 'deadlines:read',
    description: 'The term ran out without what the clause asks (срок пропущен).',
    example,
  },
  { type: 'DeadlineCancelled', version: 1, scope: 'deadlines:read', description: 'The term no longer matters (срок снят).', example },
];

/** For `emits` of every command that starts, meets or cancels deadlines. */
export const DEADLINE_EVENTS: readonly string[] = deadlineEventTypes.map(({ type }) => type);

/** What an event tells of a deadline. */
export interface DeadlineFacts {
  readonly id: string;
  readonly kind: string;
  readonly pluginId: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly applicationId: string | null;
  readonly clientId: string | null;
  readonly clause: string | null;
  readonly dueAt: Date;
}

const TYPES: Readonly<Record<DeadlineState, string>> = {
  PENDING: 'DeadlineStarted',
  MET: 'DeadlineMet',
  MISSED: 'DeadlineMissed',
  CANCELLED: 'DeadlineCancelled',
};

/** Tells that a deadline came into a state; its row was written in this transaction, so it is locked. */
export function tellDeadline(context: CommandContext, deadline: DeadlineFacts, state: DeadlineState): void {
  context.emit({
    type: TYPES[state],
    subject: { type: 'Deadline', id: deadline.id },
    ...(deadline.applicationId ? { applicationId: deadline.applicationId } : {}),
    ...(deadline.clientId ? { clientId: deadline.clientId } : {}),
    ...(deadline.pluginId ? { plugin: deadline.pluginId } : {}),
    ...(deadline.clause ? { clause: deadline.clause } : {}),
    payload: {
      deadlineId: deadline.id,
      kind: deadline.kind,
      subjectType: deadline.subjectType,
      subjectId: deadline.subjectId,
      dueAt: deadline.dueAt.toISOString(),
    },
  });
}
