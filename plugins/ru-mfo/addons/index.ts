import { AddonEntity } from './addon.entity';
import { AddonResolver, ApplicationAddonsResolver, ContractAddonsResolver } from './addons.resolver';
import { CreateRuMfoAddons1700000002190 } from './create-addons.migration';
import { addonDocuments } from './documents';
import { InsuredTermsEntity } from './insured-terms.entity';
import { addonRefundPurpose } from './refund-addon';
import { AddonWithdrawalResolver } from './withdrawal.resolver';

/** What the plugin's definition takes from this folder. */
export const addonCapability = {
  entities: [AddonEntity, InsuredTermsEntity],
  migrations: [CreateRuMfoAddons1700000002190],
  resolvers: [AddonResolver, ApplicationAddonsResolver, ContractAddonsResolver, AddonWithdrawalResolver],
  documents: addonDocuments,
  transferPurposes: [addonRefundPurpose],
};
