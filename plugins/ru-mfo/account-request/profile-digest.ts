import type { CommandContext } from '../../../modules/commands';
import { fieldCipherPort } from '../../../modules/database';
import type { Borrower } from '../packet';

/** Keyed digest of what a request tells of its borrower: another digest is another profile. */
export const profileDigest = (context: CommandContext, borrower: Borrower): Buffer =>
  context.ports.get(fieldCipherPort).digest(JSON.stringify(borrower), `${context.lender.id}/ru-mfo/request`);
