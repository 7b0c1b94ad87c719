import { defineModule } from '../../schema/base';
import { accessErrors } from './access.errors';
import { AccessResolver } from './access.resolver';
import { accessEventTypes } from './access-events';
import { CeremonyEntity } from './ceremony.entity';
import { CreateAccess1700000000500 } from './create-access.migration';
import { CredentialEntity } from './credential.entity';
import { SessionEntity } from './session.entity';
import { ThrottleEntity } from './throttle.entity';
import { ViewerResolver } from './viewer.resolver';

export const accessModule = defineModule({
  id: 'access',
  requires: ['clients', 'notifications'],
  entities: [CeremonyEntity, CredentialEntity, SessionEntity, ThrottleEntity],
  migrations: [CreateAccess1700000000500],
  resolvers: [AccessResolver, ViewerResolver],
  errors: [accessErrors],
  eventTypes: accessEventTypes,
});
