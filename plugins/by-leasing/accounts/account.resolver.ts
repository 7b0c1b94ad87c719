import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CommandResult, GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClient } from '../by-leasing.type';
import { codeWordByClient } from '../factors/code-word';
import { factorsByClient } from '../factors/factor.record';
import { createCodeWord } from '../factors/set-code-word.command';
import { pathOf } from '../factors/step-up';
import { accountByClient } from './account.record';
import {
  ByLeasingAccount,
  ByLeasingAccountPayload,
  ByLeasingAuthorisation,
  ByLeasingChangePhoneInput,
  ByLeasingChoosePathInput,
  ByLeasingConfirmHolderInput,
  ByLeasingConfirmRegistrationInput,
  ByLeasingCreateCodeWordInput,
  ByLeasingFactor,
  ByLeasingRecordContactInput,
  ByLeasingRequestSignInInput,
  ByLeasingRequestSignInPayload,
  ByLeasingSignInInput,
  ByLeasingSignInPayload,
  ByLeasingStartRegistrationInput,
  ByLeasingStartRegistrationPayload,
} from './account.types';
import { confirmHolder } from './assign-account.command';
import { authorisationsByClient } from './authorisation.record';
import { changePhone } from './change-phone.command';
import { choosePath } from './choose-path.command';
import { recordContact } from './deal-contacts';
import { ownClientId } from './own-client';
import { confirmRegistration, startRegistration } from './register.commands';
import { requestSignIn, signInToCabinet } from './sign-in.commands';

// Opaque like every id of the graph, though neither is anything that `node` finds.
const REGISTRATION = 'ByLeasingRegistration';
const CEREMONY = 'Ceremony';

@Resolver(() => ByLeasingClient)
export class AccountResolver {
  @FieldResolver(() => ByLeasingAccount, {
    nullable: true,
    description: 'The account in the cabinet; null for a client without one (учётная запись).',
  })
  @Scoped('clients:read')
  async account(@Root() { clientId }: ByLeasingClient, @Ctx() { loaders }: GraphContext): Promise<ByLeasingAccount | null> {
    const row = await loaders.one(accountByClient, clientId);
    return row && { ...row, id: toGlobalId('ByLeasingAccount', row.id), path: pathOf(row) };
  }

