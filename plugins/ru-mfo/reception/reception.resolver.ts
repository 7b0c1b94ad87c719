import { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { applicationById, toApplication } from '../../../modules/applications';
import type { GraphContext } from '../../../modules/commands';
import type { Finding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { RuMfoApplicationPayload } from '../ru-mfo.resolver';
import { RuMfoApplication } from '../ru-mfo.types';
import { decideAgeException, proposeAgeException } from './age-exception.commands';
import { enterAccount } from './enter-account.command';
import { openAccount } from './open-account.command';
import { ageExceptionsByApplication, receptionByApplication, registerRepliesByApplication } from './reception.record';
import {
  RuMfoAgeException,
  RuMfoDecideAgeExceptionInput,
  RuMfoEnterAccountInput,
  RuMfoEnterAccountPayload,
  RuMfoOpenAccountInput,
  RuMfoOpenAccountPayload,
  RuMfoProposeAgeExceptionInput,
  RuMfoReception,
  RuMfoRecordRegisterReplyInput,
  RuMfoRegisterReply,
} from './reception.types';
import { recordRegisterReply } from './record-register-reply.command';

/** Global ids of code entries, as `requestCode` answers them. */
const CEREMONY = 'Ceremony';

@Resolver(() => RuMfoApplication)
export class RuMfoReceptionResolver {
  @FieldResolver(() => RuMfoReception, { nullable: true, description: 'How the application was received.' })
  @Scoped('applications:read')
  reception(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoReception | null> {
    return context.loaders.one(receptionByApplication, own.applicationRowId);
  }

  @FieldResolver(() => [RuMfoAgeException], { description: 'Exceptions from the highest age, the latest first.' })
  @Scoped('applications:decide')
  async ageExceptions(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoAgeException[]> {
    const rows = await context.loaders.list(ageExceptionsByApplication, own.applicationRowId);
    return rows.map((row) => ({ ...row, id: toGlobalId('RuMfoAgeException', row.id) }));
  }

  @FieldResolver(() => [RuMfoRegisterReply], { description: 'Replies of registers, the latest first.' })
  @Scoped('applications:decide')
  registerReplies(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoRegisterReply[]> {
    return context.loaders.list(registerRepliesByApplication, own.applicationRowId);
  }

  @Mutation(() => RuMfoOpenAccountPayload, {
    description: 'Asks for an account by phone number or e-mail address; a code goes there (регистрация в личном кабинете).',
  })
  @Scoped('public')
  async ruMfoOpenAccount(
    @Arg('input', () => RuMfoOpenAccountInput, { description: 'Contact and agreement.' }) input: RuMfoOpenAccountInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoOpenAccountPayload> {
    const command = { phone: input.phone ?? null, email: input.email ?? null, agreed: input.agreed };
    const { ceremonyId, findings } = await context.execute(openAccount, command);
    return { ceremonyId: ceremonyId ? toGlobalId(CEREMONY, ceremonyId) : null, findings: findings ?? [] };
  }

  @Mutation(() => RuMfoEnterAccountPayload, {
    description:
      'Enters the code: the account is open, and login and password for later are sent. Sent again it is refused: the code is used.',
  })
  @Scoped('public')
  async ruMfoEnterAccount(
    @Arg('input', () => RuMfoEnterAccountInput, { description: 'The code.' }) input: RuMfoEnterAccountInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoEnterAccountPayload> {
    const command = { ceremonyId: rowIdOf(CEREMONY, input.ceremonyId), code: input.code, contact: input.contact };
    const { clientId, session, findings } = await context.execute(enterAccount, command);
    return {
      clientId: clientId ? toGlobalId('Client', clientId) : null,
      session: session ? { ...session, clientId: toGlobalId('Client', session.clientId) } : null,
      findings: findings ?? [],
    };
  }

  @Mutation(() => RuMfoApplicationPayload, { description: 'Proposes, with reasons, to lend to somebody above the highest age.' })
  @Scoped('applications:decide')
  async ruMfoProposeAgeException(
    @Arg('input', () => RuMfoProposeAgeExceptionInput, { description: 'The proposal.' }) input: RuMfoProposeAgeExceptionInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const command = { applicationId: rowIdOf('Application', input.applicationId), reasons: input.reasons };
    return payload(await context.execute(proposeAgeException, command, keyOf(input)), context);
  }

  @Mutation(() => RuMfoApplicationPayload, {
    description: 'Records what the management body decided on the proposal; not by the proposer.',
  })
  @Scoped('applications:decide')
  async ruMfoDecideAgeException(
    @Arg('input', () => RuMfoDecideAgeExceptionInput, { description: 'The decision.' }) input: RuMfoDecideAgeExceptionInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const command = {
      applicationId: rowIdOf('Application', input.applicationId),
      exceptionId: rowIdOf('RuMfoAgeException', input.exceptionId),
      approved: input.approved,
      decisionNo: input.decisionNo,
    };
    return payload(await context.execute(decideAgeException, command, keyOf(input)), context);
  }

  @Mutation(() => RuMfoApplicationPayload, { description: 'Records what a register or another source answered about the applicant.' })
  @Scoped('applications:decide')
  async ruMfoRecordRegisterReply(
    @Arg('input', () => RuMfoRecordRegisterReplyInput, { description: 'The reply.' }) input: RuMfoRecordRegisterReplyInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const { idempotencyKey, applicationId, repliedAt, ...rest } = input;
    const moment = repliedAt instanceof Date ? Temporal.Instant.fromEpochMilliseconds(repliedAt.getTime()) : repliedAt;
    const command = { ...rest, applicationId: rowIdOf('Application', applicationId), repliedAt: moment.toString() };
    return payload(await context.execute(recordRegisterReply, command, keyOf({ idempotencyKey })), context);
  }
}

async function payload(
  result: { applicationId?: string; findings?: readonly Finding[] },
  context: GraphContext,
): Promise<RuMfoApplicationPayload> {
  const row = result.applicationId ? await context.loaders.one(applicationById, result.applicationId) : null;
  return { application: row && toApplication(row), contract: null, findings: result.findings ?? [] };
}
