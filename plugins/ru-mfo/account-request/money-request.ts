import { type CommandContext, Refusal } from '../../../modules/commands';
import type { ContractRecord } from '../../../modules/contracts';
import { uuidv7 } from '../../../modules/database';
import { formDocument, lockDocument, voidDocument } from '../../../modules/documents';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { borrowerLines, borrowerOf } from '../packet';
import type { LockedMoneyRequest } from './money-request.record';
import { profileDigest } from './profile-digest';
import type { MoneyRequestData, topUpApplication } from './request-documents';

export const newRequestId = (context: CommandContext): string => uuidv7(context.now.epochMilliseconds);

/** Forms the application for money from the profile of now and the client's wish, and publishes it: it can be read before it is signed. */
export async function formMoneyRequest(
  context: CommandContext,
  contract: ContractRecord,
  template: typeof topUpApplication,
  wish: Pick<MoneyRequestData, 'amount' | 'payoutMethod' | 'payoutMask'>,
): Promise<{ readonly documentId: string; readonly profileDigest: Buffer }> {
  const borrower = await borrowerOf(context, contract.clientId);
  const document = await formDocument(context, {
    plugin: PLUGIN,
    template,
    values: {
      ...wish,
      contract: contract.number,
      formedOn: context.today.toString(),
      lender: context.lender.legalName,
      borrower: borrowerLines(borrower),
    },
    clientId: contract.clientId,
    applicationId: contract.applicationId,
    contractId: contract.id,
    editionId: contract.editionId,
    form: 'ELECTRONIC_FORM',
    publish: true,
  });
  return { documentId: document.id, profileDigest: profileDigest(context, borrower) };
}

/** Takes a request's document back, unless it was signed. */
export async function voidRequestDocument(context: CommandContext, documentId: string): Promise<void> {
  const document = await lockDocument(context, documentId);
  if (document.status === 'PUBLISHED' || document.status === 'DRAFT') await voidDocument(context, documentId);
}

/** Whether the profile says something else than the request that was formed from it. */
export async function isProfileChanged(context: CommandContext, clientId: string, digest: Buffer): Promise<boolean> {
  return !profileDigest(context, await borrowerOf(context, clientId)).equals(digest);
}

export const requestNotFound = (path: string) => new Refusal([formFinding('RU_MFO_REQUEST_NOT_FOUND', ['input', path])]);

export const requestClosed = (path: string, { status }: Pick<LockedMoneyRequest<string>, 'status'>) =>
  new Refusal([formFinding('RU_MFO_REQUEST_CLOSED', ['input', path], { status })]);
