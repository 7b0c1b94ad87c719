import type { CommandContext } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import type { Ports } from '../../../schema/base';

type Scope = { readonly ports: Ports; readonly lender: Pick<CommandContext['lender'], 'id'> };

const aad = (lenderId: string, table: string, id: string, column: string) =>
  fieldAad({ lenderId, table: `by_pledge.${table}`, id, column });

/** Encrypts a personal value of a row of this plugin. */
export const seal = ({ ports, lender }: Scope, table: string, id: string, column: string, value: string): Buffer =>
  ports.get(fieldCipherPort).encrypt(value, aad(lender.id, table, id, column));

/** Opens what `seal` made; null stays null. */
export const open = ({ ports, lender }: Scope, table: string, id: string, column: string, sealed: Buffer | null): string | null =>
  sealed &&
  ports
    .get(fieldCipherPort)
    .decrypt(sealed, aad(lender.id, table, id, column))
    .toString('utf8');
