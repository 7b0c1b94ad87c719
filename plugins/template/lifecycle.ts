import type { ApplicationLifecycle } from '../../modules/applications';
import { Decimal } from '../../schema/base';
import { rules } from './rules';

/** How the plugin takes part in the life of its applications. Validators read nothing: facts are gathered here. */
export const lifecycle: ApplicationLifecycle = {
  products: [{ code: 'xx-template/loan', title: { en: 'Loan', ru: 'Заём', be: 'Пазыка' } }],
  rulesOn: (_context, _application, _stage, on) => on,
  gatherFacts: async (_context, application) => rules.factSet({ amount: [new Decimal(application.amount), 'APPLICATION'] }),
};
