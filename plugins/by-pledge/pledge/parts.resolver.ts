import { Temporal } from 'temporal-polyfill';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { today } from '../../../modules/calendar';
import { Client, clientById, toClient } from '../../../modules/clients';
import type { GraphContext } from '../../../modules/commands';
import { money } from '../../../modules/money';
import { type Finding, FindingType, resolveRules } from '../../../modules/rules';
import { Decimal, Scoped, toGlobalId } from '../../../schema/base';
import { addendaByPledge } from '../addenda/addendum.record';
import { BYN } from '../command-support/sums';
import { creditReportsByPledge } from '../credit-register/queue';
import { policiesByPledge } from '../insurance/policy.record';
import { registerFinding } from '../register/register.commands';
import { registerEntryByPledge, registerTasksByPledge } from '../register/register-tasks';
import { rules } from '../rules';
import { ByPledgeAddendum, ByPledgeConsent, ByPledgeCreditReport, ByPledgeParty, ByPledgePolicy, ByPledgeRegisterTask } from './parts.type';
import { consentsByPledge, partiesByPledge } from './pledge.record';
import { ByPledgePledge } from './pledge.type';

@Resolver(() => ByPledgePledge)
export class ByPledgePartsResolver {
  @FieldResolver(() => [ByPledgeRegisterTask], { description: 'Operations of the register, the earliest first.' })
  async registerTasks(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<ByPledgeRegisterTask[]> {
    return (await context.loaders.list(registerTasksByPledge, record.id)).map((row) => ({
      ...row,
      id: toGlobalId('ByPledgeRegisterTask', row.id),
    }));
  }

  @FieldResolver(() => [ByPledgeCreditReport], { description: 'What the Credit Register was told, the earliest first.' })
  async creditReports(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<ByPledgeCreditReport[]> {
    const rows = await context.loaders.list(creditReportsByPledge, record.id);
    return rows.map(({ occasion, state, queuedAt, sentAt }) => ({ occasion, state, queuedAt, sentAt }));
  }

  @FieldResolver(() => [ByPledgePolicy], { description: 'Policies, the first to end first.' })
  async policies(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<ByPledgePolicy[]> {
    return (await context.loaders.list(policiesByPledge, record.id)).map(({ sumInsured, currency, sumByn, ...row }) => ({
      ...row,
      id: toGlobalId('ByPledgePolicy', row.id),
      sumInsured: money(new Decimal(sumInsured), currency),
      sumInByn: money(new Decimal(sumByn), BYN),
    }));
  }

  @FieldResolver(() => [ByPledgeAddendum], { description: 'Addenda, the first one first.' })
  async addenda(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<ByPledgeAddendum[]> {
    return (await context.loaders.list(addendaByPledge, record.id)).map((row) => ({ ...row, id: toGlobalId('ByPledgeAddendum', row.id) }));
  }

  @FieldResolver(() => [ByPledgeConsent], { description: 'Consents, the earliest first.' })
  async consents(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<ByPledgeConsent[]> {
    return (await context.loaders.list(consentsByPledge, record.id)).map((row) => ({ ...row, id: toGlobalId('ByPledgeConsent', row.id) }));
  }

  @FieldResolver(() => [ByPledgeParty], { description: 'Pledgor and co-pledgors, jointly liable (стороны).' })
  async parties(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<ByPledgeParty[]> {
    const rows = await context.loaders.list(partiesByPledge, record.id);
    return rows.map(({ clientId, role, until }) => ({ clientRowId: clientId, role, isPresent: until === null }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Number of the entry in the register; null while it is not entered (номер записи в Реестре).',
  })
  async registerNumber(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<string | null> {
    return (await context.loaders.one(registerEntryByPledge, record.id))?.number ?? null;
  }

  @FieldResolver(() => [FindingType], { description: 'What is missing of the register: a pledge in force that is not entered.' })
  async registerFindings(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<Finding[]> {
    const entry = await context.loaders.one(registerEntryByPledge, record.id);
    const finding = registerFinding(record, entry !== null && entry.status !== 'PENDING');
    return finding ? [finding] : [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who keeps income from the item; it is never booked against the loan (доходы от предмета залога).',
  })
  incomeOwner(@Root() { record }: ByPledgePledge, @Ctx() { extensions, lender, clock }: GraphContext): string | null {
    if (!lender) return null;
    const on = record.loanOn ? Temporal.PlainDate.from(record.loanOn) : today(clock, lender.zone);
    return rules.read(resolveRules(extensions, rules.plugin, lender.code, on), 'income.owner')?.value ?? null;
  }

  @FieldResolver(() => Client, { nullable: true, description: 'Who owes the debt: the pledgor, or to whom it was transferred (должник).' })
  @Scoped('clients:read')
  async debtor(@Root() { record }: ByPledgePledge, @Ctx() context: GraphContext): Promise<Client | null> {
    const row = await context.loaders.one(clientById, record.debtorClientId ?? record.clientId);
    return row && toClient(row);
  }
}

@Resolver(() => ByPledgeParty)
export class ByPledgePartyResolver {
  @FieldResolver(() => Client, { nullable: true, description: 'The person.' })
  @Scoped('clients:read')
  async client(@Root() party: ByPledgeParty, @Ctx() context: GraphContext): Promise<Client | null> {
    const row = await context.loaders.one(clientById, party.clientRowId);
    return row && toClient(row);
  }
}
