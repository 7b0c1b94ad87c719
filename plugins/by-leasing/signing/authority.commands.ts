import { clientById } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, formFinding } from '../../../modules/rules';
import { cite } from '../cite';
import type { DocumentKind } from '../documents/kinds';
import { personIndex } from '../identification/vault';
import { isPersonalNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { momentOf, whoOf } from '../judge';
import { sealText } from '../sealed-text';
import { type AuthorityBasis, LeasingAuthorityEntity } from './authority.entity';
import { endAuthorityRow } from './authority.record';

export interface RecordAuthority {
  /** Subject of the officer's token, for an authority to sign for the lender. */
  readonly officer: string | null;
  /** The client, for an authority to sign for a client. */
  readonly clientId: string | null;
  readonly name: string;
  /** Идентификационный номер, as the person's certificate carries it. */
  readonly personalNumber: string;
  readonly position: string;
  readonly basis: AuthorityBasis;
  readonly basisNumber: string | null;
  /** Kinds of documents; null: all. */
  readonly scope: readonly DocumentKind[] | null;
  /** Days, ISO 8601, both included. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface AuthorityResult extends CommandResult {
  readonly authorityId?: string;
}

const WORDS = /^[^\p{C}]{1,200}$/u;

/** Records who may put a digital signature for the lender (agreement, 3.11; never the caller) or for a client (3.14.2). */
export const recordAuthority = defineCommand<RecordAuthority, AuthorityResult>({
  name: 'byLeasingRecordSigningAuthority',
  plugin: PLUGIN,
  emits: [],
  async run(input, context) {
    const { officer, clientId, name, personalNumber, position, basis, basisNumber, scope, validFrom, validTo } = input;
    const invalid = (field: string) => new Refusal([formFinding('BY_LEASING_AUTHORITY_INVALID', ['input', field], { field })]);
    if ((officer === null) === (clientId === null)) throw invalid('officer');
    // Whoever signs for the lender must not be who says so.
    if (officer !== null && officer === context.caller.subject)
      throw new Refusal([formFinding('BY_LEASING_AUTHORITY_OWN', ['input', 'officer'])]);
    if (clientId && (await context.transaction.query(clientById.statement, [[clientId]])).length === 0) throw invalid('clientId');
    if (!isPersonalNumber(personalNumber)) throw invalid('personalNumber');
    if (!WORDS.test(name)) throw invalid('name');
    if (!WORDS.test(position)) throw invalid('position');
    if (basis !== 'CHARTER' && !WORDS.test(basisNumber ?? '')) throw invalid('basisNumber');
    if (validTo !== null && validTo < validFrom) throw invalid('validTo');
    enforce(cite('by-leasing/3.11/p1/authorised-officer'));
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(LeasingAuthorityEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      officer,
      personIndex: personIndex(context, personalNumber),
      nameEnc: sealText(context, { table: 'by_leasing.signing_authority', id, column: 'name' }, name),
      position,
      basis,
      basisNumber,
      scope: scope && [...scope],
      validFrom,
      validTo,
      recordedBy: whoOf(context),
      recordedAt: momentOf(context),
      endedAt: null,
    });
    context.audit({ authorityId: id, officer, clientId });
    return { authorityId: id };
  },
});

/** An authority was withdrawn: what was signed by it stands, nothing more is. */
export const endAuthority = defineCommand<{ readonly authorityId: string }, AuthorityResult>({
  name: 'byLeasingEndSigningAuthority',
  plugin: PLUGIN,
  emits: [],
  async run({ authorityId }, context) {
    if (!(await endAuthorityRow(context, authorityId)))
      throw new Refusal([formFinding('BY_LEASING_AUTHORITY_UNKNOWN', ['input', 'authorityId'])]);
    context.audit({ authorityId });
    return { authorityId };
  },
});
