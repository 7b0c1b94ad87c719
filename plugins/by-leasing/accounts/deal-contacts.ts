import { type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { fieldCipherPort, statement, uuidv7 } from '../../../modules/database';
import { enforce, type Finding, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { isPersonalNumber, mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { momentOf, refuse, whoOf } from '../judge';
import { loginIndex } from './account.record';
import { type ContactBasis, DealContactEntity } from './deal-contact.entity';
import { type Party, partyKey } from './party';

interface ContactRow {
  readonly dealNumber: string | null;
  readonly phoneIndex: Buffer;
}

const columns = 'deal_number as "dealNumber", phone_index as "phoneIndex"';
const byParty = statement<ContactRow>(
  'by_leasing_deal_contacts',
  `select ${columns} from by_leasing.deal_contact where party_index = $1 order by recorded_at desc, id desc`,
);
// Few come here: only who has deals. A number recorded for a deal is the deal's, whichever way its party was named.
const byDeals = statement<ContactRow>(
  'by_leasing_deal_contacts_of_deals',
  `select ${columns} from by_leasing.deal_contact where deal_number = any($1) order by recorded_at desc, id desc`,
);

/** By which a party's deals are found: the first is by what everybody gives, the second by the personal number. */
function partyIndexes(context: CommandContext, party: Party): Buffer[] {
  const { kind, personalNumber } = party;
  const index = (key: string, of: 'name' | 'unp' | 'person') =>
    context.ports.get(fieldCipherPort).blindIndex(key, `${context.lender.id}/by_leasing.deal_contact/${of}`);
  if (kind !== 'INDIVIDUAL') return [index(partyKey(party) ?? '', 'unp')];
  const byName = index(partyKey(party) ?? '', 'name');
  return personalNumber ? [byName, index(personalNumber, 'person')] : [byName];
}

/**
 * Whether somebody with deals, past or present, registers by the contact number of one of them: found by the personal number where it is
 * known, else by УНП or name. `phone` in E.164.
 */
export async function contactFinding(context: CommandContext, party: Party, phone: string): Promise<Finding | null> {
  const rows = await context.transaction.query(byParty, [partyIndexes(context, party).at(-1)!]);
  const index = loginIndex(context, phone);
  const own = (row: ContactRow) => row.phoneIndex.equals(index);
  const numbers = [...new Set(rows.flatMap(({ dealNumber }) => dealNumber ?? []))];
  const contacts = numbers.length > 0 ? await context.transaction.query(byDeals, [numbers]) : [];
  const deals = new Map(contacts.toReversed().flatMap((row) => (row.dealNumber ? [[row.dealNumber, row] as const] : [])));
  const namesake = rows.some((row) => row.dealNumber === null && own(row));
  const matches = deals.size === 0 || namesake || [...deals.values()].some(own);
  const clauses = [cite('by-leasing/4.2/p3'), cite('by-leasing/4.2/p4')];
  return uphold(clauses, matches, 'BY_LEASING_PHONE_CONTACT_MISMATCH', {}, { path: ['input', 'phone'] });
}

/** Keeps the contact number of a deal; `dealNumber` null: the number of somebody else of the same name. */
export async function keepDealContact(context: CommandContext, party: Party, dealNumber: string | null, phone: string): Promise<void> {
  const basis: ContactBasis = dealNumber === null ? 'ANOTHER_PERSON' : 'DEAL';
  for (const index of partyIndexes(context, party))
    await context.transaction.insert(DealContactEntity, {
      lenderId: context.lender.id,
      id: uuidv7(context.now.epochMilliseconds),
      basis,
      dealNumber,
      partyIndex: index,
      phoneIndex: loginIndex(context, phone),
      recordedBy: whoOf(context),
      recordedAt: momentOf(context),
    });
}

export interface RecordContact extends Party {
  /** Number of the deal whose contact number this is; null: an officer found that the number is another person's of the same name. */
  readonly dealNumber: string | null;
  readonly phone: string;
}

/** An officer records the contact number of a deal, the first or another one: then its party may register by it. */
export const recordContact = defineCommand<RecordContact, CommandResult>({
  name: 'byLeasingRecordContact',
  plugin: PLUGIN,
  emits: [],
  async run({ dealNumber, phone, ...party }, context) {
    const number = mobileNumber(phone);
    const missing = party.kind === 'INDIVIDUAL' ? 'SURNAME, FIRST_NAME' : 'UNP';
    refuse(
      number ? null : formFinding('BY_LEASING_PHONE_NOT_BELARUSIAN', ['input', 'phone']),
      partyKey(party) ? null : formFinding('BY_LEASING_REGISTRATION_FIELD_MISSING', ['input'], { missing }),
      !party.personalNumber || isPersonalNumber(party.personalNumber)
        ? null
        : formFinding('BY_LEASING_PERSONAL_NUMBER_INVALID', ['input', 'personalNumber']),
      dealNumber === null || dealNumber.trim()
        ? null
        : formFinding('BY_LEASING_REFERENCE_REQUIRED', ['input', 'dealNumber'], { missing: 'dealNumber' }),
    );
    enforce(cite('by-leasing/4.2/p4'));
    await keepDealContact(context, party, dealNumber?.trim() ?? null, number!);
    context.audit({ deal: dealNumber });
    return {};
  },
});
