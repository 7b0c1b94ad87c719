import { defineModule } from '../../schema/base';
import { CreateCoreSchema1700000000000 } from './create-core-schema.migration';

export const databaseModule = defineModule({ id: 'database', migrations: [CreateCoreSchema1700000000000] });
