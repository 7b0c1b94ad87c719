import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { applicationById, toApplication } from '../../../modules/applications';
import { clientById, toClient } from '../../../modules/clients';
import type { GraphContext } from '../../../modules/commands';
import { type Finding, formFinding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { roubles } from '../roubles';
import { RuMfoApplicationPayload, RuMfoClientPayload } from '../ru-mfo.resolver';
import { RuMfoApplication } from '../ru-mfo.types';
import { solvencyByApplication } from '../solvency/solvency.record';
import { RuMfoSolvency } from '../solvency/solvency.types';
import { checkData, recordContact, revokeConsent } from './review.commands';
import { checksByApplication, contactsByApplication, startByApplication } from './review.record';
import {
  RuMfoApplicationStart,
  RuMfoCheckDataInput,
  RuMfoDataCheck,
  RuMfoRecordVerificationContactInput,
  RuMfoRevokeConsentInput,
  RuMfoVerificationContact,
} from './review.types';

@Resolver(() => RuMfoApplication)
export class RuMfoApplicationReviewResolver {
  @FieldResolver(() => RuMfoApplicationStart, { nullable: true, description: 'How the application was begun.' })
  @Scoped('applications:read')
  async start(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoApplicationStart | null> {
    const start = await context.loaders.one(startByApplication, own.applicationRowId);
    return start && { ...start, editionAcceptance: 'IMPLIED' };
  }

  @FieldResolver(() => [RuMfoDataCheck], { description: 'Checks of its data, the latest first (проверка сведений).' })
  @Scoped('applications:decide')
  checks(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoDataCheck[]> {
    return context.loaders.list(checksByApplication, own.applicationRowId);
  }

  @FieldResolver(() => [RuMfoVerificationContact], { description: 'Calls and messages about its data, in their order.' })
  @Scoped('applications:decide')
  verificationContacts(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoVerificationContact[]> {
    return context.loaders.list(contactsByApplication, own.applicationRowId);
  }

  @FieldResolver(() => RuMfoSolvency, { nullable: true, description: 'Solvency by the latest assessment (платёжеспособность).' })
  @Scoped('applications:decide')
  async solvency(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoSolvency | null> {
    const row = await context.loaders.one(solvencyByApplication, own.applicationRowId);
    return row && { ...row, monthlyPayments: roubles(row.monthlyPayments) };
  }

  @Mutation(() => RuMfoApplicationPayload, {
    description: 'Finishes the check of an application’s data and documents (проверка сведений).',
  })
  @Scoped('applications:decide')
  async ruMfoCheckData(
    @Arg('input', () => RuMfoCheckDataInput, { description: 'What was found.' }) input: RuMfoCheckDataInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const command = { applicationId: rowIdOf('Application', input.applicationId), falseData: input.falseData };
    return payload(await context.execute(checkData, command, keyOf(input)), context);
  }

  @Mutation(() => RuMfoApplicationPayload, { description: 'Records a call or message by which data were confirmed or not.' })
  @Scoped('applications:decide')
  async ruMfoRecordVerificationContact(
    @Arg('input', () => RuMfoRecordVerificationContactInput, { description: 'The contact.' }) input: RuMfoRecordVerificationContactInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const { idempotencyKey, applicationId, heldAt, ...rest } = input;
    const command = { ...rest, applicationId: rowIdOf('Application', applicationId), heldAt: new Date(heldAt.epochMilliseconds) };
    return payload(await context.execute(recordContact, command, keyOf({ idempotencyKey })), context);
  }

  @Mutation(() => RuMfoClientPayload, { description: 'Takes a consent back (отзыв согласия): nothing rests on it any more.' })
  @Scoped('clients:write')
  async ruMfoRevokeConsent(
    @Arg('input', () => RuMfoRevokeConsentInput, { description: 'The consent.' }) input: RuMfoRevokeConsentInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    const clientId = context.caller.clientId ?? (input.clientId ? rowIdOf('Client', input.clientId) : null);
    if (!clientId) return { client: null, clientId: null, findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] };
    const options = keyOf(input);
    const result = await context.execute(revokeConsent, { clientId, consent: input.consent }, options);
    const row = result.clientId ? await context.loaders.one(clientById, result.clientId) : null;
    return {
      client: row && toClient(row),
      clientId: result.clientId ? toGlobalId('Client', result.clientId) : null,
      findings: result.findings ?? [],
    };
  }
}

async function payload(
  result: { applicationId?: string; findings?: readonly Finding[] },
  context: GraphContext,
): Promise<RuMfoApplicationPayload> {
  const row = result.applicationId ? await context.loaders.one(applicationById, result.applicationId) : null;
  return { application: row && toApplication(row), contract: null, findings: result.findings ?? [] };
}
