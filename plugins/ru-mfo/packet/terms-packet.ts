import type { ApplicationRecord } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import { readLoanApplication } from '../application/loan-application.record';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { formPacketDocuments } from './form-documents';
import { formPacket, type PacketPart, voidPackets } from './form-packet';

/**
 * Forms the packet of the standing individual terms, with the documents that go with them; an earlier one that is not signed is void.
 * `null` where this lender's terms are accepted otherwise.
 */
export async function formTermsPacket(
  context: CommandContext,
  application: ApplicationRecord,
  optional: readonly PacketPart[] = [],
): Promise<string | null> {
  const kinds = rules.read(rulesToday(context), 'packet.terms.documents');
  const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
  if (!kinds || !own?.termsDocumentId) return null;
  await voidPackets(context, { applicationId: application.id }, 'TERMS');
  const documents = await formPacketDocuments(context, application, kinds.value);
  // Advertising is offered at this stage, and never demanded.
  const offered = perform(context.lender.code, 'advertising.offered').length > 0 ? ['ADVERTISING_CONSENT'] : [];
  const extra = await formPacketDocuments(context, application, offered);
  const required = kinds.value.includes('INDIVIDUAL_TERMS') ? [{ id: own.termsDocumentId }, ...documents] : documents;
  return formPacket(context, {
    kind: 'TERMS',
    clientId: application.clientId,
    applicationId: application.id,
    parts: [
      ...required.map((document) => ({ document, required: true })),
      ...extra.map((document) => ({ document, required: false })),
      ...optional,
    ],
  });
}
