import { AgreedTermEntity } from './agreed-term.entity';
import { CreateRuMfoAgreedTerms1700000002203 } from './create-agreed-terms.migration';
import { RuMfoPrecedenceResolver } from './precedence.resolver';

/** What the plugin's definition takes from this folder. */
export const precedenceCapability = {
  entities: [AgreedTermEntity],
  migrations: [CreateRuMfoAgreedTerms1700000002203],
  resolvers: [RuMfoPrecedenceResolver],
};
