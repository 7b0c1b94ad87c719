import { type ApplicationChannel, startApplication, submitApplication, takeApplication } from '../../../modules/applications';
import { type DecideApplication, decideApplication } from '../../../modules/decisions';
import { orderTransfer, settleTransfer } from '../../../modules/payments';
import { Decimal } from '../../../schema/base';
import { type AcceptIndividualTerms, acceptIndividualTerms } from '../application/accept-individual-terms.command';
import type { StartInput } from '../application/start-input';
import { type Assess, assess } from '../assessment/assess.command';
import { BUREAUS_NEEDED_FROM, bureausAnswer } from './law-steps';
import type { LoanBench } from './loan-bench';

const toAccount: StartInput = { payoutMethod: 'BANK_ACCOUNT', account: '40702810638050013199', bankCode: '044525225' };

export const start = (
  bench: LoanBench,
  clientId: string,
  own: StartInput | undefined = toAccount,
  wanted: { product?: string; amount?: string; termDays?: number; channel?: ApplicationChannel } = {},
) =>
  bench.execute(
    startApplication,
    {
      clientId,
      product: wanted.product ?? 'ru-mfo/microloan',
      amount: { amount: new Decimal(wanted.amount ?? '15000.00'), currency: 'RUB' },
      termDays: wanted.termDays ?? 30,
      channel: wanted.channel ?? 'PERSONAL_ACCOUNT',
      extensions: own ? { ruMfo: own } : {},
    },
    bench.client(clientId),
  );

/** An application that waits for its decision, assessed unless `found` is null. */
export async function inReview(
  bench: LoanBench,
  clientId: string,
  found: Partial<Assess> | null = {},
  own: StartInput = toAccount,
  wanted: Parameters<typeof start>[3] = {},
): Promise<string> {
  const { applicationId } = await start(bench, clientId, own, wanted);
  const { findings = [] } = await bench.execute(submitApplication, { applicationId: applicationId! }, bench.client(clientId));
  if (findings.length > 0) throw new Error(`Not submitted: ${JSON.stringify(findings)}`);
  await bench.execute(takeApplication, { applicationId: applicationId! });
  if (found) {
    const assessed = await bench.execute(assess, {
      applicationId: applicationId!,
      sources: ['CLIENT_DATA', 'CREDIT_BUREAU'],
      identificationMethods: ['DOCUMENT_PHOTOS'],
      creditHistoryMeetsPolicy: true,
      dataReliable: true,
      ...found,
    });
    if (assessed.findings?.length) throw new Error(`Not assessed: ${JSON.stringify(assessed.findings)}`);
    if (bench.clock.now().toString() >= BUREAUS_NEEDED_FROM) await bureausAnswer(bench, applicationId!);
  }
  return applicationId!;
}

type Decided = Partial<Omit<DecideApplication, 'amount'>> & { readonly amount?: string };

export const decide = (bench: LoanBench, applicationId: string, { amount, ...decision }: Decided = {}) => {
  const offered = amount ? { amount, currency: 'RUB' } : null;
  return bench.execute(decideApplication, { applicationId, kind: 'APPROVED', amount: offered, termDays: null, grounds: [], ...decision });
};

/** The standing individual terms: row, content and hash. */
export async function termsOf(bench: LoanBench, applicationId: string) {
  const [row] = await bench.sql<{ id: string; status: string; sha256: string; content: Buffer; edition_id: string }>(
    `select d.id, d.status, encode(d.sha256, 'hex') as sha256, d.content, d.edition_id from core.document d
     join ru_mfo.application a on a.terms_document_id = d.id where a.application_id = $1`,
    [applicationId],
  );
  return { ...row!, text: JSON.stringify(JSON.parse(bench.open(row!.content, 'core.document', row!.id, 'content'))) };
}

export async function accept(
  bench: LoanBench,
  clientId: string,
  applicationId: string,
  choice: AcceptIndividualTerms['choice'] = 'WITHOUT_INSURANCE',
) {
  const { sha256 } = await termsOf(bench, applicationId);
  return bench.execute(acceptIndividualTerms, { applicationId, documentSha256: sha256, choice }, bench.client(clientId));
}

/** Orders the money and books the partner's answer at the clock's moment. */
export async function transfer(bench: LoanBench, contractId: string) {
  const { transferId, findings } = await bench.execute(orderTransfer, { contractId });
  if (!transferId) return { findings };
  const at = new Date(bench.clock.now().epochMilliseconds);
  return bench.execute(settleTransfer, {
    transferId,
    outcome: { state: 'SETTLED', partner: 'sandbox', partnerOperationId: `op-${transferId}`, at },
  });
}

export const codesOf = ({ findings = [] }: { findings?: readonly { code: string }[] }): string[] => findings.map(({ code }) => code);
