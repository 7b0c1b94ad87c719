import type { CommandContext } from '../../../modules/commands';
import { Refusal } from '../../../modules/commands';
import { formFinding, uphold } from '../../../modules/rules';
import { lenderData } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { textFaults } from '../texts';
import { ReceptionEntity } from './reception.entity';
import { joinSignatureAgreement } from './reception.record';

/** What the applicant states with the application, beside sum, term and way of payment. */
export interface ReceptionInput {
  readonly payoutMethod?: string | null;
  readonly purpose?: string | null;
  readonly security?: readonly string[] | null;
  readonly formVersion?: string | null;
  readonly loanKind?: string | null;
  readonly signatureAgreementVersion?: string | null;
}

/** The form of money behind each way in which it may be wanted. */
const forms: Readonly<Record<string, string>> = {
  BANK_ACCOUNT: 'NON_CASH_ACCOUNT',
  PAYMENT_CARD: 'NON_CASH_ACCOUNT',
  WITHOUT_ACCOUNT: 'NON_CASH_NO_ACCOUNT',
};

const PATH = ['input', 'ruMfo'];

/** @throws Refusal RU_MFO_PAYOUT_METHOD_NOT_ALLOWED */
export function refusePayoutForm(context: CommandContext, { payoutMethod }: ReceptionInput): void {
  const allowed = rules.read(rulesToday(context), 'payout.forms');
  if (!payoutMethod || !allowed) return;
  const form = forms[payoutMethod] ?? 'CASH';
  const finding = uphold(
    allowed.citations,
    allowed.value.includes(form),
    'RU_MFO_PAYOUT_METHOD_NOT_ALLOWED',
    { method: payoutMethod },
    { path: [...PATH, 'payoutMethod'] },
  );
  if (finding) throw new Refusal([finding]);
}

/** Keeps what was stated; agreeing to the signature by code is a part of filling the application in. */
export async function keepReception(
  context: CommandContext,
  application: { readonly id: string; readonly clientId: string },
  input: ReceptionInput,
): Promise<void> {
  refusePayoutForm(context, input);
  const { purpose, security, formVersion, loanKind, signatureAgreementVersion } = input;
  const faults = textFaults({ purpose, security, formVersion, loanKind, signatureAgreementVersion }, PATH);
  if (faults.length > 0) throw new Refusal(faults);
  if (input.loanKind) {
    const known = lenderData(context.lender.code)?.loanKinds?.some(({ code }) => code === input.loanKind);
    if (!known) throw new Refusal([formFinding('RU_MFO_PRODUCT_UNKNOWN', [...PATH, 'loanKind'], { code: input.loanKind.slice(0, 60) })]);
  }
  await context.transaction.insert(ReceptionEntity, {
    lenderId: context.lender.id,
    applicationId: application.id,
    clientId: application.clientId,
    purpose: input.purpose ?? null,
    securityKinds: [...(input.security ?? [])],
    formVersion: input.formVersion ?? null,
    loanKind: input.loanKind ?? null,
  });
  if (input.signatureAgreementVersion?.trim())
    await context.transaction.query(joinSignatureAgreement, [
      application.clientId,
      input.signatureAgreementVersion,
      new Date(context.now.epochMilliseconds),
    ]);
}
