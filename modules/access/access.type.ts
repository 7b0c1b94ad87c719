import type { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, Scoped } from '../../schema/base';
import { Client } from '../clients';
import { LenderType } from '../lenders';
import { type Finding, FindingType } from '../rules';
import type { Caller } from './caller';

@Scoped('parent')
@ObjectType('RequestCodePayload', { description: 'Where the code that was sent is to be entered. The code itself is never answered.' })
export class RequestCodePayload {
  @Field(() => ID, { nullable: true, description: 'Names this code when it is entered; null when none was made.' })
  ceremonyId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the code is good.' })
  expiresAt!: Temporal.Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when another code may be asked for.' })
  resendAt!: Temporal.Instant | null;

  @Field(() => Int, { nullable: true, description: 'How many digits it has.' })
  codeLength!: number | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('SessionTokens', { description: 'What an application needs to act for a client. Keep it secret.' })
export class SessionTokensType {
  @Field(() => ID, { description: 'The client who came in.' })
  clientId!: string;

  @Field(() => String, { description: 'Goes into `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: 'Until when the access token is good.' })
  accessExpiresAt!: Date;

  @Field(() => String, { description: 'For `refreshSession`; good once.' })
  refreshToken!: string;

  @Field(() => DateTimeScalar, { description: 'Until when the refresh token is good.' })
  refreshExpiresAt!: Date;
}

const sessionField = { nullable: true, description: 'The tokens; null when refused.' } as const;
const findingsField = { description: 'Reasons of a refusal, or warnings.' } as const;

@Scoped('parent')
@ObjectType('SignInPayload', { description: 'What became of the sign-in.' })
export class SignInPayload {
  @Field(() => SessionTokensType, sessionField)
  session!: SessionTokensType | null;

  @Field(() => [FindingType], findingsField)
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('SignInWithPasswordPayload', { description: 'What became of the sign-in.' })
export class SignInWithPasswordPayload {
  @Field(() => SessionTokensType, sessionField)
  session!: SessionTokensType | null;

  @Field(() => [FindingType], findingsField)
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('RefreshSessionPayload', { description: 'What became of the trade.' })
export class RefreshSessionPayload {
  @Field(() => SessionTokensType, sessionField)
  session!: SessionTokensType | null;

  @Field(() => [FindingType], findingsField)
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('SignOutPayload', { description: 'What became of the sign-out.' })
export class SignOutPayload {
  @Field(() => [FindingType], findingsField)
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ConfirmContactPayload', { description: 'What became of the confirmation.' })
export class ConfirmContactPayload {
  @Field(() => Client, { nullable: true, description: 'The client with the confirmed contact; null when refused.' })
  client!: Client | null;

  @Field(() => [FindingType], findingsField)
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ChangePasswordPayload', { description: 'What became of the new password.' })
export class ChangePasswordPayload {
  @Field(() => [FindingType], findingsField)
  findings!: readonly Finding[];
}

/** Kinds of caller as a GraphQL enum. */
export const CallerKindEnum = {
  ANONYMOUS: 'ANONYMOUS',
  CLIENT: 'CLIENT',
  OFFICER: 'OFFICER',
  PARTNER: 'PARTNER',
  OPERATOR: 'OPERATOR',
  SYSTEM: 'SYSTEM',
} as const;

registerEnumType(CallerKindEnum, {
  name: 'CallerKind',
  description: 'Who makes a request.',
  valuesConfig: {
    ANONYMOUS: { description: 'Nobody known: a request without a token.' },
    CLIENT: { description: 'A client in its own session; sees its own rows only.' },
    OFFICER: { description: 'An employee of the lender.' },
    PARTNER: { description: 'A partner’s system.' },
    OPERATOR: { description: 'Whoever runs the gateway.' },
    SYSTEM: { description: 'The gateway itself.' },
  },
});

@Scoped('parent')
@ObjectType('Viewer', { description: 'Who makes this request, as its token tells.' })
export class Viewer {
  @Field(() => CallerKindEnum, { description: 'What kind of caller.' })
  kind!: Caller['kind'];

  @Field(() => String, { description: 'Subject of the token; `anonymous` without one.' })
  subject!: string;

  @Field(() => [String], { description: 'Scopes of the token, in alphabetical order.' })
  scopes!: readonly string[];

  @Field(() => LenderType, { nullable: true, description: 'The lender of this request; null when none was named.' })
  lender!: LenderType | null;

  @Field(() => Client, { nullable: true, description: 'The client whose session it is.' })
  client!: Client | null;
}
