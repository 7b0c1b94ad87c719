import { ClaimAssignmentEntity } from './claim-assignment.entity';
import { CreateRuMfoRetention1700000002201 } from './create-retention.migration';
import { RuMfoRetentionResolver } from './retention.resolver';
import { RetentionCheckEntity } from './retention-check.entity';
import { retentionJob } from './retention-job';

/** What the plugin's definition takes from this folder. */
export const retentionCapability = {
  entities: [ClaimAssignmentEntity, RetentionCheckEntity],
  migrations: [CreateRuMfoRetention1700000002201],
  resolvers: [RuMfoRetentionResolver],
  jobs: [retentionJob],
};
