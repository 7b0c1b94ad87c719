import { definePlugin } from '../kit';
import { byPledgeErrors } from './by-pledge.errors';
import { ByPledgeApplicationResolver } from './by-pledge.resolver';
import { workingDaysBy } from './calendar';
import { byPledgeClauses } from './clauses.generated';
import { zubrLeasingRules } from './editions/zubr-leasing';
import { pledgeErrors } from './errors/pledge';
import { PLUGIN } from './ids';
import { zubrLeasing } from './lenders/zubr-leasing';
import { ConsentEntity, CreateByPledge1700000004000, PartyEntity, PledgeEntity, pledgeEventTypes } from './pledge';
import { rules } from './rules';
import { validators } from './validators';

/** Pledges of vehicles that secure microloans in Belarus. */
export const byPledge = definePlugin({
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
  entities: [PledgeEntity, PartyEntity, ConsentEntity],
  migrations: [CreateByPledge1700000004000],
  errors: [byPledgeErrors, pledgeErrors],
  eventTypes: [...pledgeEventTypes],
  resolvers: [ByPledgeApplicationResolver],
});
