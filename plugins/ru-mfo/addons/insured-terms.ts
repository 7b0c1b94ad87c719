import type { ApplicationRecord } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import type { ContractTerms } from '../../../modules/contracts';
import { type DocumentRecord, lockDocument, voidDocument } from '../../../modules/documents';
import { readInsuredTerms } from './addon.record';
import { InsuredTermsEntity } from './insured-terms.entity';

/** Keeps the half of the offer that the button with insurance accepts. */
export async function keepInsuredTerms(
  context: CommandContext,
  application: Pick<ApplicationRecord, 'id' | 'clientId'>,
  document: Pick<DocumentRecord, 'id'>,
  terms: ContractTerms,
): Promise<void> {
  await context.transaction.insert(InsuredTermsEntity, {
    lenderId: context.lender.id,
    applicationId: application.id,
    clientId: application.clientId,
    documentId: document.id,
    terms,
  });
}

/** The half of the offer with insurance was not accepted: it takes no effect. */
export async function voidInsuredTerms(context: CommandContext, applicationId: string): Promise<void> {
  const [insured] = await context.transaction.query(readInsuredTerms, [[applicationId]]);
  if (!insured) return;
  const { status } = await lockDocument(context, insured.documentId);
  if (status === 'PUBLISHED') await voidDocument(context, insured.documentId);
}
