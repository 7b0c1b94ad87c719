import { defineModule } from '../../schema/base';
import { accessErrors } from './access.errors';
import { AccessResolver } from './access.resolver';
import { accessEventTypes } from './access-events';
import { CeremonyEntity } from './ceremony.entity';
import { CreateAccess1700000000500 } from './create-access.migration';
import { CredentialEntity } from './credential.entity';
import { AccessRevocationEntity } from './revocation/access-revocation.entity';
import { CreateAccessRevocation1700000000510 } from './revocation/create-access-revocation.migration';
import { RevocationResolver } from './revocation/revocation.resolver';
import { SessionEntity } from './session.entity';
import { ThrottleEntity } from './throttle.entity';
import { ViewerResolver } from './viewer.resolver';

export const accessModule = defineModule({
  id: 'access',
  requires: ['clients', 'events', 'notifications'],
  entities: [AccessRevocationEntity, CeremonyEntity, CredentialEntity, SessionEntity, ThrottleEntity],
  migrations: [CreateAccess1700000000500, CreateAccessRevocation1700000000510],
  resolvers: [AccessResolver, RevocationResolver, ViewerResolver],
  errors: [accessErrors],
  eventTypes: accessEventTypes,
});
