import type { CompletedCeremony } from '../../../modules/access';
import type { CommandContext } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, type Finding, uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import type { Path } from '../accounts/vocabulary';
import { cite } from '../cite';
import { attemptsFinding, type CodeEntered, checkCode, tellFailure } from './check-code';
import { matchesCodeWord } from './code-word';
import { type CheckedFactor, recordFactor } from './factor.record';
import { type FactorClass, factorClasses } from './vocabulary';

/** A signature without a certificate, or one made with it. */
export type SigningForm = 'ELECTRONIC_FORM' | 'EDS';

/** Which path signs in which form. */
export const formOfPath: Readonly<Record<Path, SigningForm>> = { PERSONAL_DATA: 'ELECTRONIC_FORM', CERTIFICATE: 'EDS' };

export interface StepUpInput {
  readonly form: SigningForm;
  /** Name of the operation, e.g. a service. */
  readonly operation: string;
  /** The one thing that is confirmed. */
  readonly reference: string;
  readonly code?: CodeEntered | null;
  readonly codeWord?: string | null;
  /** What the check of a signature made by certificate on MSI's side said; `presented` names the certificate. */
  readonly certificate?: { readonly holds: boolean; readonly presented: string } | null;
}

/** One additional authentication, good for one operation (дополнительная аутентификация). */
export interface StepUp {
  /** All its factor results bear it. */
  readonly id: string;
  readonly form: SigningForm;
  readonly factors: readonly CheckedFactor[];
  /** The code's ceremony, when it was right. */
  readonly ceremony: CompletedCeremony | null;
  /** Empty when everything that the form asks for was presented and held. **Return** them. */
  readonly findings: readonly Finding[];
}

/** The path of a client now: fixed by its kind, or chosen by a sole proprietor; null before the choice. */
export const pathOf = ({ kind, path }: Pick<AccountRecord, 'kind' | 'path'>): Path | null => {
  if (kind === 'SOLE_PROPRIETOR') return path;
  return kind === 'INDIVIDUAL' ? 'PERSONAL_DATA' : 'CERTIFICATE';
};

const PATH_CLAUSES = {
  INDIVIDUAL: cite('by-leasing/5.6.2.1'),
  LEGAL_ENTITY: cite('by-leasing/5.6.2.2'),
  SOLE_PROPRIETOR: cite('by-leasing/5.6.2.3'),
} as const;

/** Whether a client may sign in a form: its path says which. */
export function formFinding(account: AccountRecord, form: SigningForm): Finding | null {
  const path = pathOf(account);
  const clauses = [PATH_CLAUSES[account.kind], cite('by-leasing/5.8')];
  return uphold(clauses, path !== null && formOfPath[path] === form, 'BY_LEASING_SIGNING_PATH_NOT_ALLOWED', { path: path ?? 'CHOICE' });
}

/**
 * Authenticates the client of a locked account once more, for one operation, by what its form asks for, and keeps the result of every
 * factor. Nothing is compared when the form is not the client's or too much was wrong lately.
 */
export async function stepUp(context: CommandContext, account: AccountRecord, input: StepUpInput): Promise<StepUp> {
  const { form, operation, reference } = input;
  const id = uuidv7(context.now.epochMilliseconds);
  const refusedBefore = [formFinding(account, form), await attemptsFinding(context, account)].filter((finding) => finding !== null);
  if (refusedBefore.length > 0) return { id, form, factors: [], ceremony: null, findings: refusedBefore };
  enforce(cite('by-leasing/7.4'));
  const place = { clientId: account.clientId, operation, reference, stepUpId: id, sessionId: context.caller.sessionId };
  return form === 'EDS' ? byCertificate(context, id, place, input) : byTwoFactors(context, account, id, place, input);
}

type Place = { clientId: string; operation: string; reference: string; stepUpId: string; sessionId: string | null };

async function byCertificate(context: CommandContext, id: string, place: Place, { certificate }: StepUpInput): Promise<StepUp> {
  const given = uphold(cite('by-leasing/5.7/step-up'), certificate != null, 'BY_LEASING_STEP_UP_REQUIRED');
  if (!certificate || given) return { id, form: 'EDS', factors: [], ceremony: null, findings: given ? [given] : [] };
  const { holds, presented } = certificate;
  const checked = await recordFactor(context, { ...place, factor: 'GOSSUOK_CERT', holds, source: 'MSI', presented });
  const failed = uphold(cite('by-leasing/3.14.1'), holds, 'BY_LEASING_AUTH_FACTOR_FAILED', { factor: 'GOSSUOK_CERT' });
  return { id, form: 'EDS', factors: [checked], ceremony: null, findings: failed ? [failed] : [] };
}

async function byTwoFactors(
  context: CommandContext,
  account: AccountRecord,
  id: string,
  place: Place,
  input: StepUpInput,
): Promise<StepUp> {
  const { code, codeWord, operation, reference } = input;
  const findings: (Finding | null)[] = [
    uphold(cite('by-leasing/5.7/step-up'), Boolean(code) || Boolean(codeWord), 'BY_LEASING_STEP_UP_REQUIRED'),
  ];
  const factors: CheckedFactor[] = [];
  let ceremony: CompletedCeremony | null = null;
  if (account.kind === 'INDIVIDUAL')
    findings.push(
      uphold(cite('by-leasing/5.6.2.1'), Boolean(codeWord), 'BY_LEASING_CODE_WORD_REQUIRED', {}, { path: ['input', 'codeWord'] }),
    );
  if (code) {
    const checked = await checkCode(context, account, code, { factor: 'OTP', operation, reference, stepUpId: id });
    ceremony = checked.completed;
    factors.push(...checked.factors);
    findings.push(...checked.findings);
  }
  if (codeWord) {
    const holds = await matchesCodeWord(context, account.clientId, codeWord);
    factors.push(await recordFactor(context, { ...place, factor: 'CODE_WORD', holds, source: 'SDO', presented: codeWord }));
    const clauses = [cite('by-leasing/7.3/b4'), cite('by-leasing/3.14.1')];
    findings.push(uphold(clauses, holds, 'BY_LEASING_AUTH_FACTOR_FAILED', { factor: 'CODE_WORD' }, { path: ['input', 'codeWord'] }));
    if (!holds) await tellFailure(context, account);
  }
  findings.push(mfaFinding(factors.map(({ factorClass }) => factorClass)));
  return { id, form: 'ELECTRONIC_FORM', factors, ceremony, findings: findings.filter((finding) => finding !== null) };
}

/** Two kinds of factor, one of knowledge and one of possession; two of one kind are not two (многофакторная аутентификация). */
export function mfaFinding(presented: readonly FactorClass[]): Finding | null {
  const clauses = [cite('by-leasing/1/multi-factor-authentication'), cite('by-leasing/7.2'), cite('by-leasing/5.8')];
  return uphold(
    clauses,
    factorClasses.every((one) => presented.includes(one)),
    'BY_LEASING_MFA_INSUFFICIENT',
  );
}
