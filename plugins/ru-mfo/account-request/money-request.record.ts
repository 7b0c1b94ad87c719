import { loader, pageLoader, statement } from '../../../modules/database';
import type { PayoutMethod } from '../application/loan-application.entity';

/** What tranches and additional sums have in common, as commands and resolvers read it. */
export interface MoneyRequestRecord<Status extends string> {
  readonly id: string;
  readonly contractId: string;
  readonly clientId: string;
  readonly status: Status;
  /** Decimal string, two places, roubles. */
  readonly amount: string;
  readonly payoutMethod: PayoutMethod;
  readonly payoutMask: string;
  readonly documentId: string;
  readonly requestedAt: Date;
  readonly signedAt: Date | null;
  readonly settledAt: Date | null;
  readonly settledOn: string | null;
  readonly failure: string | null;
}

/** A request as commands lock it, with what is encrypted or only compared. */
export type LockedMoneyRequest<Status extends string> = MoneyRequestRecord<Status> & {
  readonly payoutEnc: Buffer;
  readonly profileDigest: Buffer;
};

/** Statements and loaders of one table of requests. `own`: further columns, aliased. */
export function moneyRequestRecords<Status extends string, Own extends object = object>(table: 'tranche' | 'top_up', own = '') {
  type Row = MoneyRequestRecord<Status> & Own;
  const columns = `id, contract_id as "contractId", client_id as "clientId", status, amount, payout_method as "payoutMethod",
    payout_mask as "payoutMask", document_id as "documentId", requested_at as "requestedAt", signed_at as "signedAt",
    settled_at as "settledAt", settled_on::text as "settledOn", failure${own}`;
  const from = `from ru_mfo.${table}`;
  const locked = `select ${columns}, payout_enc as "payoutEnc", profile_digest as "profileDigest" ${from}`;
  const name = (what: string) => `ru_mfo_${table}_${what}`;
  return {
    byId: loader(statement<Row>(name('by_id'), `select ${columns} ${from} where id = any($1)`), (row) => row.id),
    pages: pageLoader<Row>({ name: name('pages'), columns, table: `ru_mfo.${table}`, parent: 'contract_id', at: 'requested_at' }),
    ofContract: statement<Row>(name('of_contract'), `select ${columns} ${from} where contract_id = $1 order by requested_at, id`),
    find: statement<{ contractId: string }>(name('find'), `select contract_id as "contractId" ${from} where id = $1`),
    lock: statement<LockedMoneyRequest<Status> & Own>(name('lock'), `${locked} where id = $1 for update`),
    draftOfContract: statement<LockedMoneyRequest<Status> & Own>(
      name('draft_of_contract'),
      `${locked} where contract_id = $1 and status = 'DRAFT' for update`,
    ),
    setStatus: statement<never>(name('set_status'), `update ru_mfo.${table} set status = $2 where id = $1`),
    setSigned: statement<never>(name('set_signed'), `update ru_mfo.${table} set status = $2, signed_at = $3 where id = $1`),
    setPaid: statement<never>(
      name('set_paid'),
      `update ru_mfo.${table} set status = 'PAID', settled_at = $2, settled_on = $3 where id = $1`,
    ),
    setFailed: statement<never>(name('set_failed'), `update ru_mfo.${table} set status = 'FAILED', failure = $2 where id = $1`),
  };
}
