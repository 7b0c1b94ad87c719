import { type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { type Finding, uphold } from '../../../modules/rules';
import { type AccountRecord, lockAccount } from '../accounts/account.record';
import { sessionFindings } from '../accounts/authorisation.record';
import { cite } from '../cite';
import { openHolds } from '../holds/hold.record';
import { suspensionFindings } from '../holds/hold-findings';
import { identificationById } from '../identification/identification.record';
import { PLUGIN } from '../ids';
import { refuse } from '../judge';
import { recorded } from '../operations/recorded';
import { statusFindings, windowFindings } from '../operations/require-operation';
import { hasCodeWord, isCodeWord, setCodeWord } from './code-word';
import { ACCOUNT_EVENTS, tellAccount } from './security-event';
import { pathOf } from './step-up';

export interface SetCodeWord extends CommandResult {
  readonly clientId?: string;
}

/**
 * A word that is set is replaced only in the session in which МСИ confirmed the person: the code goes to the phone, and whoever has that
 * alone must not make the other factor for itself (6.3).
 */
async function replacementFinding(context: CommandContext, { clientId, identificationId }: AccountRecord): Promise<Finding | null> {
  if (!(await hasCodeWord(context, clientId))) return null;
  const [passed] = identificationId ? await context.transaction.query(identificationById.statement, [[identificationId]]) : [];
  const here = passed !== undefined && passed.sessionId !== null && passed.sessionId === context.caller.sessionId;
  return uphold(cite('by-leasing/3.5.1'), here, 'BY_LEASING_IDENTIFICATION_REQUIRED');
}

/** Everything that must hold before a code word is set; changes nothing. @throws Refusal */
async function requireSettable(context: CommandContext, account: AccountRecord, codeWord: string): Promise<void> {
  const holds = await openHolds(context, account.clientId);
  refuse(...statusFindings(account, holds), ...suspensionFindings(holds), ...(await sessionFindings(context, account)));
  const identified = account.identifiedAt !== null;
  const path = pathOf(account);
  refuse(
    uphold(cite('by-leasing/3.5.1'), identified, 'BY_LEASING_IDENTIFICATION_REQUIRED'),
    uphold(cite('by-leasing/3.5.2'), path === 'PERSONAL_DATA', 'BY_LEASING_SIGNING_PATH_NOT_ALLOWED', { path: path ?? 'CHOICE' }),
    uphold(cite('by-leasing/1/code-word'), isCodeWord(codeWord), 'BY_LEASING_CODE_WORD_NOT_CYRILLIC', {}, { path: ['input', 'codeWord'] }),
    ...windowFindings(context, account),
  );
  refuse(await replacementFinding(context, account));
}

/** The client makes its code word, after it was identified by personal data; it is never shown again. */
export const createCodeWord = defineCommand<{ readonly clientId: string; readonly codeWord: string }, SetCodeWord>({
  name: 'byLeasingCreateCodeWord',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ clientId, codeWord }, context) {
    const account = await lockAccount(context, clientId);
    const asked = { operation: 'CODE_WORD', reference: null };
    const allowed = await recorded(context, account, asked, () => requireSettable(context, account, codeWord));
    if (allowed.findings) return allowed;
    await setCodeWord(context, clientId, codeWord);
    tellAccount(context, account, 'CODE_WORD_SET', account.id, cite('by-leasing/3.5.1').clause);
    return { clientId };
  },
});
