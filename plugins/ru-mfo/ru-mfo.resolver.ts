import { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { SessionTokensType } from '../../modules/access';
import { Application, applicationById, toApplication } from '../../modules/applications';
import { dayOf } from '../../modules/calendar';
import { Client, clientById, toClient } from '../../modules/clients';
import type { GraphContext } from '../../modules/commands';
import { Contract, contractById, toContract } from '../../modules/contracts';
import { Document, documentById, toDocument } from '../../modules/documents';
import { type Finding, FindingType, formFinding } from '../../modules/rules';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../schema/base';
import { acceptIndividualTerms } from './application/accept-individual-terms.command';
import { loanApplicationById } from './application/loan-application.record';
import { assess } from './assessment/assess.command';
import { assessmentsByApplication } from './assessment/assessment.record';
import { closeDemand, openDemand } from './demands/demand.commands';
import { demandsByApplication } from './demands/demand.record';
import { governingEdition } from './editions';
import { lenderData } from './lenders';
import { completeProfile } from './profile/complete-profile.command';
import { profileByClient } from './profile/profile.record';
import { register } from './registration/register.command';
import { registrationByClient } from './registration/registration.record';
import {
  RuMfoAcceptIndividualTermsInput,
  RuMfoAssessInput,
  RuMfoCloseDemandInput,
  RuMfoCompleteProfileInput,
  RuMfoOpenDemandInput,
  RuMfoRegisterInput,
} from './ru-mfo.inputs';
import { RuMfoApplication, RuMfoAssessment, RuMfoClient, RuMfoContract, RuMfoDemand } from './ru-mfo.types';
import { APPLICATION_START } from './rule-set';
import { toSolvencyInput } from './solvency/solvency.types';

@Scoped('parent')
@ObjectType('RuMfoClientPayload', { description: 'What became of a step in a registration.' })
export class RuMfoClientPayload {
  @Field(() => Client, { nullable: true, description: 'The client; null when the step was refused.' })
  client!: Client | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the client, to go on with.' })
  clientId!: string | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('RuMfoRegisterPayload', { description: 'What became of a registration.' })
export class RuMfoRegisterPayload {
  @Field(() => ID, { nullable: true, description: 'Global id of the client, to go on with.' })
  clientId!: string | null;

  @Field(() => SessionTokensType, {
    nullable: true,
    description: 'A session in which the contacts are confirmed: `requestCode` and `confirmContact`; null when refused.',
  })
  session!: SessionTokensType | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('RuMfoApplicationPayload', { description: 'What became of a step on an application.' })
export class RuMfoApplicationPayload {
  @Field(() => Application, { nullable: true, description: 'The application; null when the step was refused.' })
  application!: Application | null;

  @Field(() => Contract, { nullable: true, description: 'The contract, where the step made one.' })
  contract!: Contract | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Resolver(() => Client)
export class RuMfoClientResolver {
  @FieldResolver(() => RuMfoClient, { nullable: true, description: 'Registration and questionnaire with a Russian microfinance lender.' })
  @Scoped('clients:read')
  async ruMfo(@Root() client: Client, @Ctx() context: GraphContext): Promise<RuMfoClient | null> {
    const registration = await context.loaders.one(registrationByClient, client.rowId);
    if (!registration) return null;
    const profile = await context.loaders.one(profileByClient, client.rowId);
    return {
      ...registration,
      standing: registration.servedSince ? 'CLIENT' : 'POTENTIAL_CLIENT',
      profileUpdatedAt: profile?.updatedAt ?? null,
    };
  }

  @Mutation(() => RuMfoRegisterPayload, {
    description:
      'Registers a person with the lender (регистрация); the first thing to do, without a token. Sent again it is refused: the contacts are taken.',
  })
  @Scoped('public')
  async ruMfoRegister(
    @Arg('input', () => RuMfoRegisterInput, { description: 'Contacts, confirmations and consents.' }) input: RuMfoRegisterInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoRegisterPayload> {
    const { phone, email, ...rest } = input;
    const { clientId, session, findings } = await context.execute(register, { ...rest, phone: phone ?? null, email: email ?? null });
    return {
      clientId: clientId ? toGlobalId('Client', clientId) : null,
      session: session ? { ...session, clientId: toGlobalId('Client', session.clientId) } : null,
      findings: findings ?? [],
    };
  }

  @Mutation(() => RuMfoClientPayload, { description: 'Fills in the questionnaire (анкета).' })
  @Scoped('clients:write')
  async ruMfoCompleteProfile(
    @Arg('input', () => RuMfoCompleteProfileInput, { description: 'The questionnaire.' }) input: RuMfoCompleteProfileInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    const { idempotencyKey, birthDate, passport, ...rest } = input;
    const clientId = context.caller.clientId ?? (input.clientId ? rowIdOf('Client', input.clientId) : null);
    if (!clientId) return { client: null, clientId: null, findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] };
    const command = {
      ...rest,
      clientId,
      birthDate: birthDate.toString(),
      passport: { ...passport, issuedOn: passport.issuedOn.toString() },
      patronymic: input.patronymic ?? null,
      taxpayerNumber: input.taxpayerNumber ?? null,
      insuranceNumber: input.insuranceNumber ?? null,
    };
    return clientPayload(await context.execute(completeProfile, command, keyOf({ idempotencyKey })), context);
  }
}

@Resolver(() => Application)
export class RuMfoApplicationResolver {
  @FieldResolver(() => RuMfoApplication, {
    nullable: true,
    description: 'What belongs to an application with a Russian microfinance lender.',
  })
  @Scoped('applications:read')
  async ruMfo(@Root() application: Application, @Ctx() context: GraphContext): Promise<RuMfoApplication | null> {
    const own = await context.loaders.one(loanApplicationById, application.rowId);
    return own && { ...own, applicationRowId: own.applicationId };
  }

  @Mutation(() => RuMfoApplicationPayload, {
    description: 'Records identification and assessment before a decision (оценка платёжеспособности).',
  })
  @Scoped('applications:decide')
  async ruMfoAssess(
    @Arg('input', () => RuMfoAssessInput, { description: 'What was found.' }) input: RuMfoAssessInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const { idempotencyKey, applicationId, solvency, ...rest } = input;
    const command = {
      ...rest,
      applicationId: rowIdOf('Application', applicationId),
      solvency: solvency ? toSolvencyInput(solvency) : null,
    };
    return applicationPayload(await context.execute(assess, command, keyOf({ idempotencyKey })), context);
  }

  @Mutation(() => RuMfoApplicationPayload, { description: 'Asks something of the applicant before a decision (требование).' })
  @Scoped('applications:decide')
  async ruMfoOpenDemand(
    @Arg('input', () => RuMfoOpenDemandInput, { description: 'What is asked.' }) input: RuMfoOpenDemandInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const command = {
      applicationId: rowIdOf('Application', input.applicationId),
      kind: input.kind,
      description: input.description ?? null,
    };
    return applicationPayload(await context.execute(openDemand, command, keyOf(input)), context);
  }

  @Mutation(() => RuMfoApplicationPayload, { description: 'Closes a demand as met or waived.' })
  @Scoped('applications:decide')
  async ruMfoCloseDemand(
    @Arg('input', () => RuMfoCloseDemandInput, { description: 'How it ended.' }) input: RuMfoCloseDemandInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const { idempotencyKey, applicationId, demandId, status, document, channel, outcome } = input;
    const command = {
      applicationId: rowIdOf('Application', applicationId),
      demandId: rowIdOf('RuMfoDemand', demandId),
      status,
      document: document ?? null,
      channel: channel ?? null,
      outcome: outcome ?? null,
    };
    return applicationPayload(await context.execute(closeDemand, command, keyOf({ idempotencyKey })), context);
  }

  @Mutation(() => RuMfoApplicationPayload, { description: 'Accepts the individual terms: the button with or without insurance (акцепт).' })
  @Scoped('documents:sign')
  async ruMfoAcceptIndividualTerms(
    @Arg('input', () => RuMfoAcceptIndividualTermsInput, { description: 'What is accepted.' }) input: RuMfoAcceptIndividualTermsInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const { idempotencyKey, applicationId, documentSha256, choice } = input;
    const command = { applicationId: rowIdOf('Application', applicationId), documentSha256, choice };
    return applicationPayload(await context.execute(acceptIndividualTerms, command, keyOf({ idempotencyKey })), context);
  }
}

@Resolver(() => RuMfoApplication)
export class RuMfoApplicationPartsResolver {
  @FieldResolver(() => [RuMfoAssessment], { description: 'Assessments, the latest first.' })
  @Scoped('applications:decide')
  assessments(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoAssessment[]> {
    return context.loaders.list(assessmentsByApplication, own.applicationRowId);
  }

  @FieldResolver(() => [RuMfoDemand], { description: 'Demands, in the order in which they were opened.' })
  @Scoped('applications:read')
  async demands(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoDemand[]> {
    const rows = await context.loaders.list(demandsByApplication, own.applicationRowId);
    return rows.map((row) => ({ ...row, channel: row.channel as RuMfoDemand['channel'], id: toGlobalId('RuMfoDemand', row.id) }));
  }

  @FieldResolver(() => Document, { nullable: true, description: 'The individual terms, once they are offered (индивидуальные условия).' })
  @Scoped('documents:read')
  async individualTerms(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<Document | null> {
    const application = await context.loaders.one(loanApplicationById, own.applicationRowId);
    const row = application?.termsDocumentId ? await context.loaders.one(documentById, application.termsDocumentId) : null;
    return toDocument(row, context.caller);
  }
}

@Resolver(() => Contract)
export class RuMfoContractResolver {
  @FieldResolver(() => RuMfoContract, { nullable: true, description: 'Governing edition of a Russian microfinance lender’s rules.' })
  @Scoped('contracts:read')
  async ruMfo(@Root() contract: Contract, @Ctx() context: GraphContext): Promise<RuMfoContract | null> {
    const row = await context.loaders.one(contractById, contract.rowId);
    const rules = context.lender && lenderData(context.lender.code)?.editions;
    if (!row || !rules || row.pluginId !== 'ru-mfo') return null;
    const { applicationId: applicationRowId, id: contractRowId } = row;
    if (!row.concludedOn) return { applicationRowId, contractRowId, edition: null, basis: null, inForceFrom: null, inForceTo: null };
    const day = await chosenBy(rules.chosenBy, row, context);
    const { id, basis, inForceFrom, inForceTo } = governingEdition(rules, day, row.editionId);
    return { applicationRowId, contractRowId, edition: id, basis, inForceFrom, inForceTo };
  }
}

/** The day by which a lender's rules choose the edition of a contract. */
async function chosenBy(name: string, contract: { applicationId: string; concludedOn: string | null }, context: GraphContext) {
  const application = name === APPLICATION_START ? await context.loaders.one(applicationById, contract.applicationId) : null;
  if (!application) return Temporal.PlainDate.from(contract.concludedOn!);
  return dayOf(Temporal.Instant.fromEpochMilliseconds(application.createdAt.getTime()), context.lender!.zone);
}

async function clientPayload(
  result: { clientId?: string; findings?: readonly Finding[] },
  context: GraphContext,
): Promise<RuMfoClientPayload> {
  const row = result.clientId ? await context.loaders.one(clientById, result.clientId) : null;
  return {
    client: row && toClient(row),
    clientId: result.clientId ? toGlobalId('Client', result.clientId) : null,
    findings: result.findings ?? [],
  };
}

async function applicationPayload(
  result: { applicationId?: string; contractId?: string; findings?: readonly Finding[] },
  context: GraphContext,
): Promise<RuMfoApplicationPayload> {
  const row = result.applicationId ? await context.loaders.one(applicationById, result.applicationId) : null;
  const contract = result.contractId ? await context.loaders.one(contractById, result.contractId) : null;
  return { application: row && toApplication(row), contract: contract && toContract(contract), findings: result.findings ?? [] };
}
