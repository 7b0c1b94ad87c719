import { BureauReportEntity, DisclosureEntity, ReportingRestrictionEntity } from './confidentiality.entity';
import { RuMfoConfidentialityResolver } from './confidentiality.resolver';
import { CreateRuMfoConfidentiality1700000002202 } from './create-confidentiality.migration';

/** What the plugin's definition takes from this folder. */
export const confidentialityCapability = {
  entities: [DisclosureEntity, ReportingRestrictionEntity, BureauReportEntity],
  migrations: [CreateRuMfoConfidentiality1700000002202],
  resolvers: [RuMfoConfidentialityResolver],
};
