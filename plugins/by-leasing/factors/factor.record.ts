import type { CommandContext } from '../../../modules/commands';
import { fieldCipherPort, listLoader, statement, uuidv7 } from '../../../modules/database';
import { enforce } from '../../../modules/rules';
import { cite } from '../cite';
import { momentOf } from '../judge';
import { FactorResultEntity } from './factor-result.entity';
import { classOf, type Factor, type FactorClass, type FactorSource, type FactorVerdict } from './vocabulary';

export interface FactorRecord {
  readonly id: string;
  readonly clientId: string;
  readonly factor: Factor;
  readonly factorClass: FactorClass;
  readonly result: FactorVerdict;
  readonly source: FactorSource;
  readonly operation: string;
  readonly reference: string | null;
  readonly stepUpId: string | null;
  readonly sessionId: string | null;
  readonly ceremonyId: string | null;
  /** Keyed digest of what was presented. */
  readonly digest: Buffer | null;
  readonly checkedAt: Date;
}

const columns = `factor_result.id, client_id as "clientId", factor, factor_class as "factorClass", result, source, operation, reference,
  step_up_id as "stepUpId", session_id as "sessionId", ceremony_id as "ceremonyId", digest, checked_at as "checkedAt"`;

/** Comparisons made for clients, the latest first. */
export const factorsByClient = listLoader(
  statement<FactorRecord>(
    'by_leasing_factors',
    `select f.* from unnest($1::uuid[]) as wanted(id) cross join lateral (
       select ${columns} from by_leasing.factor_result where client_id = wanted.id order by checked_at desc, factor_result.id desc limit 500
     ) f order by f."checkedAt" desc, f.id desc`,
  ),
  (row) => row.clientId,
);

/** Comparisons of additional authentications, in their order. */
export const factorsByStepUp = listLoader(
  statement<FactorRecord & { readonly stepUpId: string }>(
    'by_leasing_factors_of_step_up',
    `select ${columns} from by_leasing.factor_result where step_up_id = any($1) order by checked_at, id`,
  ),
  (row) => row.stepUpId,
);

// Possession is no entry of its own: it fails with the code that was to prove it.
const failuresSince = statement<{ count: number; first: Date | null }>(
  'by_leasing_factor_failures',
  `select count(*)::int as count, min(checked_at) as first from by_leasing.factor_result
   where client_id = $1 and result = 'MISMATCH' and source = 'SDO' and factor <> 'PHONE_POSSESSION' and checked_at > $2`,
);

const HOUR = { hours: 1 } as const;

/** Wrong entries of a client within the last hour, and seconds until the oldest of them is an hour old. */
export async function recentFailures(context: CommandContext, clientId: string): Promise<{ count: number; retryAfterSeconds: number }> {
  const since = context.now.subtract(HOUR);
  const [row] = await context.transaction.query(failuresSince, [clientId, new Date(since.epochMilliseconds)]);
  const { count, first } = row!;
  return { count, retryAfterSeconds: first ? Math.ceil((first.getTime() - since.epochMilliseconds) / 1000) : 0 };
}

export interface NewFactorResult {
  readonly clientId: string;
  readonly factor: Factor;
  readonly holds: boolean;
  readonly source: FactorSource;
  /** `SIGN_IN`, or the operation's name. */
  readonly operation: string;
  readonly reference?: string | null;
  readonly stepUpId?: string | null;
  readonly sessionId?: string | null;
  readonly ceremonyId?: string | null;
  /** What was presented; only its keyed digest is kept. */
  readonly presented?: string | null;
}

/** One factor as it was checked. */
export interface CheckedFactor {
  readonly id: string;
  readonly factor: Factor;
  readonly factorClass: FactorClass;
  readonly result: FactorVerdict;
}

/** The keyed digest that a comparison keeps of what was presented: with the value at hand it can be made again. */
export const factorDigest = (context: Pick<CommandContext, 'ports' | 'lender'>, id: string, presented: string): Buffer =>
  context.ports.get(fieldCipherPort).digest(presented, `${context.lender.id}/by_leasing.factor_result/${id}`);

/** Keeps the result of one comparison, with its source and moment; a result is never changed. */
export async function recordFactor(context: CommandContext, input: NewFactorResult): Promise<CheckedFactor> {
  enforce(cite('by-leasing/1/authentication-factors'));
  enforce(cite('by-leasing/1/authentication'));
  const id = uuidv7(context.now.epochMilliseconds);
  const { clientId, factor, source, operation, presented } = input;
  const checked: CheckedFactor = { id, factor, factorClass: classOf[factor], result: input.holds ? 'MATCH' : 'MISMATCH' };
  await context.transaction.insert(FactorResultEntity, {
    lenderId: context.lender.id,
    ...checked,
    clientId,
    source,
    operation,
    reference: input.reference ?? null,
    stepUpId: input.stepUpId ?? null,
    sessionId: input.sessionId ?? null,
    ceremonyId: input.ceremonyId ?? null,
    digest: presented == null ? null : factorDigest(context, id, presented),
    checkedAt: momentOf(context),
  });
  return checked;
}
