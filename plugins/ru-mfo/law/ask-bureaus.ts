import type { GraphContext } from '../../../modules/commands';
import { type Finding, formFinding } from '../../../modules/rules';
import { creditBureauPort } from '../bureau';
import { bookReport, type OpenInquiry, openInquiry } from './inquiry.commands';

/**
 * Asks the credit bureaus about an applicant and keeps their answer: the inquiry is noted, the call goes out between two
 * transactions, the answer is booked. A call that fails leaves the inquiry open, to be asked again.
 */
export async function askBureaus(
  context: GraphContext,
  input: OpenInquiry,
): Promise<{ readonly applicationId?: string; readonly findings?: readonly Finding[] }> {
  const { request, applicationId, findings } = await context.execute(openInquiry, input);
  if (!request) return { findings };
  const outcome = await context.ports
    .get(creditBureauPort)
    .report(request)
    // The bureau's own words may repeat names and numbers: only that it failed is told.
    .catch(() => null);
  if (!outcome) return { applicationId, findings: [formFinding('RU_MFO_BUREAUS_UNREACHABLE', ['input'])] };
  return context.execute(bookReport, { inquiryId: request.id, outcome });
}
