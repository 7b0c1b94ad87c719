import { AccountLockEntity } from './account-lock.entity';
import { CompromiseResolver } from './compromise.resolver';
import { CreateRuMfoAccountLocks1700000002192 } from './create-account-locks.migration';

export { accountGuard, allGuards } from './sign-in-guard';

/** What the plugin's definition takes from this folder. */
export const compromiseCapability = {
  entities: [AccountLockEntity],
  migrations: [CreateRuMfoAccountLocks1700000002192],
  resolvers: [CompromiseResolver],
};
