import { Ctx, Query, Resolver } from 'type-graphql';
import { Scoped } from '../../schema/base';
import { loadClient } from '../clients';
import type { GraphContext } from '../commands';
import { toLender } from '../lenders';
import { Viewer } from './access.type';

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who makes this request.' })
  @Scoped('public')
  async viewer(@Ctx() context: GraphContext): Promise<Viewer> {
    const { kind, subject, scopes, clientId } = context.caller;
    return {
      kind,
      subject,
      scopes: [...scopes].sort(),
      lender: context.lender && toLender(context.lender),
      client: clientId ? await loadClient(context, clientId) : null,
    };
  }
}
