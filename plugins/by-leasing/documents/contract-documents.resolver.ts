import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { Contract, contractById } from '../../../modules/contracts';
import { Scoped } from '../../../schema/base';
import { PLUGIN } from '../ids';
import { leasingDocumentsByContract } from './document.record';
import { shownTo } from './document.resolver';
import { ByLeasingDocument } from './document.types';

@Scoped('parent')
@ObjectType('ByLeasingContract', { description: 'What the leasing agreement adds to a contract (договор лизинга).' })
export class ByLeasingContract {
  readonly contractId!: string;
}

@Resolver(() => Contract)
export class ByLeasingContractResolver {
  @FieldResolver(() => ByLeasingContract, { nullable: true, description: 'Documents under a lease (лизинг, Беларусь).' })
  @Scoped('contracts:read')
  async byLeasing(@Root() { rowId }: Contract, @Ctx() { loaders }: GraphContext): Promise<ByLeasingContract | null> {
    const row = await loaders.one(contractById, rowId);
    return row?.pluginId === PLUGIN ? { contractId: row.id } : null;
  }
}

@Resolver(() => ByLeasingContract)
export class ByLeasingContractDocumentsResolver {
  @FieldResolver(() => [ByLeasingDocument], {
    description:
      'Documents under the contract that this caller may see, the latest first: acceptance, addenda, buy-out (акт приёмки, допсоглашения, выкуп).',
  })
  @Scoped('documents:read')
  async documents(@Root() { contractId }: ByLeasingContract, @Ctx() context: GraphContext): Promise<readonly ByLeasingDocument[]> {
    const rows = await context.loaders.list(leasingDocumentsByContract, contractId);
    return rows.flatMap((row) => shownTo(context, row) ?? []);
  }
}
