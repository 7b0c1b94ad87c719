import { Temporal } from 'temporal-polyfill';
import type { ClientKind } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import type { Queryable } from '../../../modules/database';
import { type Finding, findingOf, runValidators, toFindings, uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { cite } from '../cite';
import { rulesToday } from '../judge';
import { rules } from '../rules';
import { identificationWindow } from '../validators/identification-window';
import { lastEnd } from './identification.record';

/** A command's context, or what stands for it where something is only read. */
export type GateContext = Pick<CommandContext, 'extensions' | 'lender' | 'today' | 'now'> & { readonly transaction: Queryable };

type Account = Pick<AccountRecord, 'clientId' | 'identifiedAt' | 'identifiedBy' | 'identifiedThrough'>;

/** What is being begun: the agreement sends the client to МСИ before a questionnaire and before a petition. */
export type GatedOperation = 'CREATE_QUESTIONNAIRE' | 'FILE_PETITION' | 'OTHER';

/**
 * What stands between a client and the remote service as far as identification goes: none yet, МСИ has no data, or the window has passed
 * (by-leasing 5.2, 5.3, 5.4). An identification in an office opens no remote service: that one is through МСИ alone (5.1.2).
 */
export async function identificationFindings(
  context: GateContext,
  account: Account,
  operation: GatedOperation = 'OTHER',
): Promise<readonly Finding[]> {
  const { identifiedAt, identifiedBy, identifiedThrough } = account;
  const before = operation === 'OTHER' ? [] : [cite('by-leasing/4.5/msi-redirect')];
  const demanded = [
    cite('by-leasing/1/authorisation'),
    cite('by-leasing/3.5/p2'),
    cite('by-leasing/3.6'),
    cite('by-leasing/5.3/first'),
    ...before,
  ];
  if (!identifiedAt || !identifiedBy || identifiedThrough !== 'MSI') {
    const absent = await recordAbsent(context, account.clientId);
    if (absent) return [absent];
    return [findingOf('BY_LEASING_IDENTIFICATION_REQUIRED', demanded, {}, { path: ['input'] })];
  }
  uphold(demanded, true, 'BY_LEASING_IDENTIFICATION_REQUIRED');
  const resolved = rulesToday(context);
  const facts = rules.factSet({
    identifiedBy: [identifiedBy, 'MSI'],
    identifiedAt: [Temporal.Instant.fromEpochMilliseconds(identifiedAt.getTime()), 'MSI'],
    operationAt: [context.now, 'CLOCK'],
  });
  return toFindings(runValidators([identificationWindow], facts, resolved), resolved);
}

/** МСИ answered that it has no data, and no office has identified the client since (by-leasing 5.2). */
export async function recordAbsent({ transaction }: Pick<GateContext, 'transaction'>, clientId: string): Promise<Finding | null> {
  const [end] = await transaction.query(lastEnd, [clientId]);
  return uphold(cite('by-leasing/5.2'), end?.status !== 'OFFICE_ONLY', 'BY_LEASING_MSI_RECORD_ABSENT', {}, { path: ['input'] });
}

/** What the cabinet leads to after signing in: МСИ, the office, a code word, or the remote service. */
export type NextStep = 'MSI' | 'OFFICE' | 'CREATE_CODE_WORD' | 'SDO';

export interface StepFacts {
  readonly kind: ClientKind;
  readonly findings: readonly Finding[];
  readonly identifiedBy: AccountRecord['identifiedBy'];
  readonly hasCodeWord: boolean;
}

/** By-leasing 4.5: a code word is offered after МСИ confirmed a natural person or sole proprietor by personal data, and to nobody else. */
export function nextStep({ kind, findings, identifiedBy, hasCodeWord }: StepFacts): NextStep {
  const codes = findings.map(({ code }) => code);
  if (codes.includes('BY_LEASING_MSI_RECORD_ABSENT')) return 'OFFICE';
  if (codes.length > 0) return 'MSI';
  const offered = uphold(
    cite('by-leasing/4.5/code-word-offer'),
    kind === 'LEGAL_ENTITY' || identifiedBy !== 'PERSONAL_DATA' || hasCodeWord,
    'BY_LEASING_CODE_WORD_REQUIRED',
  );
  return offered ? 'CREATE_CODE_WORD' : 'SDO';
}
