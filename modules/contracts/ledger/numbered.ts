import { uuidv7 } from '../../database';
import type { NewPosting } from './ledger.record';

/** A posting without its place in the ledger. */
export type UnplacedPosting = Omit<NewPosting, 'contractId' | 'clientId' | 'no' | 'id'>;

/** A posting at its place; ids of one moment sort in the order of posting. */
export function numbered(
  line: UnplacedPosting,
  contract: { readonly id: string; readonly clientId: string },
  no: number,
  at: number,
): NewPosting {
  const id = uuidv7(at);
  const place = (no & 0xfff).toString(16).padStart(3, '0');
  return { ...line, contractId: contract.id, clientId: contract.clientId, no, id: `${id.slice(0, 15)}${place}${id.slice(18)}` };
}
