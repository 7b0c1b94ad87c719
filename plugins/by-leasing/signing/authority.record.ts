import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import type { DocumentKind } from '../documents/kinds';
import type { LeasingAuthorityEntity } from './authority.entity';

export type AuthorityRecord = Readonly<Omit<LeasingAuthorityEntity, 'lenderId'>>;

const columns = `id, client_id as "clientId", officer, person_index as "personIndex", name_enc as "nameEnc", position, basis,
  basis_number as "basisNumber", scope, valid_from::text as "validFrom", valid_to::text as "validTo", recorded_by as "recordedBy",
  recorded_at as "recordedAt", ended_at as "endedAt"`;
const read = (name: string, where: string) =>
  statement<AuthorityRecord>(
    `by_leasing_authorities_${name}`,
    `select ${columns} from by_leasing.signing_authority where ${where} order by recorded_at, id`,
  );

const ofOfficer = read('of_officer', 'officer = $1 and client_id is null');
const ofClient = read('of_client', 'client_id = any($1)');
const end = statement<{ id: string }>(
  'by_leasing_authority_end',
  'update by_leasing.signing_authority set ended_at = $2 where id = $1 and ended_at is null returning id',
);

export const authoritiesOfOfficer = (context: CommandContext, officer: string) => context.transaction.query(ofOfficer, [officer]);
export const authoritiesOfClient = (context: CommandContext, clientId: string) => context.transaction.query(ofClient, [[clientId]]);
export const endAuthorityRow = async (context: CommandContext, id: string): Promise<boolean> =>
  (await context.transaction.query(end, [id, new Date(context.now.epochMilliseconds)])).length > 0;

/** Whether an authority is in force today and covers documents of this kind. */
export function covers(authority: AuthorityRecord, kind: DocumentKind, today: string): boolean {
  const { scope, validFrom, validTo, endedAt } = authority;
  return endedAt === null && validFrom <= today && (validTo === null || today <= validTo) && (scope === null || scope.includes(kind));
}

/** The authority of the person whose certificate signed, for documents of this kind, today; undefined where there is none. */
export const authorityFor = (
  authorities: readonly AuthorityRecord[],
  personIndex: Buffer | null,
  kind: DocumentKind,
  today: string,
): AuthorityRecord | undefined =>
  authorities.find((one) => personIndex !== null && one.personIndex.equals(personIndex) && covers(one, kind, today));
