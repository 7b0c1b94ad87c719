import type { Temporal } from 'temporal-polyfill';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Application, applicationById, toApplication } from '../../../modules/applications';
import type { CommandResult, GraphContext } from '../../../modules/commands';
import { balanceOn, Contract, contractById, toContract } from '../../../modules/contracts';
import { Document, documentById, toDocument } from '../../../modules/documents';
import { type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../../../modules/events';
import { type Decimal, DecimalScalar, fromGlobalId, LocalDateScalar, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { acceptAddendum, proposeAddendum } from '../addenda/addendum.commands';
import { formAgreement } from '../agreement/form-agreement.command';
import { countersignAgreement, signAgreement } from '../agreement/sign.commands';
import { publishRules, recordSigningAuthority } from '../authority/authority.commands';
import { addClaimItemCommand } from '../claim/add-claim-item.command';
import { declare } from '../declarations/declare.command';
import { checkIdentity } from '../identity/check-identity.command';
import { changeBeneficiary, demandInsurance, filePolicy, filePremiumProof } from '../insurance/policy.commands';
import { nationalBankRatesPort, recordRate } from '../insurance/rates';
import { interestRule, repaymentRule, roundingOf, suppose } from '../interest';
import { addPhotos, recordVehicleCheck } from '../inventory/evidence.commands';
import { inventoriesByPledge } from '../inventory/inventory.record';
import { saveInventory } from '../inventory/save-inventory.command';
import { setRate } from '../lifecycle/terms';
import { notifyChange, registerHeirs, transferDebt } from '../parties/party.commands';
import { discloseRegister, recordRegisterOperation } from '../register/register.commands';
import { vehicleAnalyticsPort } from '../valuation/port';
import { recordValuation } from '../valuation/record-valuation.command';
import { endPledgeByOfficer } from './end-pledge';
import { giveConsent } from './give-consent.command';
import {
  ByPledgeAcceptAddendumInput,
  ByPledgeAddClaimItemInput,
  ByPledgeAddPhotosInput,
  ByPledgeChangeBeneficiaryInput,
  ByPledgeCheckIdentityInput,
  ByPledgeCountersignInput,
  ByPledgeDeclareInput,
  ByPledgeDemandInsuranceInput,
  ByPledgeDiscloseRegisterInput,
  ByPledgeEndInput,
  ByPledgeFilePolicyInput,
  ByPledgeFilePremiumProofInput,
  ByPledgeFormAgreementInput,
  ByPledgeGiveConsentInput,
  ByPledgeNotifyChangeInput,
  ByPledgeProposeAddendumInput,
  ByPledgePublishRulesInput,
  ByPledgeRecordRateInput,
  ByPledgeRecordRegisterOperationInput,
  ByPledgeRecordValuationInput,
  ByPledgeRecordVehicleCheckInput,
  ByPledgeRegisterHeirsInput,
  ByPledgeSaveInventoryInput,
  ByPledgeSetRateInput,
  ByPledgeSignAgreementInput,
  ByPledgeSigningAuthorityInput,
  ByPledgeTransferDebtInput,
} from './pledge.inputs';
import { pledgeById } from './pledge.record';
import {
  ByPledgePayload,
  ByPledgePledge,
  ByPledgeSettingPayload,
  ByPledgeStatusChange,
  ByPledgeSupposition,
  toPledge,
} from './pledge.type';
import type { PledgeStatus } from './pledge-status';

@Resolver()
export class ByPledgePledgeMutations {
  @Mutation(() => ByPledgePayload, { description: 'Saves a version of the inventory of the item (опись предмета залога).' })
  @Scoped('applications:write')
  async byPledgeSaveInventory(
    @Arg('input', () => ByPledgeSaveInventoryInput, { description: 'What is done.' }) input: ByPledgeSaveInventoryInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      propertyType: input.propertyType,
      propertyName: input.propertyName,
      vin: input.vin,
      vinException: input.vinException ?? null,
      manufacturedIn: input.manufacturedIn ?? null,
      plate: input.plate ?? null,
      storageAddress: input.storageAddress ?? null,
      pledgeValue: input.pledgeValue ?? null,
      sumInsured: input.sumInsured ?? null,
    };
    return payloadOf(await context.execute(saveInventory, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Adds uploaded photographs of the item (фотографии).' })
  @Scoped('applications:write')
  async byPledgeAddPhotos(
    @Arg('input', () => ByPledgeAddPhotosInput, { description: 'What is done.' }) input: ByPledgeAddPhotosInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), fileIds: input.fileIds.map((id) => rowIdOf('File', id)) };
    return payloadOf(await context.execute(addPhotos, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Records what was found out about the item: in the register, or at the authorities.' })
  @Scoped('applications:decide')
  async byPledgeRecordVehicleCheck(
    @Arg('input', () => ByPledgeRecordVehicleCheckInput, { description: 'What is done.' }) input: ByPledgeRecordVehicleCheckInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind,
      found: input.found,
      reference: input.reference ?? null,
    };
    return payloadOf(await context.execute(recordVehicleCheck, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'The pledgor answers warranties, each by itself (заверения).' })
  @Scoped('applications:write')
  async byPledgeDeclare(
    @Arg('input', () => ByPledgeDeclareInput, { description: 'What is done.' }) input: ByPledgeDeclareInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      declarations: input.declarations.map((one) => ({ ...one, amount: one.amount ?? null, territory: one.territory ?? null })),
    };
    return payloadOf(await context.execute(declare, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Records the identity document that the pledgor produced (проверка личности).' })
  @Scoped('applications:decide')
  async byPledgeCheckIdentity(
    @Arg('input', () => ByPledgeCheckIdentityInput, { description: 'What is done.' }) input: ByPledgeCheckIdentityInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      documentType: input.documentType,
      documentNumber: input.documentNumber,
      personalNumber: input.personalNumber,
      citizenship: input.citizenship,
    };
    return payloadOf(await context.execute(checkIdentity, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'Forms the agreement with inventory and schedule as documents (формирование договора залога).',
  })
  @Scoped('applications:decide')
  async byPledgeFormAgreement(
    @Arg('input', () => ByPledgeFormAgreementInput, { description: 'What is done.' }) input: ByPledgeFormAgreementInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), names: input.names ?? null };
    return payloadOf(await context.execute(formAgreement, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'The pledgor signs the agreement and its annexes by a code: `operationId` of `requestCode` is the pledge’s id.',
  })
  @Scoped('documents:sign')
  async byPledgeSignAgreement(
    @Arg('input', () => ByPledgeSignAgreementInput, { description: 'What is done.' }) input: ByPledgeSignAgreementInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      ceremonyId: rowIdOf('Ceremony', input.ceremonyId),
      code: input.code,
    };
    return payloadOf(await context.execute(signAgreement, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'The lender’s authorised signer signs: the agreement is concluded (подписание залогодержателем).',
  })
  @Scoped('applications:decide')
  async byPledgeCountersign(
    @Arg('input', () => ByPledgeCountersignInput, { description: 'What is done.' }) input: ByPledgeCountersignInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), documentSha256: input.documentSha256 };
    return payloadOf(await context.execute(countersignAgreement, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'The lender demands insurance of the item (требование страхования).' })
  @Scoped('applications:decide')
  async byPledgeDemandInsurance(
    @Arg('input', () => ByPledgeDemandInsuranceInput, { description: 'What is done.' }) input: ByPledgeDemandInsuranceInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId) };
    return payloadOf(await context.execute(demandInsurance, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'Files the payment document for the next period of a policy (подтверждение оплаты взноса).',
  })
  @Scoped('documents:write')
  async byPledgeFilePremiumProof(
    @Arg('input', () => ByPledgeFilePremiumProofInput, { description: 'What is done.' }) input: ByPledgeFilePremiumProofInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      policyId: rowIdOf('ByPledgePolicy', input.policyId),
      paidThrough: input.paidThrough.toString(),
      channel: input.channel,
    };
    return payloadOf(await context.execute(filePremiumProof, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'Books another beneficiary of a policy, with the lender’s consent (замена выгодоприобретателя).',
  })
  @Scoped('applications:decide')
  async byPledgeChangeBeneficiary(
    @Arg('input', () => ByPledgeChangeBeneficiaryInput, { description: 'What is done.' }) input: ByPledgeChangeBeneficiaryInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      policyId: rowIdOf('ByPledgePolicy', input.policyId),
      beneficiary: input.beneficiary,
      consentId: input.consentId ? rowIdOf('ByPledgeConsent', input.consentId) : null,
    };
    return payloadOf(await context.execute(changeBeneficiary, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'A party gives a written consent: a client’s session the pledgor’s, an officer’s the lender’s (согласие).',
  })
  @Scoped('documents:write')
  async byPledgeGiveConsent(
    @Arg('input', () => ByPledgeGiveConsentInput, { description: 'What is done.' }) input: ByPledgeGiveConsentInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), subject: input.subject, scope: input.scope };
    return payloadOf(await context.execute(giveConsent, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Proposes a change of an agreement in force (дополнительное соглашение).' })
  @Scoped('applications:decide')
  async byPledgeProposeAddendum(
    @Arg('input', () => ByPledgeProposeAddendumInput, { description: 'What is done.' }) input: ByPledgeProposeAddendumInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind,
      changes: Object.fromEntries(input.changes.map(({ name, value }) => [name, value])),
      reason: input.reason,
      effectiveOn: input.effectiveOn.toString(),
    };
    return payloadOf(await context.execute(proposeAddendum, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'A party accepts an addendum; with both it takes effect.' })
  @Scoped('documents:write')
  async byPledgeAcceptAddendum(
    @Arg('input', () => ByPledgeAcceptAddendumInput, { description: 'What is done.' }) input: ByPledgeAcceptAddendumInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      addendumId: rowIdOf('ByPledgeAddendum', input.addendumId),
      from: input.from ?? null,
    };
    return payloadOf(await context.execute(acceptAddendum, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Records that the register was changed (действие в Реестре).' })
  @Scoped('applications:decide')
  async byPledgeRecordRegisterOperation(
    @Arg('input', () => ByPledgeRecordRegisterOperationInput, { description: 'What is done.' }) input: ByPledgeRecordRegisterOperationInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      taskId: rowIdOf('ByPledgeRegisterTask', input.taskId),
      number: input.number ?? null,
      chargePledgor: input.chargePledgor,
    };
    return payloadOf(await context.execute(recordRegisterOperation, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Gives out the register’s data, with both consents on record (выдача сведений).' })
  @Scoped('applications:decide')
  async byPledgeDiscloseRegister(
    @Arg('input', () => ByPledgeDiscloseRegisterInput, { description: 'What is done.' }) input: ByPledgeDiscloseRegisterInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), recipient: input.recipient };
    return payloadOf(await context.execute(discloseRegister, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Heirs become joint co-pledgors (солидарные созалогодатели).' })
  @Scoped('applications:decide')
  async byPledgeRegisterHeirs(
    @Arg('input', () => ByPledgeRegisterHeirsInput, { description: 'What is done.' }) input: ByPledgeRegisterHeirsInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      heirIds: input.heirIds.map((id) => rowIdOf('Client', id)),
      basis: input.basis,
    };
    return payloadOf(await context.execute(registerHeirs, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'The debt passes to somebody else with the lender’s consent (перевод долга).' })
  @Scoped('applications:decide')
  async byPledgeTransferDebt(
    @Arg('input', () => ByPledgeTransferDebtInput, { description: 'What is done.' }) input: ByPledgeTransferDebtInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      debtorId: rowIdOf('Client', input.debtorId),
      consentId: input.consentId ? rowIdOf('ByPledgeConsent', input.consentId) : null,
    };
    return payloadOf(await context.execute(transferDebt, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'A party tells that its address or something else changed (уведомление об изменениях).' })
  @Scoped('documents:write')
  async byPledgeNotifyChange(
    @Arg('input', () => ByPledgeNotifyChangeInput, { description: 'What is done.' }) input: ByPledgeNotifyChangeInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), what: input.what, changedOn: input.changedOn.toString() };
    return payloadOf(await context.execute(notifyChange, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Adds costs or losses to what the pledge secures (обеспеченное требование).' })
  @Scoped('payments:write')
  async byPledgeAddClaimItem(
    @Arg('input', () => ByPledgeAddClaimItemInput, { description: 'What is done.' }) input: ByPledgeAddClaimItemInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      kind: input.kind,
      amount: input.amount,
      reference: input.reference,
    };
    return payloadOf(await context.execute(addClaimItemCommand, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, { description: 'Ends a pledge: by performance, or on another ground of law (прекращение залога).' })
  @Scoped('applications:decide')
  async byPledgeEnd(
    @Arg('input', () => ByPledgeEndInput, { description: 'What is done.' }) input: ByPledgeEndInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const command = { pledgeId: rowIdOf('ByPledgePledge', input.pledgeId), ground: input.ground, basis: input.basis ?? null };
    return payloadOf(await context.execute(endPledgeByOfficer, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'Files a policy; a rate that is needed and not recorded is asked of the National Bank first (полис).',
  })
  @Scoped('documents:write')
  async byPledgeFilePolicy(
    @Arg('input', () => ByPledgeFilePolicyInput, { description: 'The policy.' }) input: ByPledgeFilePolicyInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const on = input.concludedOn.toString();
    if (input.currency !== 'BYN') await fetchRate(context, input.currency, on);
    const { idempotencyKey: _, pledgeId, consentId, validFrom, validTo, paidThrough, ...policy } = input;
    const command = {
      ...policy,
      pledgeId: rowIdOf('ByPledgePledge', pledgeId),
      consentId: consentId ? rowIdOf('ByPledgeConsent', consentId) : null,
      concludedOn: on,
      validFrom: validFrom.toString(),
      validTo: validTo.toString(),
      paidThrough: paidThrough.toString(),
    };
    return payloadOf(await context.execute(filePolicy, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgePayload, {
    description: 'Values the item by its photographs, with the vehicle analytics module where it is asked (оценка).',
  })
  @Scoped('applications:decide')
  async byPledgeRecordValuation(
    @Arg('input', () => ByPledgeRecordValuationInput, { description: 'The valuation.' }) input: ByPledgeRecordValuationInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePayload> {
    const pledgeId = rowIdOf('ByPledgePledge', input.pledgeId);
    const analytics = input.askAnalytics ? await askAnalytics(context, pledgeId) : null;
    return payloadOf(await context.execute(recordValuation, { pledgeId, value: input.value, analytics }, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeSettingPayload, { description: 'Records who signs for the lender (полномочия подписанта).' })
  @Scoped('plugins:write')
  async byPledgeRecordSigningAuthority(
    @Arg('input', () => ByPledgeSigningAuthorityInput, { description: 'The authority.' }) input: ByPledgeSigningAuthorityInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSettingPayload> {
    const { powerOfAttorney, validFrom, validTo, ...who } = input;
    const basis = powerOfAttorney ? ('POWER_OF_ATTORNEY' as const) : ('CHARTER' as const);
    const days = { validFrom: validFrom.toString(), validTo: validTo?.toString() ?? null };
    return setting(await context.execute(recordSigningAuthority, { ...who, ...days, basis, basisNumber: powerOfAttorney ?? null }));
  }

  @Mutation(() => ByPledgeSettingPayload, {
    description: 'Publishes a version of the Microloan Rules (правила предоставления микрозаймов).',
  })
  @Scoped('plugins:write')
  async byPledgePublishRules(
    @Arg('input', () => ByPledgePublishRulesInput, { description: 'The version.' }) input: ByPledgePublishRulesInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSettingPayload> {
    return setting(await context.execute(publishRules, { version: input.version, effectiveFrom: input.effectiveFrom.toString() }));
  }

  @Mutation(() => ByPledgeSettingPayload, { description: 'Sets the rate of new loans from a day on (ставка).' })
  @Scoped('plugins:write')
  async byPledgeSetRate(
    @Arg('input', () => ByPledgeSetRateInput, { description: 'The rate.' }) input: ByPledgeSetRateInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSettingPayload> {
    return setting(await context.execute(setRate, { dailyRate: input.dailyRate, effectiveFrom: input.effectiveFrom.toString() }));
  }

  @Mutation(() => ByPledgeSettingPayload, {
    description: 'Records an official rate by hand, where the National Bank cannot be asked (курс).',
  })
  @Scoped('applications:decide')
  async byPledgeRecordRate(
    @Arg('input', () => ByPledgeRecordRateInput, { description: 'The rate.' }) input: ByPledgeRecordRateInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSettingPayload> {
    return setting(await context.execute(recordRate, { ...input, on: input.on.toString(), source: 'BY_HAND' as const }));
  }
}

@Resolver(() => ByPledgePledge)
export class ByPledgePledgeResolver {
  @Query(() => ByPledgePledge, { nullable: true, description: 'A pledge by its id; null when there is none for this caller (залог).' })
  @Scoped('contracts:read')
  async byPledgePledge(
    @Arg('id', () => ID, { description: 'Global id of the pledge.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgePledge | null> {
    const key = fromGlobalId(id);
    const row = key?.type === 'ByPledgePledge' ? await context.loaders.one(pledgeById, key.id) : null;
    return row && toPledge(row);
  }

  @FieldResolver(() => Application, { nullable: true, description: 'The application that it belongs to (заявка).' })
  @Scoped('applications:read')
  async application(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<Application | null> {
    const row = await context.loaders.one(applicationById, record.applicationId);
    return row && toApplication(row);
  }

  @FieldResolver(() => Contract, { nullable: true, description: 'The secured loan, once the agreement is concluded (договор микрозайма).' })
  async contract(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<Contract | null> {
    const row = record.contractId ? await context.loaders.one(contractById, record.contractId) : null;
    return row && toContract(row);
  }

  @FieldResolver(() => [Document], {
    description: 'The agreement, its inventory and the schedule, once formed (договор залога, опись, график).',
  })
  @Scoped('documents:read')
  async documents(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<Document[]> {
    const ids = [record.agreementDocumentId, record.inventoryDocumentId, record.scheduleDocumentId].filter((id) => id !== null);
    const rows = await Promise.all(ids.map((id) => context.loaders.one(documentById, id)));
    return rows.map((row) => toDocument(row, context.caller)).filter((document) => document !== null);
  }

  @FieldResolver(() => ByPledgeSupposition, {
    nullable: true,
    description: 'What a payment on another date would come to (расчёт на дату).',
  })
  async ifPaid(
    @Root() { record }: ByPledgePledge,
    @Arg('on', () => LocalDateScalar, { description: 'The day of the payment; today or later.' }) on: Temporal.PlainDate,
    @Arg('amount', () => DecimalScalar, { nullable: true, description: 'BYN; all that is owed on the day without it.' }) amount:
      | Decimal
      | null
      | undefined,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeSupposition | null> {
    const contract = record.contractId ? await context.loaders.one(contractById, record.contractId) : null;
    const state = contract?.concludedOn ? await balanceOn(context, contract, null) : null;
    if (!contract?.concludedOn || !state || on.toString() < state.on) return null;
    // As far ahead as a debt is foretold.
    await balanceOn(context, contract, on.toString());
    const rounding = roundingOf({ extensions: context.extensions, lender: context.lender! }, { concludedOn: contract.concludedOn });
    const policies = { accrue: interestRule(rounding), repay: repaymentRule, concludedOn: contract.concludedOn };
    return suppose(state, contract.terms, { on, amount: amount ?? null }, policies);
  }

  @Subscription(() => ByPledgeStatusChange, {
    description: 'Changes of pledges’ states, after those missed since `after` (статус залога).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['ByPledgeStatusChanged'] }, context),
  })
  @Scoped('contracts:read')
  async byPledgeStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeStatusChange> {
    const { from, to } = event.payload as { from: PledgeStatus | null; to: PledgeStatus };
    const notice = noticeOf(event, context);
    const row = await context.loaders.one(pledgeById, event.subject.id);
    return { ...notice, from, to, pledge: row && toPledge(row) };
  }
}

const keyOf = ({ idempotencyKey }: { idempotencyKey?: string | null }) => ({ idempotencyKey: idempotencyKey ?? undefined });

interface Done extends CommandResult {
  readonly pledgeId?: string;
  readonly consentId?: string;
  readonly policyId?: string;
  readonly addendumId?: string;
}

async function payloadOf(
  { pledgeId, consentId, policyId, addendumId, findings = [] }: Done,
  context: GraphContext,
): Promise<ByPledgePayload> {
  const row = pledgeId ? await context.loaders.one(pledgeById, pledgeId) : null;
  const createdId = consentId
    ? toGlobalId('ByPledgeConsent', consentId)
    : policyId
      ? toGlobalId('ByPledgePolicy', policyId)
      : addendumId
        ? toGlobalId('ByPledgeAddendum', addendumId)
        : null;
  return { pledge: row && toPledge(row), createdId, findings };
}

const setting = ({ findings = [] }: CommandResult): ByPledgeSettingPayload => ({ findings });

/** Asks the National Bank for a rate that is not recorded yet; where it cannot be asked, the command says what is missing. */
async function fetchRate(context: GraphContext, currency: string, on: string): Promise<void> {
  const told = await context.ports
    .get(nationalBankRatesPort)
    .rateOn(currency, on)
    .catch(() => null);
  if (told) await context.execute(recordRate, { currency, on, ...told, source: 'NBRB' as const });
}

async function askAnalytics(context: GraphContext, pledgeId: string) {
  const inventory = (await context.loaders.list(inventoriesByPledge, pledgeId)).at(-1);
  if (!inventory) return null;
  const { vin, propertyName: name, manufacturedIn, version } = inventory;
  return context.ports.get(vehicleAnalyticsPort).value({ id: `${pledgeId}-${version}`, vin, name, manufacturedIn });
}
