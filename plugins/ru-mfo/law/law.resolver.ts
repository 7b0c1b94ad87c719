import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { applicationById, toApplication } from '../../../modules/applications';
import type { GraphContext } from '../../../modules/commands';
import { Document, documentById, toDocument } from '../../../modules/documents';
import type { Finding } from '../../../modules/rules';
import { keyOf, rowIdOf, Scoped } from '../../../schema/base';
import { RuMfoApplicationPayload } from '../ru-mfo.resolver';
import { RuMfoApplication } from '../ru-mfo.types';
import { askBureaus } from './ask-bureaus';
import { checkPayee } from './check-payee.command';
import { signDebtBurdenWarning } from './debt-burden-warning';
import { RuMfoAskBureausInput, RuMfoCheckPayeeInput, RuMfoSignDebtBurdenWarningInput } from './law.inputs';
import { inquiryByApplication, payeeCheckByApplication, warningByApplication } from './law.record';
import { RuMfoBureauInquiry, RuMfoPayeeCheck } from './law.types';
import { openReport } from './sealed-report';

@Resolver(() => RuMfoApplication)
export class RuMfoLawResolver {
  @FieldResolver(() => RuMfoBureauInquiry, { nullable: true, description: 'The latest inquiry to the credit bureaus (запрос в БКИ).' })
  @Scoped('applications:decide')
  async bureauInquiry(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoBureauInquiry | null> {
    const row = await context.loaders.one(inquiryByApplication, own.applicationRowId);
    if (!row || !context.lender) return null;
    const { state, askedAt, answeredAt } = row;
    const report = row.reportEnc && openReport({ ports: context.ports, lender: context.lender }, row.id, row.reportEnc);
    return {
      state,
      askedAt,
      answeredAt,
      bureaus: report ? new Set(report.bureaus).size : null,
      selfBans: report?.selfBans?.map(({ kind }) => kind) ?? null,
      openLoans: report ? report.openLoans.length : null,
    };
  }

  @FieldResolver(() => RuMfoPayeeCheck, { nullable: true, description: 'Whose account or card it is, as far as somebody told it.' })
  @Scoped('applications:decide')
  payeeCheck(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<RuMfoPayeeCheck | null> {
    return context.loaders.one(payeeCheckByApplication, own.applicationRowId);
  }

  @FieldResolver(() => Document, {
    nullable: true,
    description: 'The warning about debt burden, where one must be signed before the terms (уведомление о ПДН).',
  })
  @Scoped('documents:read')
  async debtBurdenWarning(@Root() own: RuMfoApplication, @Ctx() context: GraphContext): Promise<Document | null> {
    const warning = await context.loaders.one(warningByApplication, own.applicationRowId);
    const row = warning ? await context.loaders.one(documentById, warning.documentId) : null;
    return toDocument(row, context.caller);
  }

  @Mutation(() => RuMfoApplicationPayload, {
    description:
      'Asks the credit bureaus about an applicant: self-bans, debts, expensive loans (запрос в БКИ). Sent again, an open inquiry is repeated.',
  })
  @Scoped('applications:decide')
  async ruMfoAskBureaus(
    @Arg('input', () => RuMfoAskBureausInput, { description: 'Of whom.' }) input: RuMfoAskBureausInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const monthlyIncome = input.monthlyIncome?.toFixed(2) ?? null;
    return payloadOf(await askBureaus(context, { applicationId: rowIdOf('Application', input.applicationId), monthlyIncome }), context);
  }

  @Mutation(() => RuMfoApplicationPayload, { description: 'Records whose account or card the money is to go to (проверка получателя).' })
  @Scoped('applications:decide')
  async ruMfoCheckPayee(
    @Arg('input', () => RuMfoCheckPayeeInput, { description: 'What a source told.' }) input: RuMfoCheckPayeeInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const { idempotencyKey, applicationId, holderName, source } = input;
    const command = { applicationId: rowIdOf('Application', applicationId), holderName, source };
    return payloadOf(await context.execute(checkPayee, command, keyOf({ idempotencyKey })), context);
  }

  @Mutation(() => RuMfoApplicationPayload, { description: 'Signs the warning about debt burden by a code (уведомление о ПДН).' })
  @Scoped('documents:sign')
  async ruMfoSignDebtBurdenWarning(
    @Arg('input', () => RuMfoSignDebtBurdenWarningInput, { description: 'What is signed.' }) input: RuMfoSignDebtBurdenWarningInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoApplicationPayload> {
    const { idempotencyKey, applicationId, ...rest } = input;
    const command = { ...rest, applicationId: rowIdOf('Application', applicationId) };
    return payloadOf(await context.execute(signDebtBurdenWarning, command, keyOf({ idempotencyKey })), context);
  }
}

async function payloadOf(
  result: { readonly applicationId?: string; readonly findings?: readonly Finding[] },
  context: GraphContext,
): Promise<RuMfoApplicationPayload> {
  const row = result.applicationId ? await context.loaders.one(applicationById, result.applicationId) : null;
  return { application: row && toApplication(row), contract: null, findings: result.findings ?? [] };
}
