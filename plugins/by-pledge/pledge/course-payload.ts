import { Field, ID, ObjectType } from 'type-graphql';
import type { CommandResult, GraphContext } from '../../../modules/commands';
import { type Finding, FindingType } from '../../../modules/rules';
import { Scoped, toGlobalId } from '../../../schema/base';
import { dutyById } from '../duties/duty.record';
import { ByPledgeDuty, toDuty } from '../duties/duty.type';
import { foreclosureById } from '../foreclosure/foreclosure.record';
import { ByPledgeForeclosure, toForeclosure } from '../foreclosure/foreclosure.type';
import { noticeById } from '../notices/notice.record';
import { ByPledgeNotice, toNotice } from '../notices/notice.type';
import { pledgeById } from './pledge.record';
import { ByPledgePledge, toPledge } from './pledge.type';

@Scoped('parent')
@ObjectType('ByPledgeEnforcementPayload', { description: 'What became of a step in the course of a pledge.' })
export class ByPledgeEnforcementPayload {
  @Field(() => ByPledgePledge, { nullable: true, description: 'The pledge; null when the step was refused.' })
  pledge!: ByPledgePledge | null;

  @Field(() => ByPledgeDuty, { nullable: true, description: 'The duty that was opened or done.' })
  duty!: ByPledgeDuty | null;

  @Field(() => ByPledgeNotice, { nullable: true, description: 'The notice that was sent, received or answered.' })
  notice!: ByPledgeNotice | null;

  @Field(() => ByPledgeForeclosure, { nullable: true, description: 'The case that was opened or went on.' })
  foreclosure!: ByPledgeForeclosure | null;

  @Field(() => [ID], { description: 'Global ids of the violations that were recorded, fined or claimed; also beside a refusal.' })
  violationIds!: readonly string[];

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

interface Done extends CommandResult {
  readonly pledgeId?: string;
  readonly dutyId?: string | null;
  readonly noticeId?: string;
  readonly foreclosureId?: string;
  readonly violationId?: string;
  readonly violationIds?: readonly string[];
}

/** What a step in the course of a pledge answers. */
export async function coursePayload(done: Done, context: GraphContext): Promise<ByPledgeEnforcementPayload> {
  const { loaders } = context;
  const duty = done.dutyId ? await loaders.one(dutyById, done.dutyId) : null;
  const notice = done.noticeId ? await loaders.one(noticeById, done.noticeId) : null;
  const foreclosure = done.foreclosureId ? await loaders.one(foreclosureById, done.foreclosureId) : null;
  const pledgeId = done.pledgeId ?? duty?.pledgeId ?? notice?.pledgeId ?? foreclosure?.pledgeId;
  const pledge = pledgeId ? await loaders.one(pledgeById, pledgeId) : null;
  const violations = [...(done.violationId ? [done.violationId] : []), ...(done.violationIds ?? [])];
  return {
    pledge: pledge && toPledge(pledge),
    duty: duty && toDuty(duty),
    notice: notice && toNotice(notice),
    foreclosure: foreclosure && toForeclosure(foreclosure),
    violationIds: violations.map((id) => toGlobalId('ByPledgeViolation', id)),
    findings: done.findings ?? [],
  };
}
