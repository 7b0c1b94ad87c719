import type { CommandContext } from '../../../modules/commands';
import type { EventTypeDefinition } from '../../../schema/base';
import type { AccountRecord } from '../accounts/account.record';
import { PLUGIN } from '../ids';

const byLeasingAccountId = '0199f0a0-0000-7000-8000-000000000050';

export const accountEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'ByLeasingAccountChanged',
    version: 1,
    description:
      'An account was opened, its agreement accepted or ended, a factor, path or phone set, a restriction opened or lifted (учётная запись).',
    example: { byLeasingAccountId, what: 'REGISTERED', reference: '236/2026-05-12' },
  },
  {
    type: 'ByLeasingSecurityEvent',
    version: 1,
    description: 'Something about an account is suspicious: too many wrong entries, somebody else’s resource (событие безопасности).',
    example: { byLeasingAccountId, what: 'TOO_MANY_ATTEMPTS' },
  },
  {
    type: 'ByLeasingOperationRefused',
    version: 1,
    description: 'An operation of a client was refused; nothing else changed (отказ в операции).',
    example: { byLeasingAccountId, operation: 'QUESTIONNAIRE', grounds: 'BY_LEASING_CLIENT_DATA_UNRELIABLE' },
  },
];

/** Types that functions of accounts, factors and operations may emit: commands that call them list these. */
export const ACCOUNT_EVENTS = accountEventTypes.map(({ type }) => type);

type Told = Pick<AccountRecord, 'id' | 'clientId'>;

function tell(
  context: CommandContext,
  { id, clientId }: Told,
  type: string,
  payload: Readonly<Record<string, string>>,
  clause?: string,
): void {
  context.emit({
    type,
    subject: { type: 'ByLeasingAccount', id },
    clientId,
    plugin: PLUGIN,
    ...(clause ? { clause } : {}),
    payload: { byLeasingAccountId: id, ...payload },
  });
}

/** `what` in upper case, `reference` an id, version or code; nothing personal. */
export const tellAccount = (context: CommandContext, account: Told, what: string, reference: string, clause?: string): void =>
  tell(context, account, 'ByLeasingAccountChanged', { what, reference }, clause);

export const tellSecurity = (context: CommandContext, account: Told, what: string, clause?: string): void =>
  tell(context, account, 'ByLeasingSecurityEvent', { what }, clause);

export const tellRefusal = (context: CommandContext, account: Told, operation: string, grounds: string, clause?: string): void =>
  tell(context, account, 'ByLeasingOperationRefused', { operation, grounds }, clause);
