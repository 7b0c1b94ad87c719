import type { EventTypeDefinition } from '../../../schema/base';
import { ExplanationEntity } from '../explanations/explanation.entity';
import { RuMfoExplanationsResolver } from '../explanations/explanations.resolver';
import { MessageEntity } from '../messages/message.entity';
import { RuMfoMessagesResolver } from '../messages/messages.resolver';
import { AgeExceptionEntity } from './age-exception.entity';
import { AgreementEntity } from './agreement.entity';
import { CreateRuMfoReception1700000002180 } from './create-reception.migration';
import { receptionDeadlines } from './deadlines';
import { ReceptionEntity } from './reception.entity';
import { RuMfoReceptionResolver } from './reception.resolver';
import { RegisterReplyEntity } from './register-reply.entity';
import { RegistrationCounterEntity } from './registration-counter.entity';

const clientId = '0199f0a0-0000-7000-8000-000000000002';

const eventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'RuMfoExplanationChanged',
    version: 1,
    description: 'An explanation was asked for or given (разъяснение).',
    example: { clientId, ruMfoExplanationId: '0199f0a0-0000-7000-8000-000000000011', status: 'OPEN' },
  },
  {
    type: 'RuMfoMessageSent',
    version: 1,
    description: 'Client or lender wrote in the personal account (сообщение).',
    example: { clientId, ruMfoMessageId: '0199f0a0-0000-7000-8000-000000000012', author: 'CLIENT' },
  },
];

/** What the plugin's definition takes from reception, explanations and messages. */
export const receptionCapability = {
  entities: [
    ReceptionEntity,
    RegistrationCounterEntity,
    AgeExceptionEntity,
    RegisterReplyEntity,
    AgreementEntity,
    ExplanationEntity,
    MessageEntity,
  ],
  migrations: [CreateRuMfoReception1700000002180],
  resolvers: [RuMfoReceptionResolver, RuMfoExplanationsResolver, RuMfoMessagesResolver],
  eventTypes,
  deadlines: receptionDeadlines,
};
