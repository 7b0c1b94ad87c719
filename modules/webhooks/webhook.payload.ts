import { Field, Int, ObjectType } from 'type-graphql';
import { Scoped } from '../../schema/base';
import { type Finding, FindingType } from '../rules';
import { Webhook, WebhookReplayType } from './webhook.type';
import { WebhookDelivery } from './webhook-delivery.type';

@Scoped('parent')
@ObjectType('WebhookPayload', { description: 'What became of a change to an endpoint.' })
export class WebhookPayload {
  @Field(() => Webhook, { nullable: true, description: 'The endpoint as it is now; null when the change was refused, or it was deleted.' })
  webhook!: Webhook | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('WebhookSecretPayload', { description: 'An endpoint and its new secret.' })
export class WebhookSecretPayload extends WebhookPayload {
  @Field(() => String, {
    nullable: true,
    description: 'Secret of `v1` signatures, `whsec_` and base64. It is shown in this answer only: keep it where secrets are kept.',
  })
  secret!: string | null;
}

@Scoped('parent')
@ObjectType('TestWebhookPayload', { description: 'A test that is sent.' })
export class TestWebhookPayload {
  @Field(() => WebhookDelivery, {
    nullable: true,
    description: 'The delivery; read it again for what came back. Null when it was refused.',
  })
  delivery!: WebhookDelivery | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ReplayWebhookPayload', { description: 'A replay that began.' })
export class ReplayWebhookPayload {
  @Field(() => WebhookReplayType, { nullable: true, description: 'The replay; null when it was refused.' })
  replay!: WebhookReplayType | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}

@Scoped('parent')
@ObjectType('ResendWebhookDeliveriesPayload', { description: 'Dead letters that are sent again.' })
export class ResendWebhookDeliveriesPayload {
  @Field(() => Int, { nullable: true, description: 'How many; null when it was refused.' })
  resent!: number | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal.' })
  findings!: readonly Finding[];
}
