import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { clientById, toClient, traceRead } from '../../../modules/clients';
import type { Command, CommandResult, GraphContext } from '../../../modules/commands';
import { fieldCipherPort, listLoader, statement } from '../../../modules/database';
import { formFinding, resolveRules } from '../../../modules/rules';
import { rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { roubles } from '../roubles';
import { RuMfoClientPayload, RuMfoRegisterPayload } from '../ru-mfo.resolver';
import { RuMfoClient } from '../ru-mfo.types';
import { rules } from '../rule-set';
import { giveAdditionalInfo } from './additional-info.command';
import { answersByClient, openAnswer } from './answers';
import { changeEmail } from './change-email.command';
import { confirmContactInfo, type StepResult } from './confirm-contact-info.command';
import { confirmData } from './confirm-data.command';
import { declarationsByClient } from './declarations';
import { identify } from './identification.command';
import { chooseMoneyReceipt } from './money-receipt.command';
import { givePassportData } from './passport-data.command';
import { registrationByClient } from './registration.record';
import type { RegistrationStep } from './registration-step';
import { startRegistration } from './start-registration.command';
import { stepsOf } from './step-gate';
import {
  RuMfoAdditionalInfoInput,
  RuMfoChangeEmailInput,
  RuMfoConfirmContactInfoInput,
  RuMfoConfirmDataInput,
  RuMfoIdentifyInput,
  RuMfoMoneyReceiptInput,
  RuMfoPassportDataInput,
  RuMfoStartRegistrationInput,
} from './steps.inputs';
import { RuMfoAnswer, RuMfoDeclaration, RuMfoRegistration } from './steps.types';

const acceptedTexts = listLoader(
  statement<{ clientId: string; documents: readonly string[] }>(
    'ru_mfo_acceptances',
    'select client_id as "clientId", documents from ru_mfo.acceptance where client_id = any($1) order by accepted_at, id',
  ),
  (row) => row.clientId,
);

/** Every optional field that was left out, as null. */
type Filled<T> = { [K in keyof T]-?: Exclude<T[K], undefined> };
const filled = <T extends object>(names: readonly (keyof T & string)[], input: T): Filled<T> =>
  Object.fromEntries(names.map((name) => [name, input[name] ?? null])) as Filled<T>;

@Resolver(() => RuMfoClient)
export class RuMfoRegistrationResolver {
  @FieldResolver(() => RuMfoRegistration, {
    nullable: true,
    description: 'Registration in steps; null where the lender registers in one go (регистрация).',
  })
  @Scoped('clients:read')
  async registration(@Root() own: RuMfoClient, @Ctx() context: GraphContext): Promise<RuMfoRegistration | null> {
    const row = await context.loaders.one(registrationByClient, own.clientId);
    if (!row?.stage || !context.lender) return null;
    for (const duty of ['account.personal', 'account.dossier'] as const) perform(context.lender.code, duty);
    const today = context.clock.now().toZonedDateTimeISO(context.lender.zone).toPlainDate();
    const resolved = resolveRules(context.extensions, PLUGIN, context.lender.code, today);
    const steps = stepsOf(resolved);
    const fee = rules.read(resolved, 'account.fee')?.decimal;
    const at = row.stage === 'REGISTERED' ? steps.length : steps.indexOf(row.stage);
    return {
      clientRowId: own.clientId,
      current: row.stage,
      steps: steps.map((step, i) => ({ step, done: i < at })),
      completedAt: row.completedAt,
      desiredAmount: row.desiredAmount === null ? null : roubles(row.desiredAmount),
      desiredTermDays: row.desiredTermDays,
      accountState: row.accountState,
      accountFee: fee ? roubles(fee) : null,
    };
  }

  @Mutation(() => RuMfoRegisterPayload, {
    description:
      'Begins a registration in steps, without a token. Then `requestCode` with CONFIRM_PHONE by SMS and `ruMfoConfirmContactInfo`.',
  })
  @Scoped('public')
  async ruMfoStartRegistration(
    @Arg('input', () => RuMfoStartRegistrationInput, { description: 'Contacts and check-boxes.' }) input: RuMfoStartRegistrationInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoRegisterPayload> {
    const fields = ['desiredTermDays', 'familyName', 'givenName', 'patronymic', 'email', 'phone'] as const;
    const { clientId, session, findings } = await context.execute(startRegistration, {
      ...filled(fields, input),
      desiredAmount: input.desiredAmount?.toString() ?? null,
      noPatronymic: input.noPatronymic ?? false,
      declarations: input.declarations,
    });
    return {
      clientId: clientId ? toGlobalId('Client', clientId) : null,
      session: session ? { ...session, clientId: toGlobalId('Client', session.clientId) } : null,
      findings: findings ?? [],
    };
  }

  @Mutation(() => RuMfoClientPayload, { description: 'Enters the code that came to the phone: the first step is done (код из СМС).' })
  @Scoped('clients:write')
  ruMfoConfirmContactInfo(
    @Arg('input', () => RuMfoConfirmContactInfoInput, { description: 'The code.' }) input: RuMfoConfirmContactInfoInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    return step(context, confirmContactInfo, {}, { ceremonyId: rowIdOf('Ceremony', input.ceremonyId), code: input.code });
  }

  @Mutation(() => RuMfoClientPayload, { description: 'Does the step of the passport, or changes what it holds (паспортные данные).' })
  @Scoped('clients:write')
  ruMfoGivePassportData(
    @Arg('input', () => RuMfoPassportDataInput, { description: 'Passport, addresses, contact person.' }) input: RuMfoPassportDataInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    const texts = ['passportSeries', 'passportNumber', 'passportUnitCode', 'passportIssuedBy', 'birthPlace', 'landlinePhone'] as const;
    const more = ['sex', 'registeredAddress', 'actualAddressDiffers', 'actualAddress', 'insuranceNumber', 'taxpayerNumber'] as const;
    const contact = ['contactPersonName', 'contactPersonPhone', 'contactPersonRelation'] as const;
    return step(context, givePassportData, input, {
      ...filled([...texts, ...more, ...contact], input),
      passportIssuedOn: input.passportIssuedOn?.toString() ?? null,
      birthDate: input.birthDate?.toString() ?? null,
      thirdPartyConsentConfirmed: input.thirdPartyConsentConfirmed ?? false,
    });
  }

  @Mutation(() => RuMfoClientPayload, {
    description: 'Does the step of work, income and household, or changes it (дополнительная информация).',
  })
  @Scoped('clients:write')
  ruMfoGiveAdditionalInfo(
    @Arg('input', () => RuMfoAdditionalInfoInput, { description: 'Work, income, household.' }) input: RuMfoAdditionalInfoInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    const work = ['employment', 'profession', 'employerName', 'jobTenureMonths', 'employerAddress', 'employerIndustry'] as const;
    const more = ['employerHeadcount', 'employerPhone', 'financialObligations', 'creditHistoryStatement'] as const;
    return step(context, giveAdditionalInfo, input, {
      ...filled([...work, ...more, 'education', 'maritalStatus', 'ownsCar'], input),
      incomeMain: input.incomeMain?.toString() ?? null,
      incomeAdditional: input.incomeAdditional?.toString() ?? null,
      incomeFamily: input.incomeFamily?.toString() ?? null,
    });
  }

  @Mutation(() => RuMfoClientPayload, { description: 'Chooses where money goes: an own account or a verified card (получение денег).' })
  @Scoped('clients:write')
  ruMfoChooseMoneyReceipt(
    @Arg('input', () => RuMfoMoneyReceiptInput, { description: 'Account or card.' }) input: RuMfoMoneyReceiptInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    return step(context, chooseMoneyReceipt, input, {
      ...filled(['account', 'bankCode', 'accountHolder'], input),
      method: input.method,
      cardId: input.cardId ? rowIdOf('RuMfoCard', input.cardId) : null,
      ownWays: input.ownWays ?? [],
    });
  }

  @Mutation(() => RuMfoClientPayload, { description: 'Ends the registration when all photographs were received (идентификация).' })
  @Scoped('clients:write')
  ruMfoIdentify(
    @Arg('input', () => RuMfoIdentifyInput, { description: 'Boxes that were ticked.' }) input: RuMfoIdentifyInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    return step(context, identify, input, { confirmations: input.confirmations });
  }

  @Mutation(() => RuMfoClientPayload, {
    description: 'Says that the data on file hold, for an application or for the year (подтверждение сведений).',
  })
  @Scoped('clients:write')
  ruMfoConfirmData(
    @Arg('input', () => RuMfoConfirmDataInput, { description: 'For what, and whether anything changed.' }) input: RuMfoConfirmDataInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    const applicationId = input.applicationId ? rowIdOf('Application', input.applicationId) : null;
    return step(context, confirmData, input, { applicationId, changed: input.changed });
  }

  @Mutation(() => RuMfoClientPayload, {
    description: 'Names another registered mailbox; the former stays in the history (электронная почта).',
  })
  @Scoped('clients:write')
  ruMfoChangeEmail(
    @Arg('input', () => RuMfoChangeEmailInput, { description: 'The new address.' }) input: RuMfoChangeEmailInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoClientPayload> {
    return step(context, changeEmail, input, { email: input.email });
  }
}

@Resolver(() => RuMfoRegistration)
export class RuMfoRegistrationPartsResolver {
  @FieldResolver(() => [RuMfoDeclaration], { description: 'Check-boxes, each on its own (согласия и заверения).' })
  @Scoped('clients:read')
  declarations(@Root() own: RuMfoRegistration, @Ctx() context: GraphContext): Promise<RuMfoDeclaration[]> {
    return context.loaders.list(declarationsByClient, own.clientRowId);
  }

  @FieldResolver(() => [String], {
    description: 'Texts that boxes and confirmed phone accepted, as `CODE@version` (принятые документы).',
  })
  @Scoped('clients:read')
  async acceptedDocuments(@Root() own: RuMfoRegistration, @Ctx() context: GraphContext): Promise<string[]> {
    return [...new Set((await context.loaders.list(acceptedTexts, own.clientRowId)).flatMap(({ documents }) => documents))];
  }

  @FieldResolver(() => [RuMfoAnswer], { description: 'What the steps hold and held, the latest first (история сведений).' })
  @Scoped('clients:read')
  async history(@Root() own: RuMfoRegistration, @Ctx() context: GraphContext): Promise<RuMfoAnswer[]> {
    const read = context.loaders.list(answersByClient, own.clientRowId);
    // Without the scope of personal data, no answer's content is shown.
    const rows = context.caller.scopes.has('clients:personal') ? await traceRead(context, own.clientRowId, read) : await read;
    const cipher = context.ports.get(fieldCipherPort);
    return rows.map(({ step: of, givenAt, replacedAt, ...row }) => ({
      step: of as RegistrationStep,
      givenAt,
      replacedAt,
      content: openAnswer(cipher, context.lender!.id, row),
    }));
  }
}

/** Runs a command on the caller’s own registration, or on the one that an officer names. */
async function step<Input extends { readonly clientId: string }, Result extends StepResult & CommandResult>(
  context: GraphContext,
  command: Command<Input, Result>,
  given: { readonly clientId?: string | null; readonly idempotencyKey?: string | null },
  fields: Omit<Input, 'clientId'>,
): Promise<RuMfoClientPayload> {
  const clientId = context.caller.clientId ?? (given.clientId ? rowIdOf('Client', given.clientId) : null);
  if (!clientId) return { client: null, clientId: null, findings: [formFinding('CLIENT_REQUIRED', ['input', 'clientId'])] };
  const result = await context.execute(command, { ...fields, clientId } as Input, { idempotencyKey: given.idempotencyKey ?? undefined });
  const row = result.clientId ? await context.loaders.one(clientById, result.clientId) : null;
  return {
    client: row && toClient(row),
    clientId: result.clientId ? toGlobalId('Client', result.clientId) : null,
    findings: result.findings ?? [],
  };
}
