import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { CodeChannel, CodePurpose } from './ceremony.entity';

/** Purposes as a GraphQL enum. */
export const CodePurposeEnum = {
  SIGN_IN: 'SIGN_IN',
  CONFIRM_PHONE: 'CONFIRM_PHONE',
  CONFIRM_EMAIL: 'CONFIRM_EMAIL',
  SIGN_DOCUMENT: 'SIGN_DOCUMENT',
  OPERATION: 'OPERATION',
} as const;

registerEnumType(CodePurposeEnum, {
  name: 'CodePurpose',
  description: 'What a confirmation code is for; it is good for nothing else.',
  valuesConfig: {
    SIGN_IN: { description: 'To come in (вход).' },
    CONFIRM_PHONE: { description: 'To prove a phone number (подтверждение номера).' },
    CONFIRM_EMAIL: { description: 'To prove a mailbox (подтверждение почты).' },
    SIGN_DOCUMENT: { description: 'To sign one document (подписание документа).' },
    OPERATION: { description: 'To confirm one operation (подтверждение операции).' },
  },
});

/** Channels as a GraphQL enum. */
export const CodeChannelEnum = { SMS: 'SMS', CALL: 'CALL', EMAIL: 'EMAIL' } as const;

registerEnumType(CodeChannelEnum, {
  name: 'CodeChannel',
  description: 'How a code is sent.',
  valuesConfig: {
    SMS: { description: 'Short message (СМС).' },
    CALL: { description: 'A call that reads it out (звонок).' },
    EMAIL: { description: 'E-mail (электронная почта).' },
  },
});

/** Contacts as a GraphQL enum. */
export const ContactEnum = { PHONE: 'PHONE', EMAIL: 'EMAIL' } as const;

registerEnumType(ContactEnum, {
  name: 'Contact',
  description: 'A way to reach a client.',
  valuesConfig: {
    PHONE: { description: 'The phone number (телефон).' },
    EMAIL: { description: 'The mailbox (электронная почта).' },
  },
});

@InputType('RequestCodeInput', { description: 'What a confirmation code is wanted for.' })
export class RequestCodeInput {
  @Field(() => CodePurposeEnum, { description: 'What it is for.' })
  purpose!: CodePurpose;

  @Field(() => CodeChannelEnum, { description: 'How to send it.' })
  channel!: CodeChannel;

  @Field(() => String, {
    nullable: true,
    description: 'SIGN_IN: the number to come in with. CONFIRM_PHONE: the number to prove, if not the one on file.',
  })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SIGN_IN: the mailbox to come in with. CONFIRM_EMAIL: the one to prove, if not the one on file.',
  })
  email?: string | null;

  @Field(() => ID, { nullable: true, description: 'SIGN_DOCUMENT and OPERATION: id of what the code is to confirm.' })
  operationId?: string | null;
}

@InputType('SignInInput', { description: 'A code that was sent to come in.' })
export class SignInInput {
  @Field(() => ID, { description: 'As answered by `requestCode`.' })
  ceremonyId!: string;

  @Field(() => String, { description: 'The digits that were received (код подтверждения).' })
  code!: string;
}

@InputType('SignInWithPasswordInput', { description: 'A contact and the password.' })
export class SignInWithPasswordInput {
  @Field(() => String, { description: 'Phone number or e-mail address.' })
  login!: string;

  @Field(() => String, { description: 'The password (пароль).' })
  password!: string;
}

@InputType('RefreshSessionInput', { description: 'A refresh token, to be traded for new tokens.' })
export class RefreshSessionInput {
  @Field(() => String, { description: 'The newest one; an older one ends the session.' })
  refreshToken!: string;
}

@InputType('ConfirmContactInput', { description: 'A code that was sent to prove a contact.' })
export class ConfirmContactInput {
  @Field(() => ContactEnum, { description: 'Which contact.' })
  contact!: 'PHONE' | 'EMAIL';

  @Field(() => ID, { description: 'As answered by `requestCode`.' })
  ceremonyId!: string;

  @Field(() => String, { description: 'The digits that were received (код подтверждения).' })
  code!: string;
}

@InputType('ChangePasswordInput', { description: 'A new password.' })
export class ChangePasswordInput {
  @Field(() => String, { nullable: true, description: 'The present password; needed when there is one.' })
  currentPassword?: string | null;

  @Field(() => String, { description: '8 to 128 characters, at least four of them different.' })
  newPassword!: string;
}
