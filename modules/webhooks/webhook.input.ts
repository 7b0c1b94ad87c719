import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CursorScalar, DateTimeScalar, JSONObjectScalar, KEY_DESCRIPTION } from '../../schema/base';

@InputType('RegisterWebhookInput', { description: 'Where events are to go, and as what.' })
export class RegisterWebhookInput {
  @Field(() => String, { description: 'Address that deliveries are posted to: https, public, without user and password.' })
  url!: string;

  @Field(() => String, { description: 'A GraphQL document with a subscription of events. Leave its `after` to the gateway.' })
  document!: string;

  @Field(() => String, { nullable: true, description: 'Which operation of the document; needed when it holds several.' })
  operationName?: string | null;

  @Field(() => JSONObjectScalar, { nullable: true, description: 'Variables of the document.' })
  variables?: Record<string, unknown> | null;

  @Field(() => [String], { nullable: true, description: 'Only events of these types; without it, whatever the document asks for.' })
  eventTypes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Version of the API; the present one without it.' })
  apiVersion?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for, up to 500 characters; nothing personal.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address that the gateway tells when it stops delivering.' })
  noticeEmail?: string | null;

  @Field(() => CursorScalar, { nullable: true, description: 'Begin after this cursor; without it, with what happens from now on.' })
  after?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('UpdateWebhookInput', { description: 'What is to be different; what is left out stays, null empties what may be empty.' })
export class UpdateWebhookInput {
  @Field(() => ID, { description: 'Global id of the endpoint.' })
  webhookId!: string;

  @Field(() => String, { nullable: true, description: 'Address that deliveries are posted to.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'A GraphQL document with a subscription of events.' })
  document?: string | null;

  @Field(() => String, { nullable: true, description: 'Which operation of the document.' })
  operationName?: string | null;

  @Field(() => JSONObjectScalar, { nullable: true, description: 'Variables of the document.' })
  variables?: Record<string, unknown> | null;

  @Field(() => [String], { nullable: true, description: 'Only events of these types; null: whatever the document asks for.' })
  eventTypes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What it is for, up to 500 characters; nothing personal.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address that the gateway tells when it stops delivering.' })
  noticeEmail?: string | null;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('WebhookInput', { description: 'Names an endpoint.' })
export class WebhookInput {
  @Field(() => ID, { description: 'Global id of the endpoint.' })
  webhookId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('ResumeWebhookInput', { description: 'Names an endpoint, and where it goes on.' })
export class ResumeWebhookInput extends WebhookInput {
  @Field(() => CursorScalar, { nullable: true, description: 'Go on after this cursor; without it, where the endpoint stopped.' })
  after?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Pass over what happened meanwhile.' })
  fromNow?: boolean | null;
}

@InputType('RotateWebhookSecretInput', { description: 'Names an endpoint, and how long its old keys sign beside the new ones.' })
export class RotateWebhookSecretInput extends WebhookInput {
  @Field(() => Int, { nullable: true, defaultValue: 24, description: 'Hours, from 0 to 168.' })
  overlapHours?: number | null;
}

@InputType('ReplayWebhookInput', { description: 'A range of the log: by cursors or by moments.' })
export class ReplayWebhookInput extends WebhookInput {
  @Field(() => CursorScalar, { nullable: true, description: 'Events after this cursor.' })
  after?: string | null;

  @Field(() => CursorScalar, { nullable: true, description: 'Up to the event of this cursor; without it, up to the endpoint’s place.' })
  through?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Events of this moment and later.' })
  from?: Temporal.Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Events before this moment.' })
  to?: Temporal.Instant | null;
}

@InputType('ResendWebhookDeliveriesInput', { description: 'Names dead letters.' })
export class ResendWebhookDeliveriesInput extends WebhookInput {
  @Field(() => [ID], { nullable: true, description: 'Global ids of deliveries; without it, all dead letters of the endpoint.' })
  deliveryIds?: string[] | null;
}
