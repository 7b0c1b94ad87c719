import type { CommandContext, GraphContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import { type FieldSpec, isSoundValue } from './field-specs';
import type { FieldOrigin } from './kinds';

/** One value as it stands in a document, and where it came from. */
export interface FilledField {
  readonly name: string;
  readonly value: string;
  readonly origin: FieldOrigin;
  /** When the client marked a value that was filled in for it as current; UTC, ISO 8601. */
  readonly confirmedAt: string | null;
}

/** A lease payment of a contract's schedule: the part that pays back the price, and the lessor's reward. Decimal strings, BYN. */
export interface LeasePayment {
  readonly dueOn: string;
  readonly principal: string;
  readonly reward: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SUM = /^\d{1,13}\.\d{2}$/;

/** Whether a lease payment has a day and two sums of two places. */
export const isSoundPayment = ({ dueOn, principal, reward }: LeasePayment): boolean =>
  DAY.test(dueOn) && SUM.test(principal) && SUM.test(reward);

/** What is filled into a document. */
export interface Filling {
  readonly fields: readonly FilledField[];
  readonly payments?: readonly LeasePayment[];
}

type Vault = Pick<GraphContext | CommandContext, 'ports'> & { readonly lender: { readonly id: string } | null };
const aad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'by_leasing.document', id, column: 'fields' });

export const sealFilling = ({ ports, lender }: Vault, id: string, filling: Filling): Buffer =>
  ports.get(fieldCipherPort).encrypt(JSON.stringify(filling), aad(lender!.id, id));

export const openFilling = ({ ports, lender }: Vault, id: string, sealed: Buffer): Filling =>
  JSON.parse(ports.get(fieldCipherPort).decrypt(sealed, aad(lender!.id, id)).toString('utf8')) as Filling;

/** Names of required values that are missing, and of values that cannot stand where they are. */
export const missingOf = (specs: readonly FieldSpec[], { fields }: Filling): readonly string[] => {
  const given = new Map(fields.map(({ name, value }) => [name, value]));
  return specs
    .filter((spec) => (given.has(spec.name) ? !isSoundValue(spec, given.get(spec.name)!) : spec.required))
    .map(({ name }) => name);
};

/** Names of values that were filled in for the client and do not yet bear its mark. */
export const unconfirmedOf = ({ fields }: Filling): readonly string[] =>
  fields.filter(({ origin, confirmedAt }) => origin === 'AUTO_FILLED' && confirmedAt === null).map(({ name }) => name);
