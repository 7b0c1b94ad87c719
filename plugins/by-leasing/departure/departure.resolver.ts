import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CommandResult, GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingAccountPayload } from '../accounts/account.types';
import { ownClientId } from '../accounts/own-client';
import { ByLeasingClient } from '../by-leasing.type';
import { deleteCabinet, recordDeletion, requestDeletion } from './deletion.commands';
import { deletionsByClient } from './deletion.record';
import {
  ByLeasingAgreementEnd,
  ByLeasingDeleteCabinetInput,
  ByLeasingDeletion,
  ByLeasingEndByMutualConsentInput,
  ByLeasingRecordDeletionInput,
  ByLeasingRequestDeletionInput,
  ByLeasingWithdrawAsLenderInput,
} from './departure.types';
import { agreeToEnd, endByMutualConsent, withdrawAsClient, withdrawAsLender } from './end.commands';
import { agreementEndsByClient } from './end.record';

@Resolver(() => ByLeasingClient)
export class DepartureResolver {
  @FieldResolver(() => ByLeasingAgreementEnd, {
    nullable: true,
    description: 'How the agreement ended, or is about to; null while nobody thinks of it.',
  })
  @Scoped('clients:read')
  async agreementEnd(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingAgreementEnd | null> {
    return (await loaders.list(agreementEndsByClient, clientId))[0] ?? null;
  }

  @FieldResolver(() => [ByLeasingDeletion], { description: 'Requests to delete the cabinet, the latest first (заявки на удаление).' })
  @Scoped('clients:read')
  async deletions(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingDeletion[]> {
    return [...(await loaders.list(deletionsByClient, clientId))];
  }

  @Mutation(() => ByLeasingAccountPayload, {
    description: 'The client asks, by the form of support, that its cabinet be deleted (удаление кабинета).',
  })
  @Scoped('clients:write')
  async byLeasingRequestDeletion(
    @Arg('input', () => ByLeasingRequestDeletionInput, { description: 'The form.' }) { demand }: ByLeasingRequestDeletionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    const own = ownClientId(context);
    return payloadOf(own.findings ? own : await context.execute(requestDeletion, { clientId: own.clientId, demand }));
  }

  @Mutation(() => ByLeasingAccountPayload, { description: 'Records a request that came by e-mail or in writing (обращение об удалении).' })
  @Scoped('applications:decide')
  async byLeasingRecordDeletionRequest(
    @Arg('input', () => ByLeasingRecordDeletionInput, { description: 'What it says.' }) input: ByLeasingRecordDeletionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    const { idempotencyKey, signed, ...content } = input;
    return payloadOf(await context.execute(recordDeletion, { ...content, signed: signed ?? false }, keyOf({ idempotencyKey })));
  }

  @Mutation(() => ByLeasingAccountPayload, {
    description: 'Deletes a cabinet for good, as its client asked; contracts and evidence stay (удаление).',
  })
  @Scoped('applications:decide')
  async byLeasingDeleteCabinet(
    @Arg('input', () => ByLeasingDeleteCabinetInput, { description: 'Whose.' }) { clientId }: ByLeasingDeleteCabinetInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    return payloadOf(await context.execute(deleteCabinet, { clientId: rowIdOf('Client', clientId) }));
  }

  @Mutation(() => ByLeasingAccountPayload, {
    description: 'The client withdraws from the agreement: its access ends at once (отказ от соглашения).',
  })
  @Scoped('clients:write')
  async byLeasingWithdraw(@Ctx() context: GraphContext): Promise<ByLeasingAccountPayload> {
    const own = ownClientId(context);
    return payloadOf(own.findings ? own : await context.execute(withdrawAsClient, { clientId: own.clientId }));
  }

  @Mutation(() => ByLeasingAccountPayload, {
    description: 'The client agrees to end the agreement by mutual consent (согласие на расторжение).',
  })
  @Scoped('clients:write')
  async byLeasingAgreeToEnd(@Ctx() context: GraphContext): Promise<ByLeasingAccountPayload> {
    const own = ownClientId(context);
    return payloadOf(own.findings ? own : await context.execute(agreeToEnd, { clientId: own.clientId }));
  }

  @Mutation(() => ByLeasingAccountPayload, {
    description: 'The lender withdraws from the agreement on a ground that is on record (отказ компании).',
  })
  @Scoped('applications:decide')
  async byLeasingWithdrawAsLender(
    @Arg('input', () => ByLeasingWithdrawAsLenderInput, { description: 'The ground.' }) input: ByLeasingWithdrawAsLenderInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    const { clientId, ground, basis = null } = input;
    return payloadOf(await context.execute(withdrawAsLender, { clientId: rowIdOf('Client', clientId), ground, basis }, keyOf(input)));
  }

  @Mutation(() => ByLeasingAccountPayload, { description: 'Ends the agreement by consent of both (расторжение по соглашению).' })
  @Scoped('applications:decide')
  async byLeasingEndByMutualConsent(
    @Arg('input', () => ByLeasingEndByMutualConsentInput, { description: 'With whom.' }) { clientId }: ByLeasingEndByMutualConsentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    return payloadOf(await context.execute(endByMutualConsent, { clientId: rowIdOf('Client', clientId) }));
  }
}

const payloadOf = ({ clientId, findings }: CommandResult & { readonly clientId?: string }): ByLeasingAccountPayload => ({
  clientId: clientId ? toGlobalId('Client', clientId) : null,
  findings: findings ?? [],
});