  @Mutation(() => ByLeasingStartRegistrationPayload, { description: 'Sends the filled form; a password goes to the phone (регистрация).' })
  @Scoped('public')
  async byLeasingStartRegistration(
    @Arg('input', () => ByLeasingStartRegistrationInput, { description: 'The form.' }) input: ByLeasingStartRegistrationInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingStartRegistrationPayload> {
    const { marketingConsent, kind = null, ...form } = input;
    const { registrationId, findings = [] } = await context.execute(startRegistration, { ...form, kind, marketing: marketingConsent });
    return { registrationId: registrationId ? toGlobalId(REGISTRATION, registrationId) : null, findings };
  }

  @Mutation(() => ByLeasingAccountPayload, {
    description: 'Enters the password of the message: only now the account exists (подтверждение регистрации).',
  })
  @Scoped('public')
  async byLeasingConfirmRegistration(
    @Arg('input', () => ByLeasingConfirmRegistrationInput, { description: 'The password.' }) input: ByLeasingConfirmRegistrationInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    const command = { registrationId: rowIdOf(REGISTRATION, input.registrationId), password: input.password };
    return payloadOf(await context.execute(confirmRegistration, command));
  }

  @Mutation(() => ByLeasingRequestSignInPayload, {
    description: 'Sends the code or password of one sign-in to the number that is the login (запрос кода).',
  })
  @Scoped('public')
  async byLeasingRequestSignIn(
    @Arg('input', () => ByLeasingRequestSignInInput, { description: 'The login.' }) { phone }: ByLeasingRequestSignInInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingRequestSignInPayload> {
    const { ceremonyId, expiresAt = null, findings = [] } = await context.execute(requestSignIn, { phone });
    return { ceremonyId: ceremonyId ? toGlobalId(CEREMONY, ceremonyId) : null, expiresAt, findings };
  }

  @Mutation(() => ByLeasingSignInPayload, {
    description: 'Comes in: an individual by phone and code, others by phone, УНП and password (вход в кабинет).',
  })
  @Scoped('public')
  async byLeasingSignIn(
    @Arg('input', () => ByLeasingSignInInput, { description: 'All factors.' }) input: ByLeasingSignInInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingSignInPayload> {
    const { phone, unp = null, ceremonyId, secret = null } = input;
    const command = { phone, unp, ceremonyId: ceremonyId == null ? null : rowIdOf(CEREMONY, ceremonyId), secret };
    const { tokens, nextStep = null, findings = [] } = await context.execute(signInToCabinet, command);
    return { session: tokens ? { ...tokens, clientId: toGlobalId('Client', tokens.clientId) } : null, nextStep, findings };
  }

  @Mutation(() => ByLeasingAccountPayload, { description: 'The client makes its code word (кодовое слово).' })
  @Scoped('clients:write')
  async byLeasingCreateCodeWord(
    @Arg('input', () => ByLeasingCreateCodeWordInput, { description: 'The word.' }) { codeWord }: ByLeasingCreateCodeWordInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    const own = ownClientId(context);
    return payloadOf(own.findings ? own : await context.execute(createCodeWord, { clientId: own.clientId, codeWord }));
  }

  @Mutation(() => ByLeasingAccountPayload, { description: 'A sole proprietor chooses how it is authenticated and signs (выбор способа).' })
  @Scoped('clients:write')
  async byLeasingChoosePath(
    @Arg('input', () => ByLeasingChoosePathInput, { description: 'The choice.' }) { path }: ByLeasingChoosePathInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    const own = ownClientId(context);
    return payloadOf(own.findings ? own : await context.execute(choosePath, { clientId: own.clientId, path }));
  }

  @Mutation(() => ByLeasingAccountPayload, {
    description: 'Records the contact number of a deal: by it, its party registers (контактный номер сделки).',
  })
  @Scoped('applications:decide')
  async byLeasingRecordContact(
    @Arg('input', () => ByLeasingRecordContactInput, { description: 'The number.' }) { dealNumber, ...input }: ByLeasingRecordContactInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    return payloadOf(await context.execute(recordContact, { ...input, dealNumber: dealNumber ?? null }));
  }

  @Mutation(() => ByLeasingAccountPayload, {
    description: 'Puts another number in an account’s place, at an office; the login goes with it (смена номера).',
  })
  @Scoped('applications:decide')
  async byLeasingChangePhone(
    @Arg('input', () => ByLeasingChangePhoneInput, { description: 'The number.' }) input: ByLeasingChangePhoneInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    const { clientId, phone, applicationNumber, changedOn } = input;
    const command = { clientId: rowIdOf('Client', clientId), phone, applicationNumber, changedOn: changedOn.toString() };
    return payloadOf(await context.execute(changePhone, command, keyOf(input)));
  }

  @Mutation(() => ByLeasingAccountPayload, {
    description: 'Confirms whose an account is; it goes over to nobody else (владелец учётной записи).',
  })
  @Scoped('applications:decide')
  async byLeasingConfirmHolder(
    @Arg('input', () => ByLeasingConfirmHolderInput, { description: 'The holder.' }) input: ByLeasingConfirmHolderInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingAccountPayload> {
    const command = {
      clientId: rowIdOf('Client', input.clientId),
      toClientId: rowIdOf('Client', input.toClientId),
      unp: input.unp ?? null,
    };
    return payloadOf(await context.execute(confirmHolder, command));
  }
}

@Resolver(() => ByLeasingAccount)
export class AccountPartsResolver {
  @FieldResolver(() => Boolean, { description: 'Whether a code word was made; the word itself is never shown.' })
  async hasCodeWord(@Root() { clientId }: ByLeasingAccount, @Ctx() { loaders }: GraphContext): Promise<boolean> {
    return (await loaders.one(codeWordByClient, clientId)) !== null;
  }

  @FieldResolver(() => [ByLeasingFactor], {
    description: 'Factors as they were checked, the latest first, at most 500 (проверки факторов).',
  })
  async factors(@Root() { clientId }: ByLeasingAccount, @Ctx() { loaders }: GraphContext): Promise<ByLeasingFactor[]> {
    return [...(await loaders.list(factorsByClient, clientId))];
  }

  @FieldResolver(() => [ByLeasingAuthorisation], { description: 'When the client came in, the latest first, at most 200 (авторизации).' })
  async authorisations(@Root() { clientId }: ByLeasingAccount, @Ctx() { loaders }: GraphContext): Promise<ByLeasingAuthorisation[]> {
    return [...(await loaders.list(authorisationsByClient, clientId))];
  }
}

const payloadOf = ({ clientId, findings }: CommandResult & { readonly clientId?: string }): ByLeasingAccountPayload => ({
  clientId: clientId ? toGlobalId('Client', clientId) : null,
  findings: findings ?? [],
});
