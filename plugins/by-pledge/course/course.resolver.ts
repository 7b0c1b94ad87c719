import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { sumFindings } from '../command-support/sums';
import { ByPledgeEnforcementPayload, coursePayload } from '../pledge/course-payload';
import { issueCeaseDemand } from './cease-demand.command';
import { recordDisposal, recordInspection, recordService, reportCircumstance } from './course.commands';
import {
  ByPledgeIssueCeaseDemandInput,
  ByPledgeRecordDisposalInput,
  ByPledgeRecordInspectionInput,
  ByPledgeRecordServiceInput,
  ByPledgeReportCircumstanceInput,
} from './course.inputs';

@Resolver()
export class ByPledgeCourseMutations {
  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records an inspection of the item (осмотр).' })
  @Scoped('contracts:write')
  async byPledgeRecordInspection(
    @Arg('input', () => ByPledgeRecordInspectionInput, { description: 'What is done.' }) input: ByPledgeRecordInspectionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const wrong = sumFindings({ valueLoweredBy: input.valueLoweredBy });
    if (wrong.length > 0) return coursePayload({ findings: wrong }, context);
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      on: input.on.toString(),
      type: input.type,
      access: input.access,
      isInOrder: input.isInOrder,
      isTaxi: input.isTaxi,
      valueLoweredBy: input.valueLoweredBy?.amount.toFixed() ?? null,
      findings: input.findings,
    };
    return coursePayload(await context.execute(recordInspection, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Files a service of the item with its evidence (обслуживание).' })
  @Scoped('contracts:write')
  async byPledgeRecordService(
    @Arg('input', () => ByPledgeRecordServiceInput, { description: 'What is done.' }) input: ByPledgeRecordServiceInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      on: input.on.toString(),
      evidence: [
        { kind: 'WORK_CERTIFICATE', number: input.workCertificate ?? '' },
        { kind: 'SERVICE_HISTORY', number: input.serviceHistory ?? '' },
      ],
    };
    return coursePayload(await context.execute(recordService, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records a disposal of the item or a later pledge (распоряжение).' })
  @Scoped('contracts:write')
  async byPledgeRecordDisposal(
    @Arg('input', () => ByPledgeRecordDisposalInput, { description: 'What is done.' }) input: ByPledgeRecordDisposalInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      act: input.act,
      on: input.on.toString(),
    };
    return coursePayload(await context.execute(recordDisposal, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, {
    description: 'Records the pledgor’s notice of a changed place, a worse condition or a threat.',
  })
  @Scoped('contracts:write')
  async byPledgeReportCircumstance(
    @Arg('input', () => ByPledgeReportCircumstanceInput, { description: 'What is done.' }) input: ByPledgeReportCircumstanceInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      event: input.event,
      occurredOn: input.occurredOn.toString(),
      notifiedOn: input.notifiedOn.toString(),
      text: input.text,
    };
    return coursePayload(await context.execute(reportCircumstance, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Demands of anybody to stop acts that threaten the item.' })
  @Scoped('contracts:write')
  async byPledgeIssueCeaseDemand(
    @Arg('input', () => ByPledgeIssueCeaseDemandInput, { description: 'What is done.' }) input: ByPledgeIssueCeaseDemandInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      addressee: input.addressee,
      ground: input.ground,
    };
    return coursePayload(await context.execute(issueCeaseDemand, command, keyOf(input)), context);
  }
}
