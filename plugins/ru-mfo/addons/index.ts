import { AddonEntity } from './addon.entity';
import { AddonResolver, ApplicationAddonsResolver, ContractAddonsResolver } from './addons.resolver';
import { CreateRuMfoAddons1700000002190 } from './create-addons.migration';
import { addonDocuments } from './documents';
import { InsuredTermsEntity } from './insured-terms.entity';

/** What the plugin's definition takes from this folder. */
export const addonCapability = {
  entities: [AddonEntity, InsuredTermsEntity],
  migrations: [CreateRuMfoAddons1700000002190],
  resolvers: [AddonResolver, ApplicationAddonsResolver, ContractAddonsResolver],
  documents: addonDocuments,
};
