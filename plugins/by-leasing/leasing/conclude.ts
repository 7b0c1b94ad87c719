import { type ApplicationRecord, guard, transition } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { acceptContract, concludeContract } from '../../../modules/contracts';
import { enforce } from '../../../modules/rules';
import { accountOf, phoneOf } from '../accounts/account.record';
import { keepDealContact } from '../accounts/deal-contacts';
import { partyOf } from '../accounts/party';
import { cite } from '../cite';
import type { LeasingDocumentRecord } from '../documents/document.record';
import { openFilling } from '../documents/filled-fields';
import { latestAtMsi } from '../identification/identification.record';
import { openPerson } from '../identification/vault';
import { rulesToday } from '../judge';
import { termsOfPayments } from './terms';

/**
 * Both parties signed the leasing contract and it came back: it is concluded at this moment, on the terms that stand in it. The locked
 * application goes through SIGNED to CONCLUDED; the lender's signature came first, so that nothing else is waited for.
 */
export async function concludeLeasing(
  context: CommandContext,
  application: ApplicationRecord,
  document: LeasingDocumentRecord,
): Promise<void> {
  await guard(context, application, 'SIGN');
  const { payments = [] } = openFilling(context, document.id, document.fieldsEnc);
  const terms = termsOfPayments(payments, application.currency, context.today);
  const signed = await transition(context, application, 'SIGN', { clause: enforce(cite('by-leasing/3.13.6')) });
  const contract = await acceptContract(context, signed, terms);
  await concludeContract(context, contract, {
    at: context.now,
    on: context.today,
    editionId: rulesToday(context).edition?.id ?? null,
    terms,
    // What is owed arises from the signed document: no money goes to the client.
    transferId: document.coreDocumentId!,
  });
  await keepContact(context, application, contract.number);
  await transition(context, signed, 'CONCLUDE', { clause: enforce(cite('by-leasing/7.8')) });
}

/** The number of the cabinet is the contact number of the deal: its party registers by it, and by no other (4.2). */
async function keepContact(context: CommandContext, { clientId }: ApplicationRecord, dealNumber: string): Promise<void> {
  const account = await accountOf(context, clientId);
  if (!account) return;
  const { profile } = await readClient(context, clientId);
  const found = await latestAtMsi(context, clientId);
  const person = found && openPerson(context, 'identification_record', found.id, found.personEnc);
  const party = { ...partyOf(account.kind, profile), personalNumber: person?.personalNumber };
  await keepDealContact(context, party, dealNumber, phoneOf(context, account));
}
