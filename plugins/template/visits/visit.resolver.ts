import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { applicationById, toApplication } from '../../../modules/applications';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { recordVisit } from './record-visit.command';
import { XxTemplateRecordVisitInput, XxTemplateRecordVisitPayload } from './visit.type';

@Resolver()
export class XxTemplateVisitResolver {
  @Mutation(() => XxTemplateRecordVisitPayload, { description: 'Records a visit to the client of an application (акт визита).' })
  @Scoped('xx-template:visit')
  async xxTemplateRecordVisit(
    @Arg('input', () => XxTemplateRecordVisitInput, { description: 'The visit.' }) input: XxTemplateRecordVisitInput,
    @Ctx() context: GraphContext,
  ): Promise<XxTemplateRecordVisitPayload> {
    const applicationId = rowIdOf('Application', input.applicationId);
    const visit = { applicationId, visitedOn: String(input.visitedOn), place: input.place };
    const result = await context.execute(recordVisit, visit, keyOf(input));
    const row = result.applicationId ? await context.loaders.one(applicationById, result.applicationId) : null;
    return { application: row && toApplication(row), findings: result.findings ?? [] };
  }
}
