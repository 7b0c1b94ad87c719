import { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { today } from '../../../modules/calendar';
import type { GraphContext } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { Document, loadDocument } from '../../../modules/documents';
import { enforce, formFinding } from '../../../modules/rules';
import { rowIdOf, Scoped, toGlobalId } from '../../../schema/base';
import { ByLeasingClient } from '../by-leasing.type';
import { cite } from '../cite';
import { askForContracts, bookContracts, bookStatement } from './import.commands';
import { type LeasedContractRecord, leasedContractById, leasedContractsByClient } from './leased-contract.record';
import {
  ByLeasingContractsPayload,
  ByLeasingLeasedContract,
  ByLeasingReconciliationPayload,
  ByLeasingRequestReconciliationInput,
} from './lender-accounts.types';
import { lenderAccountsPort } from './port';

@Resolver(() => ByLeasingClient)
export class LenderAccountsResolver {
  @FieldResolver(() => [ByLeasingLeasedContract], {
    description: 'Contracts in the lender’s accounts with next payment and debt, as they were told last (договоры).',
  })
  @Scoped('contracts:read')
  async leasedContracts(@Root() { clientId }: ByLeasingClient, @Ctx() context: GraphContext): Promise<ByLeasingLeasedContract[]> {
    enforce(cite('by-leasing/3.13.1'));
    return listed(context, clientId);
  }

  @Mutation(() => ByLeasingContractsPayload, { description: 'Has the client’s contracts told anew by the lender’s accounts.' })
  @Scoped('contracts:read')
  async byLeasingRefreshContracts(@Ctx() context: GraphContext): Promise<ByLeasingContractsPayload> {
    const { caller, ports, clock } = context;
    const { clientId } = caller;
    const refused = (code: string) => ({ contracts: null, findings: [formFinding(code)] });
    if (!clientId) return refused('CLIENT_SESSION_REQUIRED');
    const { asked, findings = [] } = await context.execute(askForContracts, { clientId });
    if (!asked) return { contracts: null, findings };
    const request = { id: uuidv7(clock.now().epochMilliseconds), ...asked };
    const told = await answerOf(() => ports.get(lenderAccountsPort).contractsOf(request));
    if (!told) return refused('BY_LEASING_ACCOUNTS_UNAVAILABLE');
    const booked = await context.execute(bookContracts, { clientId, told });
    return { contracts: await listed(context, clientId), findings: booked.findings ?? [] };
  }

  @Mutation(() => ByLeasingReconciliationPayload, { description: 'Makes a reconciliation statement of a contract (акт сверки).' })
  @Scoped('contracts:read')
  async byLeasingRequestReconciliation(
    @Arg('input', () => ByLeasingRequestReconciliationInput, { description: 'Contract and days.' })
    input: ByLeasingRequestReconciliationInput,
    @Ctx() context: GraphContext,
  ): Promise<ByLeasingReconciliationPayload> {
    const { caller, loaders, lender, ports, clock } = context;
    const refused = (code: string, ...path: string[]) => ({ statement: null, findings: [formFinding(code, path)] });
    if (!caller.clientId) return refused('CLIENT_SESSION_REQUIRED');
    const contract = await loaders.one(leasedContractById, rowIdOf('ByLeasingLeasedContract', input.contractId));
    if (!contract) return refused('BY_LEASING_LEASED_CONTRACT_NOT_FOUND', 'input', 'contractId');
    const { from, to } = input;
    const turned = Temporal.PlainDate.compare(from, to) > 0 || Temporal.PlainDate.compare(to, today(clock, lender!.zone)) > 0;
    if (turned) return refused('BY_LEASING_PERIOD_INVALID', 'input', 'to');
    const { findings = [] } = await context.execute(askForContracts, { clientId: caller.clientId });
    if (findings.length > 0) return { statement: null, findings };
    const request = { id: uuidv7(clock.now().epochMilliseconds), number: contract.number, from: from.toString(), to: to.toString() };
    const statement = await answerOf(() => ports.get(lenderAccountsPort).reconcile(request));
    if (!statement) return refused('BY_LEASING_ACCOUNTS_UNAVAILABLE');
    const booked = await context.execute(bookStatement, { contractId: contract.id, statement });
    const document = booked.documentId ? await loadDocument(context, booked.documentId) : null;
    return { statement: document, findings: booked.findings ?? [] };
  }
}

@Resolver(() => ByLeasingLeasedContract)
export class LeasedContractResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'The last reconciliation statement that was made (акт сверки).' })
  @Scoped('documents:read')
  async reconciliation(@Root() { statementId }: ByLeasingLeasedContract, @Ctx() context: GraphContext): Promise<Document | null> {
    return statementId ? loadDocument(context, statementId) : null;
  }
}

/** Null where the accounts gave no usable answer: what was known stays. */
async function answerOf<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}

async function listed({ loaders, lender }: GraphContext, clientId: string): Promise<ByLeasingLeasedContract[]> {
  return (await loaders.list(leasedContractsByClient, clientId)).map((row) => toLeasedContract(row, lender!.currency));
}

function toLeasedContract(row: LeasedContractRecord, currency: string): ByLeasingLeasedContract {
  const { id, number, concludedOn, active, nextPaymentOn, nextPaymentAmount, debt, asOf, statementId } = row;
  return {
    id: toGlobalId('ByLeasingLeasedContract', id),
    statementId,
    number,
    concludedOn,
    active,
    nextPaymentOn,
    nextPayment: nextPaymentAmount === null ? null : { amount: nextPaymentAmount, currency },
    debt: { amount: debt, currency },
    asOf,
  };
}
