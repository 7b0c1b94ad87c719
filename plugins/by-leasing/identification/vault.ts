import type { CommandContext } from '../../../modules/commands';
import { fieldCipherPort } from '../../../modules/database';
import type { MsiPerson, MsiSecrets } from '../msi';
import { openText, sealText } from '../sealed-text';

type Vault = Pick<CommandContext, 'ports'> & { readonly lender: { readonly id: string } };

const RECORD = 'by_leasing.identification_record';

export const sealPerson = (vault: Vault, table: 'identification_record' | 'data_version', id: string, person: MsiPerson): Buffer =>
  sealText(vault, { table: `by_leasing.${table}`, id, column: 'person' }, JSON.stringify(person));

export const openPerson = (vault: Vault, table: 'identification_record' | 'data_version', id: string, sealed: Buffer): MsiPerson =>
  JSON.parse(openText(vault, { table: `by_leasing.${table}`, id, column: 'person' }, sealed)) as MsiPerson;

export const sealGrant = (vault: Vault, id: string, grant: string): Buffer =>
  sealText(vault, { table: RECORD, id, column: 'grant' }, grant);
export const openGrant = (vault: Vault, id: string, sealed: Buffer): string =>
  openText(vault, { table: RECORD, id, column: 'grant' }, sealed);

export const sealSecrets = (vault: Vault, id: string, secrets: MsiSecrets): Buffer =>
  sealText(vault, { table: 'by_leasing.identification', id, column: 'secrets' }, JSON.stringify(secrets));

export const openSecrets = (vault: Vault, id: string, sealed: Buffer): MsiSecrets =>
  JSON.parse(openText(vault, { table: 'by_leasing.identification', id, column: 'secrets' }, sealed)) as MsiSecrets;

export const sealXml = (vault: Vault, table: 'identification_record' | 'operation_evidence', id: string, xml: string): Buffer =>
  sealText(vault, { table: `by_leasing.${table}`, id, column: 'xml' }, xml);

export const openXml = (vault: Vault, table: 'identification_record' | 'operation_evidence', id: string, sealed: Buffer): string =>
  openText(vault, { table: `by_leasing.${table}`, id, column: 'xml' }, sealed);

/** By which one person is told from another without being read. */
export const personIndex = ({ ports, lender }: Vault, personalNumber: string): Buffer =>
  ports.get(fieldCipherPort).blindIndex(personalNumber, `${lender.id}/by_leasing.identification/person`);

/** Keyed digest of what names an answer of МСИ, and of what its browser holds. */
export const answerDigest = ({ ports, lender }: Vault, part: 'state' | 'browser', value: string): Buffer =>
  ports.get(fieldCipherPort).digest(value, `${lender.id}/by_leasing.identification/${part}`);
