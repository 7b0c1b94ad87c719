import type { ClientKind } from '../../../modules/clients';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { fieldAad, fieldCipherPort, loader, statement } from '../../../modules/database';
import { findingOf } from '../../../modules/rules';
import { cite } from '../cite';
import { momentOf } from '../judge';
import { tieIdentification } from '../participants/participant.record';
import type { AccountStatus, IdentificationSource, Path } from './vocabulary';

export interface AccountRecord {
  readonly id: string;
  readonly clientId: string;
  readonly kind: ClientKind;
  readonly status: AccountStatus;
  readonly path: Path | null;
  readonly pathChosenAt: Date | null;
  readonly phoneEnc: Buffer;
  readonly phoneIndex: Buffer;
  readonly unpIndex: Buffer | null;
  readonly procedureVersion: string;
  readonly policyVersion: string | null;
  readonly registeredAt: Date;
  readonly identifiedAt: Date | null;
  readonly identifiedBy: Path | null;
  readonly identifiedThrough: IdentificationSource | null;
  readonly identificationId: string | null;
  readonly endedAt: Date | null;
}

const columns = `id, client_id as "clientId", kind, status, path, path_chosen_at as "pathChosenAt", phone_enc as "phoneEnc",
  phone_index as "phoneIndex", unp_index as "unpIndex", procedure_version as "procedureVersion", policy_version as "policyVersion",
  registered_at as "registeredAt", identified_at as "identifiedAt", identified_by as "identifiedBy",
  identified_through as "identifiedThrough", identification_id as "identificationId", ended_at as "endedAt"`;

export const readAccounts = statement<AccountRecord>(
  'by_leasing_accounts_by_client',
  `select ${columns} from by_leasing.account where client_id = any($1)`,
);

export const accountByClient = loader(readAccounts, (row) => row.clientId);

const lockRow = statement<AccountRecord>(
  'by_leasing_account_lock',
  `select ${columns} from by_leasing.account where client_id = $1 for update`,
);
const byPhone = statement<AccountRecord>(
  'by_leasing_account_by_phone',
  `select ${columns} from by_leasing.account where phone_index = $1 and status <> 'DELETED'`,
);
const writeIdentified = statement<never>(
  'by_leasing_account_identified',
  `update by_leasing.account set identified_at = $2, identified_by = $3, identified_through = $4, identification_id = $5 where id = $1`,
);
const writePath = statement<never>('by_leasing_account_path', 'update by_leasing.account set path = $2, path_chosen_at = $3 where id = $1');
const writePhone = statement<never>(
  'by_leasing_account_phone',
  'update by_leasing.account set phone_enc = $2, phone_index = $3 where id = $1',
);
const writeStatus = statement<never>('by_leasing_account_status', 'update by_leasing.account set status = $2, ended_at = $3 where id = $1');

/** Blind index of a login; `phone` in E.164. */
export const loginIndex = (context: CommandContext, phone: string): Buffer =>
  context.ports.get(fieldCipherPort).blindIndex(phone, `${context.lender.id}/by_leasing.account/phone`);

export const unpIndexOf = (context: CommandContext, unp: string): Buffer =>
  context.ports.get(fieldCipherPort).blindIndex(unp, `${context.lender.id}/by_leasing.account/unp`);

const phoneAad = (lenderId: string, id: string) => fieldAad({ lenderId, table: 'by_leasing.account', id, column: 'phone' });

export const sealLogin = (context: CommandContext, id: string, phone: string) => ({
  phoneEnc: context.ports.get(fieldCipherPort).encrypt(phone, phoneAad(context.lender.id, id)),
  phoneIndex: loginIndex(context, phone),
});

/** The account's phone number in E.164. */
export const phoneOf = (
  context: Pick<CommandContext, 'ports' | 'lender'>,
  { id, phoneEnc }: Pick<AccountRecord, 'id' | 'phoneEnc'>,
): string => context.ports.get(fieldCipherPort).decrypt(phoneEnc, phoneAad(context.lender.id, id)).toString('utf8');

/** A client's account, locked until the transaction ends. @throws Refusal BY_LEASING_ACCOUNT_REQUIRED for somebody without one */
export async function lockAccount(context: CommandContext, clientId: string): Promise<AccountRecord> {
  const [account] = await context.transaction.query(lockRow, [clientId]);
  if (!account) throw new Refusal([findingOf('BY_LEASING_ACCOUNT_REQUIRED', cite('by-leasing/3.5/p1'), {}, { path: ['input'] })]);
  return account;
}

/** A client's account; null for a client of another plugin. */
export async function accountOf(context: CommandContext, clientId: string): Promise<AccountRecord | null> {
  return (await context.transaction.query(readAccounts, [[clientId]]))[0] ?? null;
}

/** The account that a mobile number opens; null without one. */
export async function accountByPhone(context: CommandContext, phone: string): Promise<AccountRecord | null> {
  return (await context.transaction.query(byPhone, [loginIndex(context, phone)]))[0] ?? null;
}

export interface Identified {
  readonly by: Path;
  readonly through: IdentificationSource;
  /** Row of the identification. */
  readonly identificationId: string;
}

/** Notes that the client of a locked account was identified now: windows run from this moment. */
export async function setIdentified(context: CommandContext, account: AccountRecord, identified: Identified): Promise<AccountRecord> {
  const { by, through, identificationId } = identified;
  await context.transaction.query(writeIdentified, [account.id, momentOf(context), by, through, identificationId]);
  await tieIdentification(context, account.clientId, identificationId);
  return { ...account, identifiedAt: momentOf(context), identifiedBy: by, identifiedThrough: through, identificationId };
}

export async function setPath(context: CommandContext, account: AccountRecord, path: Path): Promise<AccountRecord> {
  await context.transaction.query(writePath, [account.id, path, momentOf(context)]);
  return { ...account, path, pathChosenAt: momentOf(context) };
}

export async function setLogin(context: CommandContext, account: AccountRecord, phone: string): Promise<void> {
  const { phoneEnc, phoneIndex } = sealLogin(context, account.id, phone);
  await context.transaction.query(writePhone, [account.id, phoneEnc, phoneIndex]);
}

export async function setAccountStatus(context: CommandContext, account: AccountRecord, status: AccountStatus): Promise<void> {
  await context.transaction.query(writeStatus, [account.id, status, momentOf(context)]);
}
