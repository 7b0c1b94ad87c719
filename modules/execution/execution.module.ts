import { defineModule } from '../../schema/base';
import { CreateIdempotency1700000000200 } from './create-idempotency.migration';
import { executionErrors } from './execution.errors';
import { IdempotencyEntity } from './idempotency.entity';

export const executionModule = defineModule({
  id: 'execution',
  requires: ['lenders'],
  entities: [IdempotencyEntity],
  migrations: [CreateIdempotency1700000000200],
  errors: [executionErrors],
});
