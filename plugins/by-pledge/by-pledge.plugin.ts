import { definePlugin } from '../kit';
import { byPledgeErrors } from './by-pledge.errors';
import { ByPledgeApplicationResolver, ByPledgeTermsResolver } from './by-pledge.resolver';
import { workingDaysBy } from './calendar';
import { enforcementCapability } from './capabilities/enforcement';
import { formationCapability } from './capabilities/formation';
import { byPledgeClauses } from './clauses.generated';
import { zubrLeasingRules } from './editions/zubr-leasing';
import { PLUGIN } from './ids';
import { zubrLeasing } from './lenders/zubr-leasing';
import { rules } from './rules';
import { validators } from './validators';

/** Pledges of vehicles that secure microloans in Belarus. */
export const byPledge = definePlugin({
  ...formationCapability,
  ...enforcementCapability,
  entities: [...formationCapability.entities, ...enforcementCapability.entities],
  migrations: [...formationCapability.migrations, ...enforcementCapability.migrations],
  eventTypes: [...formationCapability.eventTypes, ...enforcementCapability.eventTypes],
  deadlines: [...formationCapability.deadlines, ...enforcementCapability.deadlines],
  documents: [...formationCapability.documents, ...enforcementCapability.documents],
  nodes: [...formationCapability.nodes, ...enforcementCapability.nodes],
  id: PLUGIN,
  jurisdiction: 'by',
  title: { en: 'Pledge for a microloan, Belarus', ru: 'Залог по микрозайму, Беларусь', be: 'Залог па мікрапазыцы, Беларусь' },
  coreRange: '^0.1.0',
  legalBasis: [
    'Договор залога ООО «ЗУБР ЛИЗИНГ», обеспечивающий микрозаём',
    'Указ Президента Республики Беларусь от 30.06.2014 № 325',
    'Указ Президента Республики Беларусь от 31.12.2015 № 539',
  ],
  lenders: [zubrLeasing],
  calendars: [workingDaysBy],
  parameters: rules,
  clauses: byPledgeClauses,
  editions: [zubrLeasingRules],
  validators,
  dataCategories: [
    {
      code: 'by-pledge:identity',
      title: {
        en: 'Identity document and identification number',
        ru: 'Документ и идентификационный номер',
        be: 'Дакумент і ідэнтыфікацыйны нумар',
      },
      sensitive: true,
      basis: 'by-pledge/5.9',
    },
    {
      code: 'by-pledge:vehicle',
      title: { en: 'Plate and place of keeping', ru: 'Регистрационный знак и место хранения', be: 'Рэгістрацыйны знак і месца захоўвання' },
      sensitive: true,
      basis: 'by-pledge/A1',
    },
  ],
  errors: [byPledgeErrors, ...formationCapability.errors, ...enforcementCapability.errors],
  resolvers: [ByPledgeApplicationResolver, ByPledgeTermsResolver, ...formationCapability.resolvers, ...enforcementCapability.resolvers],
});
