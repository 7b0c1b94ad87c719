import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { keyOf, Scoped } from '../../../schema/base';
import type { GraphContext } from '../../commands';
import { openRevocations, revocationById } from './access-revocation.record';
import { restoreAccess, revokeAccess } from './revocation.commands';
import { AccessRevocation, RestoreAccessInput, RestoreAccessPayload, RevokeAccessInput, RevokeAccessPayload } from './revocation.type';

const MOST = 1000;

@Resolver()
export class RevocationResolver {
  @Query(() => [AccessRevocation], {
    description: `Who may not come in at the lender of the request now, the latest first, at most ${MOST} (отозванный доступ).`,
  })
  @Scoped('access:read')
  async revokedAccess(@Ctx() { database }: GraphContext): Promise<readonly AccessRevocation[]> {
    return database.query(openRevocations, [database.scope.lenderId, MOST]);
  }

  @Mutation(() => RevokeAccessPayload, {
    description:
      'Refuses a partner’s, officer’s or operator’s tokens at the lender of the request from now on and ends its streams with `TOKEN_REVOKED` and their last cursors (отзыв доступа).',
  })
  @Scoped('access:write')
  async revokeAccess(
    @Arg('input', () => RevokeAccessInput, { description: 'Whose access, and why.' }) {
      subject,
      reason,
      idempotencyKey,
    }: RevokeAccessInput,
    @Ctx() context: GraphContext,
  ): Promise<RevokeAccessPayload> {
    const { revocationId, findings } = await context.execute(revokeAccess, { subject, reason }, keyOf({ idempotencyKey }));
    return { revocation: await read(revocationId, context), findings: findings ?? [] };
  }

  @Mutation(() => RestoreAccessPayload, { description: 'Lets somebody’s tokens in again (восстановление доступа).' })
  @Scoped('access:write')
  async restoreAccess(
    @Arg('input', () => RestoreAccessInput, { description: 'Whose access, and why.' })
    { subject, reason, idempotencyKey }: RestoreAccessInput,
    @Ctx() context: GraphContext,
  ): Promise<RestoreAccessPayload> {
    const { revocationId, findings } = await context.execute(restoreAccess, { subject, reason }, keyOf({ idempotencyKey }));
    return { revocation: await read(revocationId, context), findings: findings ?? [] };
  }
}

async function read(id: string | undefined, { database }: GraphContext): Promise<AccessRevocation | null> {
  return (id && (await database.query(revocationById, [database.scope.lenderId, id]))[0]) || null;
}
