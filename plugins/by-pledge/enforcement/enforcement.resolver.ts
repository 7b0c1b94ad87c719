import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CommandResult, GraphContext } from '../../../modules/commands';
import { rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { type DemandDuty, demandDuty, reportItemEvent } from '../duties/demand-duty.command';
import { dutyById } from '../duties/duty.record';
import { meetDuty } from '../duties/meet-duty.command';
import { foreclosureById } from '../foreclosure/foreclosure.record';
import { openForeclosure } from '../foreclosure/open-foreclosure.command';
import { fileSuit, listForSale, recordDecision, recordSale, settleSale } from '../foreclosure/steps.commands';
import { noticeById } from '../notices/notice.record';
import { answerClaim, recordReceipt, sendNotice } from '../notices/notices.commands';
import { pledgeById } from '../pledge';
import { toPledge } from '../pledge/pledge.type';
import { issueCeaseDemand, recordDisposal, recordInspection, recordService, reportCircumstance } from '../violations/course.commands';
import { demandEarlyRepayment } from '../violations/demand-early-repayment.command';
import { chargeFine, claimLoss } from '../violations/penalty.commands';
import * as inputs from './enforcement.inputs';
import { ByPledgeEnforcementPayload, toDuty, toForeclosure, toNotice } from './enforcement.types';

@Resolver()
export class ByPledgeEnforcementMutations {
  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records a notice of one party to the other (уведомление).' })
  @Scoped('contracts:write')
  async byPledgeSendNotice(
    @Arg('input', () => inputs.ByPledgeSendNoticeInput, { description: 'What is done.' }) input: inputs.ByPledgeSendNoticeInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind,
      sender: input.sender,
      ways: input.ways,
      text: input.text,
      sentOn: input.sentOn?.toString() ?? null,
    };
    return payloadOf(await context.execute(sendNotice, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records what became of a delivery (вручение).' })
  @Scoped('contracts:write')
  async byPledgeRecordReceipt(
    @Arg('input', () => inputs.ByPledgeRecordReceiptInput, { description: 'What is done.' }) input: inputs.ByPledgeRecordReceiptInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      noticeId: rowIdOf('ByPledgeNotice', input.noticeId),
      way: input.way,
      firstAttemptOn: input.firstAttemptOn?.toString() ?? null,
      deliveredOn: input.deliveredOn?.toString() ?? null,
      signedAt: input.signedAt ?? null,
    };
    return payloadOf(await context.execute(recordReceipt, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records the answer to a claim (ответ на претензию).' })
  @Scoped('contracts:write')
  async byPledgeAnswerClaim(
    @Arg('input', () => inputs.ByPledgeAnswerClaimInput, { description: 'What is done.' }) input: inputs.ByPledgeAnswerClaimInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      noticeId: rowIdOf('ByPledgeNotice', input.noticeId),
      on: input.on.toString(),
    };
    return payloadOf(await context.execute(answerClaim, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, {
    description: 'Asks the pledgor for something by a notice; its clock begins as the agreement says (требование).',
  })
  @Scoped('contracts:write')
  async byPledgeDemandDuty(
    @Arg('input', () => inputs.ByPledgeDemandDutyInput, { description: 'What is done.' }) input: inputs.ByPledgeDemandDutyInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind as DemandDuty['kind'],
      ground: input.ground,
      ways: input.ways,
      dueOn: input.dueOn?.toString() ?? null,
      amount: input.amount?.toFixed() ?? null,
      withCopies: input.withCopies ?? false,
      place: input.elsewhere ? { agreedByPledgor: input.agreedByPledgor ?? false, agreedByPledgee: input.agreedByPledgee ?? false } : null,
    };
    return payloadOf(await context.execute(demandDuty, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records what happened to the item; restoration is owed from that day.' })
  @Scoped('contracts:write')
  async byPledgeReportItemEvent(
    @Arg('input', () => inputs.ByPledgeReportItemEventInput, { description: 'What is done.' }) input: inputs.ByPledgeReportItemEventInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      event: input.event,
      on: input.on.toString(),
      valueDecrease: input.valueDecrease?.toFixed() ?? null,
      repayUntil: input.repayUntil?.toString() ?? null,
    };
    return payloadOf(await context.execute(reportItemEvent, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records that a duty was done (исполнение обязанности).' })
  @Scoped('contracts:write')
  async byPledgeMeetDuty(
    @Arg('input', () => inputs.ByPledgeMeetDutyInput, { description: 'What is done.' }) input: inputs.ByPledgeMeetDutyInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      dutyId: rowIdOf('ByPledgeDuty', input.dutyId),
      on: input.on.toString(),
      outcome: input.outcome ?? null,
      document: input.document ?? null,
      amount: input.amount?.toFixed() ?? null,
      valuer: input.valuer ?? null,
    };
    return payloadOf(await context.execute(meetDuty, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records an inspection of the item (осмотр).' })
  @Scoped('contracts:write')
  async byPledgeRecordInspection(
    @Arg('input', () => inputs.ByPledgeRecordInspectionInput, { description: 'What is done.' }) input: inputs.ByPledgeRecordInspectionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      on: input.on.toString(),
      type: input.type,
      access: input.access,
      isInOrder: input.isInOrder,
      isTaxi: input.isTaxi,
      valueLoweredBy: input.valueLoweredBy?.toFixed() ?? null,
      findings: input.findings,
    };
    return payloadOf(await context.execute(recordInspection, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Files a service of the item with its evidence (обслуживание).' })
  @Scoped('contracts:write')
  async byPledgeRecordService(
    @Arg('input', () => inputs.ByPledgeRecordServiceInput, { description: 'What is done.' }) input: inputs.ByPledgeRecordServiceInput,
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
    return payloadOf(await context.execute(recordService, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records a disposal of the item or a later pledge (распоряжение).' })
  @Scoped('contracts:write')
  async byPledgeRecordDisposal(
    @Arg('input', () => inputs.ByPledgeRecordDisposalInput, { description: 'What is done.' }) input: inputs.ByPledgeRecordDisposalInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      act: input.act,
      on: input.on.toString(),
    };
    return payloadOf(await context.execute(recordDisposal, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, {
    description: 'Records the pledgor’s notice of a changed place, a worse condition or a threat.',
  })
  @Scoped('contracts:write')
  async byPledgeReportCircumstance(
    @Arg('input', () => inputs.ByPledgeReportCircumstanceInput, { description: 'What is done.' })
    input: inputs.ByPledgeReportCircumstanceInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      event: input.event,
      occurredOn: input.occurredOn.toString(),
      notifiedOn: input.notifiedOn.toString(),
      text: input.text,
    };
    return payloadOf(await context.execute(reportCircumstance, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Demands of anybody to stop acts that threaten the item.' })
  @Scoped('contracts:write')
  async byPledgeIssueCeaseDemand(
    @Arg('input', () => inputs.ByPledgeIssueCeaseDemandInput, { description: 'What is done.' }) input: inputs.ByPledgeIssueCeaseDemandInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      addressee: input.addressee,
      ground: input.ground,
    };
    return payloadOf(await context.execute(issueCeaseDemand, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Charges the fine for one violation (штраф).' })
  @Scoped('contracts:write')
  async byPledgeChargeFine(
    @Arg('input', () => inputs.ByPledgeChargeFineInput, { description: 'What is done.' }) input: inputs.ByPledgeChargeFineInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      violationId: rowIdOf('ByPledgeViolation', input.violationId),
    };
    return payloadOf(await context.execute(chargeFine, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Claims the loss of a violation (убытки).' })
  @Scoped('contracts:write')
  async byPledgeClaimLoss(
    @Arg('input', () => inputs.ByPledgeClaimLossInput, { description: 'What is done.' }) input: inputs.ByPledgeClaimLossInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      violationId: rowIdOf('ByPledgeViolation', input.violationId),
      measure: input.measure,
      amount: input.amount.toFixed(),
      valueAfter: input.valueAfter?.toFixed() ?? null,
    };
    return payloadOf(await context.execute(claimLoss, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Demands all of the loan before its time (досрочный возврат).' })
  @Scoped('contracts:write')
  async byPledgeDemandEarlyRepayment(
    @Arg('input', () => inputs.ByPledgeDemandEarlyRepaymentInput, { description: 'What is done.' })
    input: inputs.ByPledgeDemandEarlyRepaymentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      ground: input.ground,
      violationId: input.violationId ? rowIdOf('ByPledgeViolation', input.violationId) : null,
      dueOn: input.dueOn.toString(),
    };
    return payloadOf(await context.execute(demandEarlyRepayment, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Opens a case of foreclosure (обращение взыскания).' })
  @Scoped('contracts:write')
  async byPledgeOpenForeclosure(
    @Arg('input', () => inputs.ByPledgeOpenForeclosureInput, { description: 'What is done.' }) input: inputs.ByPledgeOpenForeclosureInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      route: input.route,
      basis: input.basis,
      violationId: input.violationId ? rowIdOf('ByPledgeViolation', input.violationId) : null,
    };
    return payloadOf(await context.execute(openForeclosure, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Files the suit (иск).' })
  @Scoped('contracts:write')
  async byPledgeFileSuit(
    @Arg('input', () => inputs.ByPledgeFileSuitInput, { description: 'What is done.' }) input: inputs.ByPledgeFileSuitInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      forum: input.forum,
    };
    return payloadOf(await context.execute(fileSuit, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records the court’s decision (решение суда).' })
  @Scoped('contracts:write')
  async byPledgeRecordDecision(
    @Arg('input', () => inputs.ByPledgeRecordDecisionInput, { description: 'What is done.' }) input: inputs.ByPledgeRecordDecisionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      isAllowed: input.isAllowed,
    };
    return payloadOf(await context.execute(recordDecision, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Offers the item for sale (объявление о продаже).' })
  @Scoped('contracts:write')
  async byPledgeListForSale(
    @Arg('input', () => inputs.ByPledgeListForSaleInput, { description: 'What is done.' }) input: inputs.ByPledgeListForSaleInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      way: input.way ?? null,
      reference: input.reference ?? null,
      site: input.site ?? null,
      startPrice: input.startPrice.toFixed(),
      override: input.overrideKind ? { kind: input.overrideKind, document: input.overrideDocument ?? '' } : null,
    };
    return payloadOf(await context.execute(listForSale, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records the sale and books the proceeds (продажа).' })
  @Scoped('contracts:write')
  async byPledgeRecordSale(
    @Arg('input', () => inputs.ByPledgeRecordSaleInput, { description: 'What is done.' }) input: inputs.ByPledgeRecordSaleInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      soldOn: input.soldOn.toString(),
      proceeds: input.proceeds.toFixed(),
    };
    return payloadOf(await context.execute(recordSale, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Settles the sale: a surplus goes back, a deficit stays due.' })
  @Scoped('contracts:write')
  async byPledgeSettleSale(
    @Arg('input', () => inputs.ByPledgeSettleSaleInput, { description: 'What is done.' }) input: inputs.ByPledgeSettleSaleInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      destination: input.destination ?? null,
    };
    return payloadOf(await context.execute(settleSale, command, keyOf(input)), context);
  }
}

const keyOf = ({ idempotencyKey }: { idempotencyKey?: string | null }) => (idempotencyKey ? { idempotencyKey } : {});

interface Done extends CommandResult {
  readonly pledgeId?: string;
  readonly dutyId?: string | null;
  readonly noticeId?: string;
  readonly foreclosureId?: string;
  readonly violationId?: string;
  readonly violationIds?: readonly string[];
}

async function payloadOf(done: Done, context: GraphContext): Promise<ByPledgeEnforcementPayload> {
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
