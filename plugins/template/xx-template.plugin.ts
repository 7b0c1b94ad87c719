import { definePlugin } from '../kit';
import { xxTemplateClauses } from './clauses.generated';
import { lenderEditions } from './editions/xx-template-lender';
import { lender } from './lenders/xx-template-lender';
import { lifecycle } from './lifecycle';
import { rules } from './rules';
import { loanMax } from './validators/loan-max';
import { CreateXxTemplate1700000009000 } from './visits/create-xx-template.migration';
import { VisitEntity } from './visits/visit.entity';
import { XxTemplateVisitResolver } from './visits/visit.resolver';
import { visitRecord } from './visits/visit-record.document';
import { xxTemplateErrors } from './xx-template.errors';
import { visitRecordedEvent } from './xx-template.events';
import { XxTemplateApplicationFieldResolver, XxTemplateApplicationResolver } from './xx-template.resolver';

/** Says in one sentence what the plugin carries out. Removing it removes its types and its field, and keeps its rows. */
export const xxTemplate = definePlugin({
  id: 'xx-template',
  jurisdiction: 'xx',
  title: { en: 'Example of a plugin', ru: 'Пример плагина', be: 'Прыклад плагіна' },
  coreRange: '^0.1.0',
  legalBasis: ['Rules of lending (an example)'],
  permissions: [
    {
      scope: 'xx-template:visit',
      title: { en: 'Record visits', ru: 'Запись визитов', be: 'Запіс візітаў' },
      roles: ['OFFICER'],
    },
  ],
  lenders: [lender],
  parameters: rules,
  clauses: xxTemplateClauses,
  editions: [lenderEditions],
  validators: [loanMax],
  lifecycle,
  documents: [visitRecord],
  eventTypes: [visitRecordedEvent],
  errors: [xxTemplateErrors],
  entities: [VisitEntity],
  migrations: [CreateXxTemplate1700000009000],
  resolvers: [XxTemplateApplicationFieldResolver, XxTemplateApplicationResolver, XxTemplateVisitResolver],
});
