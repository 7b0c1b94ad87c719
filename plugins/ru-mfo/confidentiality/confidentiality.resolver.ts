import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { type Finding, FindingType } from '../../../modules/rules';
import { DateTimeScalar, enumOf, KEY_DESCRIPTION, keyOf, rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { RuMfoContract } from '../ru-mfo.types';
import { type ReportState, reportStates } from './confidentiality.entity';
import { bureauReportsByContract } from './confidentiality.record';
import { disclose } from './disclose.command';
import { acceptBureauReport, checkBureauReports, formBureauReport, restrictReporting } from './reporting';

export const ReportStateEnum = enumOf(reportStates);
registerEnumType(ReportStateEnum, {
  name: 'RuMfoBureauReportState',
  description: 'State of a report to a credit bureau.',
  valuesConfig: {
    PENDING: { description: 'No bureau accepted it yet.' },
    ACCEPTED: { description: 'A bureau accepted it; its receipt is kept.' },
    RESTRICTED: { description: 'Nothing may be told.' },
  },
});

@Scoped('parent')
@ObjectType('RuMfoBureauReport', { description: 'What a credit bureau is told of a contract (сведения в бюро кредитных историй).' })
export class RuMfoBureauReport {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => ReportStateEnum, { description: 'What became of it.' })
  state!: ReportState;

  @Field(() => String, { nullable: true, description: 'The bureau that accepted it.' })
  bureau!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of its receipt (квитанция).' })
  receiptNumber!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was formed.' })
  formedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted.' })
  acceptedAt!: Date | null;
}

@Scoped('parent')
@ObjectType('RuMfoConfidentialityPayload', { description: 'What became of a disclosure or of a report to a credit bureau.' })
export class RuMfoConfidentialityPayload {
  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@InputType('RuMfoDiscloseInput', { description: 'What of a client is told to whom, and why (раскрытие сведений).' })
export class RuMfoDiscloseInput {
  @Field(() => ID, { description: 'Global id of the client.' })
  clientId!: string;

  @Field(() => String, { description: 'The organisation or office that is told.' })
  recipient!: string;

  @Field(() => String, { description: 'Act and article of law that allow or demand it; empty for none.' })
  ground!: string;

  @Field(() => [String], { description: 'Kinds of what is told, e.g. OPERATIONS.' })
  contents!: string[];

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoAcceptBureauReportInput', { description: 'A bureau’s receipt.' })
export class RuMfoAcceptBureauReportInput {
  @Field(() => ID, { description: 'Global id of the report.' })
  reportId!: string;

  @Field(() => String, { description: 'The bureau.' })
  bureau!: string;

  @Field(() => String, { description: 'Number of the receipt (квитанция).' })
  receipt!: string;
}

@InputType('RuMfoFormBureauReportInput', { description: 'Of which contract a report is formed.' })
export class RuMfoFormBureauReportInput {
  @Field(() => ID, { description: 'Global id of the contract.' })
  contractId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType('RuMfoCheckBureauReportsInput', { description: 'Reports of which contract are counted.' })
export class RuMfoCheckBureauReportsInput {
  @Field(() => ID, { description: 'Global id of the contract.' })
  contractId!: string;
}

@InputType('RuMfoRestrictReportingInput', { description: 'Of whom nothing may be told to credit bureaus.' })
export class RuMfoRestrictReportingInput {
  @Field(() => ID, { description: 'Global id of the client.' })
  clientId!: string;

  @Field(() => String, { description: 'Kind of the restriction, e.g. GOVERNMENT_RESTRICTION.' })
  code!: string;

  @Field(() => String, { description: 'The act that restricts.' })
  ground!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Resolver(() => RuMfoContract)
export class RuMfoConfidentialityResolver {
  @FieldResolver(() => [RuMfoBureauReport], { description: 'What credit bureaus are told of the contract, in order.' })
  @Scoped('applications:decide')
  async bureauReports(@Root() own: RuMfoContract, @Ctx() context: GraphContext): Promise<RuMfoBureauReport[]> {
    const rows = await context.loaders.list(bureauReportsByContract, own.contractRowId);
    return rows.map(({ receipt: receiptNumber, ...row }) => ({ ...row, receiptNumber, id: toGlobalId('RuMfoBureauReport', row.id) }));
  }

  @Mutation(() => RuMfoConfidentialityPayload, { description: 'Records a disclosure to a third party; refused without a ground of law.' })
  @Scoped('applications:decide')
  async ruMfoDisclose(
    @Arg('input', () => RuMfoDiscloseInput, { description: 'What, to whom, why.' }) input: RuMfoDiscloseInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoConfidentialityPayload> {
    const { clientId, idempotencyKey: _, ...rest } = input;
    const { findings = [] } = await context.execute(disclose, { ...rest, clientId: rowIdOf('Client', clientId) }, keyOf(input));
    return { findings };
  }

  @Mutation(() => RuMfoConfidentialityPayload, { description: 'Forms one more report of a contract; refused where it is restricted.' })
  @Scoped('applications:decide')
  async ruMfoFormBureauReport(
    @Arg('input', () => RuMfoFormBureauReportInput, { description: 'Which.' }) input: RuMfoFormBureauReportInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoConfidentialityPayload> {
    const { findings = [] } = await context.execute(formBureauReport, { contractId: rowIdOf('Contract', input.contractId) }, keyOf(input));
    return { findings };
  }

  @Mutation(() => RuMfoConfidentialityPayload, { description: 'Books that a bureau accepted a report; the first receipt stands.' })
  @Scoped('applications:decide')
  async ruMfoAcceptBureauReport(
    @Arg('input', () => RuMfoAcceptBureauReportInput, { description: 'The receipt.' }) input: RuMfoAcceptBureauReportInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoConfidentialityPayload> {
    const command = { ...input, reportId: rowIdOf('RuMfoBureauReport', input.reportId) };
    const { findings = [] } = await context.execute(acceptBureauReport, command);
    return { findings };
  }

  @Mutation(() => RuMfoConfidentialityPayload, { description: 'Says whether enough bureaus have a contract; changes nothing.' })
  @Scoped('applications:decide')
  async ruMfoCheckBureauReports(
    @Arg('input', () => RuMfoCheckBureauReportsInput, { description: 'Which.' }) input: RuMfoCheckBureauReportsInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoConfidentialityPayload> {
    const { findings = [] } = await context.execute(checkBureauReports, { contractId: rowIdOf('Contract', input.contractId) });
    return { findings };
  }

  @Mutation(() => RuMfoConfidentialityPayload, { description: 'Notes that nothing may be told of a person to credit bureaus.' })
  @Scoped('applications:decide')
  async ruMfoRestrictReporting(
    @Arg('input', () => RuMfoRestrictReportingInput, { description: 'Of whom, and by which act.' }) input: RuMfoRestrictReportingInput,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoConfidentialityPayload> {
    const { clientId, idempotencyKey: _, ...rest } = input;
    const { findings = [] } = await context.execute(restrictReporting, { ...rest, clientId: rowIdOf('Client', clientId) }, keyOf(input));
    return { findings };
  }
}
