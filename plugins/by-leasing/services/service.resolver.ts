import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CommandResult, GraphContext } from '../../../modules/commands';
import { keyOf, Scoped } from '../../../schema/base';
import { accountByClient } from '../accounts/account.record';
import { ByLeasingClient } from '../by-leasing.type';
import { cabinetChangesByLender, recordRelease, setRegistrationProcedure } from './cabinet-changes';
import { offeredAt, serviceChangesByLender, servicesFor } from './service.record';
import {
  ByLeasingCabinetChange,
  ByLeasingRecordReleaseInput,
  ByLeasingService,
  ByLeasingServiceListPayload,
  ByLeasingSetRegistrationProcedureInput,
  ByLeasingSetServiceInput,
} from './service.types';
import { type Service, serviceCodes, services } from './service-list';
import { setService } from './set-service.command';

@Resolver(() => ByLeasingClient)
export class ServiceResolver {
  @Query(() => [ByLeasingService], { description: 'What the cabinet offers, to whom, and since when (перечень услуг).' })
  @Scoped('signed-in')
  async byLeasingServices(@Ctx() context: GraphContext): Promise<ByLeasingService[]> {
    return shown(context, serviceCodes);
  }

  @FieldResolver(() => [ByLeasingService], { description: 'What the client may do in the cabinet now (доступные услуги).' })
  @Scoped('clients:read')
  async services(@Root() { clientId }: ByLeasingClient, @Ctx() context: GraphContext): Promise<ByLeasingService[]> {
    const { loaders, lender, clock } = context;
    const account = await loaders.one(accountByClient, clientId);
    if (account?.status !== 'ACTIVE' || !lender) return [];
    const changes = await loaders.list(serviceChangesByLender, lender.id);
    return shown(context, servicesFor(changes, account.kind, new Date(clock.now().epochMilliseconds)));
  }

  @Query(() => [ByLeasingCabinetChange], { description: 'Releases of the cabinet and procedures of registration, the last to come first.' })
  @Scoped('signed-in')
  async byLeasingCabinetChanges(@Ctx() { loaders, lender }: GraphContext): Promise<ByLeasingCabinetChange[]> {
    return lender ? [...(await loaders.list(cabinetChangesByLender, lender.id))] : [];
  }

  @Mutation(() => ByLeasingServiceListPayload, { description: 'Switches a service of the cabinet on or off (изменение перечня услуг).' })
  @Scoped('applications:decide')
  async byLeasingSetService(
    @Arg('input', () => ByLeasingSetServiceInput, { description: 'The change.' }) input: ByLeasingSetServiceInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServiceListPayload> {
    const { service, enabled, effectiveFrom } = input;
    const from = effectiveFrom ? new Date(effectiveFrom.epochMilliseconds) : null;
    return payloadOf(await context.execute(setService, { service, enabled, effectiveFrom: from }, keyOf(input)));
  }

  @Mutation(() => ByLeasingServiceListPayload, { description: 'Records a release of the cabinet; nobody is told before (выпуск).' })
  @Scoped('applications:decide')
  async byLeasingRecordRelease(
    @Arg('input', () => ByLeasingRecordReleaseInput, { description: 'The release.' }) { version, note }: ByLeasingRecordReleaseInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServiceListPayload> {
    return payloadOf(await context.execute(recordRelease, { version, note }));
  }

  @Mutation(() => ByLeasingServiceListPayload, {
    description: 'Sets another procedure of registration, from a moment on (порядок регистрации).',
  })
  @Scoped('applications:decide')
  async byLeasingSetRegistrationProcedure(
    @Arg('input', () => ByLeasingSetRegistrationProcedureInput, { description: 'The procedure.' })
    input: ByLeasingSetRegistrationProcedureInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingServiceListPayload> {
    const effectiveFrom = new Date(input.effectiveFrom.epochMilliseconds);
    const { version, note, fee, requiredMarks } = input;
    return payloadOf(
      await context.execute(setRegistrationProcedure, {
        version,
        note,
        effectiveFrom,
        fee: fee?.amount.toFixed(2) ?? '0.00',
        requiredMarks,
      }),
    );
  }
}

async function shown({ loaders, lender, clock }: GraphContext, codes: readonly Service[]): Promise<ByLeasingService[]> {
  const changes = lender ? await loaders.list(serviceChangesByLender, lender.id) : [];
  const at = new Date(clock.now().epochMilliseconds);
  return codes.map((code) => ({
    code,
    isOffered: offeredAt(changes, code, at),
    isRemoteService: services[code].sdo,
    kinds: services[code].kinds,
    effectiveFrom: changes.find((change) => change.service === code && change.effectiveFrom <= at)?.effectiveFrom ?? null,
  }));
}

const payloadOf = ({ findings }: CommandResult): ByLeasingServiceListPayload => ({ findings: findings ?? [] });
