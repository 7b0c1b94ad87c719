import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { byn } from '../command-support/sums';
import { ByPledgePledge } from '../pledge/pledge.type';
import type { DeclarationKind } from './declaration.entity';
import { DeclarationKindEnum } from './declaration.enums';
import { ByPledgeDeclaration } from './declaration.type';
import { declarationsByPledge } from './declare.command';
import { requiredDeclarations } from './required';

@Resolver(() => ByPledgePledge)
export class ByPledgePledgeDeclarationResolver {
  @FieldResolver(() => [ByPledgeDeclaration], {
    description: 'Answers to warranties, the earliest first; the last of a kind counts (заверения).',
  })
  async declarations(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<ByPledgeDeclaration[]> {
    return (await context.loaders.list(declarationsByPledge, record.id)).map((row) => ({ ...row, amount: byn(row.amount) }));
  }

  @FieldResolver(() => [DeclarationKindEnum], {
    description: 'Warranties that every pledgor answers and this one has not; the spouse’s consent hangs on the answer to OWNERSHIP.',
  })
  async unansweredDeclarations(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<DeclarationKind[]> {
    const answered = new Set((await context.loaders.list(declarationsByPledge, record.id)).map(({ kind }) => kind));
    const asked: DeclarationKind[] = ['VALUE_AGREED', ...requiredDeclarations.map(({ kind }) => kind)];
    return asked.filter((kind) => !answered.has(kind));
  }
}
