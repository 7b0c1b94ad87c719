import type { CommandContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import type { CreditReport } from '../bureau';

const aadOf = (lenderId: string, inquiryId: string) =>
  fieldAad({ lenderId, table: 'ru_mfo.bureau_inquiry', id: inquiryId, column: 'report' });

export function sealReport(context: CommandContext, inquiryId: string, report: CreditReport): Buffer {
  return context.ports.get(fieldCipherPort).encrypt(JSON.stringify(report), aadOf(context.lender.id, inquiryId));
}

export function openReport(
  context: Pick<CommandContext, 'ports'> & { readonly lender: { readonly id: string } },
  inquiryId: string,
  sealed: Buffer,
): CreditReport {
  const text = context.ports.get(fieldCipherPort).decrypt(sealed, aadOf(context.lender.id, inquiryId)).toString('utf8');
  const report = JSON.parse(text) as CreditReport & { readonly madeAt: string };
  return { ...report, madeAt: new Date(report.madeAt) };
}
