import { type ClientDetails, type ClientProfile, updateProfile } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { statement, uuidv7 } from '../../../modules/database';
import { enforce } from '../../../modules/rules';
import { cite } from '../cite';
import { momentOf } from '../judge';
import type { MsiPerson } from '../msi';
import type { IdentificationSource } from './identification-status';
import { DataVersionEntity } from './kept.entity';
import { openPerson, sealPerson } from './vault';

const latest = statement<{ id: string; no: number; personEnc: Buffer }>(
  'by_leasing_data_version_latest',
  'select id, no, person_enc as "personEnc" from by_leasing.data_version where client_id = $1 order by no desc limit 1',
);

/** One spelling of one name: letters' case, ё, hyphens' spaces and double spaces make no other person. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
export const sameText = (one: string, other: string): boolean => plain(one) === plain(other);

/** Names of the fields in which data differ from those that the client gave; what was not given does not differ. */
export function differingFields(given: ClientProfile, person: MsiPerson): string[] {
  const pairs = { familyName: person.familyName, givenName: person.givenName, patronymic: person.patronymic, birthDate: person.birthDate };
  return Object.entries(pairs).flatMap(([field, confirmed]) => {
    const own = given[field as keyof typeof pairs];
    return own && confirmed && !sameText(own, confirmed) ? [field] : [];
  });
}

/** The person's data as far as the core keeps them; for a legal entity they are its representative's, and nothing is kept there. */
export function profileOf({ kind, profile }: Pick<ClientDetails, 'kind' | 'profile'>, person: MsiPerson): ClientProfile | null {
  if (kind === 'LEGAL_ENTITY') return null;
  const { familyName, givenName, patronymic, birthDate, citizenship, address } = person;
  const others = (profile.addresses ?? []).filter((one) => one.kind !== 'RESIDENCE');
  return {
    familyName,
    givenName,
    patronymic,
    birthDate,
    citizenship,
    addresses: [{ kind: 'RESIDENCE', country: 'BY', text: address }, ...others],
  };
}

export interface Confirmed {
  readonly client: ClientDetails;
  readonly identificationId: string;
  readonly source: IdentificationSource;
  readonly person: MsiPerson;
}

/**
 * Keeps the confirmed data as the next version when they differ from the last, with the day of change and of notice (by-leasing 9.2.3).
 * What came through МСИ counts as written notice (12.4). Answers the names of the fields that changed.
 */
export async function keepDataVersion(context: CommandContext, { client, identificationId, source, person }: Confirmed): Promise<string[]> {
  const [before] = await context.transaction.query(latest, [client.id]);
  const fields = before ? changedFields(openPerson(context, 'data_version', before.id, before.personEnc), person) : Object.keys(person);
  if (fields.length === 0) return fields;
  enforce(cite('by-leasing/9.2.3/update'));
  if (source === 'MSI') enforce(cite('by-leasing/12.4'));
  const id = uuidv7(context.now.epochMilliseconds);
  await context.transaction.insert(DataVersionEntity, {
    lenderId: context.lender.id,
    id,
    clientId: client.id,
    no: (before?.no ?? 0) + 1,
    source,
    identificationId,
    fields,
    personEnc: sealPerson(context, 'data_version', id, person),
    changedOn: person.changedOn,
    notifiedAt: momentOf(context),
    writtenNotice: source === 'MSI',
  });
  const profile = profileOf(client, person);
  if (profile) await updateProfile(context, client.id, profile);
  return fields;
}

/** When the data changed says nothing of the data themselves. */
const changedFields = (before: MsiPerson, now: MsiPerson): string[] =>
  (Object.keys(now) as (keyof MsiPerson)[]).filter(
    (key) => key !== 'changedOn' && JSON.stringify(before[key]) !== JSON.stringify(now[key]),
  );
