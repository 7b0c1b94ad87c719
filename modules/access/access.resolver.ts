import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { fromGlobalId, rowIdOf, Scoped, toGlobalId } from '../../schema/base';
import { loadClient } from '../clients';
import type { GraphContext } from '../commands';
import {
  ChangePasswordInput,
  ConfirmContactInput,
  RefreshSessionInput,
  RequestCodeInput,
  SignInInput,
  SignInWithPasswordInput,
} from './access.input';
import {
  ChangePasswordPayload,
  ConfirmContactPayload,
  RefreshSessionPayload,
  RequestCodePayload,
  SignInPayload,
  SignInWithPasswordPayload,
  SignOutPayload,
} from './access.type';
import { confirmContact } from './confirm-contact.command';
import { requestCode } from './request-code.command';
import { changePassword, refreshSession, signOut } from './session.commands';
import { type SignInResult, signIn, signInWithPassword } from './sign-in.command';

// Opaque like every id of the graph, though a code is nothing that `node` finds.
const CEREMONY = 'Ceremony';

@Resolver()
export class AccessResolver {
  @Mutation(() => RequestCodePayload, {
    description:
      'Sends a confirmation code (код подтверждения операции). To come in it needs no token, and tells nobody whether the contact is known.',
  })
  @Scoped('public')
  async requestCode(
    @Arg('input', () => RequestCodeInput, { description: 'What the code is for.' }) input: RequestCodeInput,
    @Ctx() context: GraphContext,
  ): Promise<RequestCodePayload> {
    const { purpose, channel, phone = null, email = null } = input;
    const operation = input.operationId == null ? null : fromGlobalId(input.operationId);
    const result = await context.execute(requestCode, { purpose, channel, phone, email, operation });
    return {
      ceremonyId: result.ceremonyId ? toGlobalId(CEREMONY, result.ceremonyId) : null,
      expiresAt: result.expiresAt ?? null,
      resendAt: result.resendAt ?? null,
      codeLength: result.codeLength ?? null,
      findings: result.findings ?? [],
    };
  }

  @Mutation(() => SignInPayload, { description: 'Comes in by a code that was sent (вход по коду); the contact is confirmed by that.' })
  @Scoped('public')
  async signIn(
    @Arg('input', () => SignInInput, { description: 'The code.' }) input: SignInInput,
    @Ctx() context: GraphContext,
  ): Promise<SignInPayload> {
    return sessionOf(await context.execute(signIn, { ceremonyId: rowIdOf(CEREMONY, input.ceremonyId), code: input.code }));
  }

  @Mutation(() => SignInWithPasswordPayload, { description: 'Comes in by a confirmed contact and the password (вход по паролю).' })
  @Scoped('public')
  async signInWithPassword(
    @Arg('input', () => SignInWithPasswordInput, { description: 'Contact and password.' }) input: SignInWithPasswordInput,
    @Ctx() context: GraphContext,
  ): Promise<SignInWithPasswordPayload> {
    return sessionOf(await context.execute(signInWithPassword, { login: input.login, password: input.password }));
  }

  @Mutation(() => RefreshSessionPayload, { description: 'Trades a refresh token for new tokens; needs no access token.' })
  @Scoped('public')
  async refreshSession(
    @Arg('input', () => RefreshSessionInput, { description: 'The newest refresh token.' }) input: RefreshSessionInput,
    @Ctx() context: GraphContext,
  ): Promise<RefreshSessionPayload> {
    return sessionOf(await context.execute(refreshSession, { refreshToken: input.refreshToken }));
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session of this request (выход).' })
  @Scoped('signed-in')
  async signOut(@Ctx() context: GraphContext): Promise<SignOutPayload> {
    const { findings = [] } = await context.execute(signOut, null);
    return { findings };
  }

  @Mutation(() => ConfirmContactPayload, { description: 'Proves a phone number or a mailbox by a code (подтверждение контакта).' })
  @Scoped('clients:write')
  async confirmContact(
    @Arg('input', () => ConfirmContactInput, { description: 'The contact and the code.' }) input: ConfirmContactInput,
    @Ctx() context: GraphContext,
  ): Promise<ConfirmContactPayload> {
    const { contact, code } = input;
    const result = await context.execute(confirmContact, { contact, code, ceremonyId: rowIdOf(CEREMONY, input.ceremonyId) });
    return { client: result.clientId ? await loadClient(context, result.clientId) : null, findings: result.findings ?? [] };
  }

  @Mutation(() => ChangePasswordPayload, {
    description: 'Sets the password of the client whose session it is; nobody else can (смена пароля).',
  })
  @Scoped('signed-in')
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The new password.' }) input: ChangePasswordInput,
    @Ctx() context: GraphContext,
  ): Promise<ChangePasswordPayload> {
    const { currentPassword = null, newPassword } = input;
    const { findings = [] } = await context.execute(changePassword, { currentPassword, newPassword });
    return { findings };
  }
}

function sessionOf({ tokens, findings = [] }: SignInResult): SignInPayload {
  return { session: tokens ? { ...tokens, clientId: toGlobalId('Client', tokens.clientId) } : null, findings };
}
