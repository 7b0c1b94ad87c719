import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { keyOf, PageArgs, rowIdOf, Scoped } from '../../schema/base';
import type { CommandResult, GraphContext } from '../commands';
import { Contract, contractById, toContract } from '../contracts';
import { pageKey } from '../database';
import { PaymentPayload, RefundSurplusInput, RegisterPaymentInput, ReversePaymentInput } from './payment.input';
import { paymentById, paymentPages } from './payment.record';
import { Payment, paymentConnection, toPayment } from './payment.type';
import { refundSurplus } from './refund';
import { registerPayment } from './register-payment.command';
import { reversePayment } from './reverse-payment.command';
import { OrderTransferPayload } from './transfer.resolver';

@Resolver()
export class PaymentResolver {
  @Mutation(() => PaymentPayload, {
    description:
      'Books money that came in: accrual up to its day, the split by the rules, the contract’s end when nothing is owed (погашение).',
  })
  @Scoped('payments:write')
  async registerPayment(
    @Arg('input', () => RegisterPaymentInput, { description: 'What came in.' }) input: RegisterPaymentInput,
    @Ctx() context: GraphContext,
  ): Promise<PaymentPayload> {
    const { contractId, amount, paidOn, paidAt, externalId, idempotencyKey } = input;
    const result = await context.execute(
      registerPayment,
      {
        contractId: rowIdOf('Contract', contractId),
        amount: { amount: amount.amount, currency: amount.currency },
        paidOn: paidOn?.toString() ?? null,
        paidAt: paidAt?.toString() ?? null,
        externalId,
      },
      keyOf({ idempotencyKey }),
    );
    return payloadOf(context, result);
  }

  @Mutation(() => PaymentPayload, {
    description: 'Takes back a payment that turned out not to have been one; the ledger is recalculated from its day on (отмена платежа).',
  })
  @Scoped('payments:write')
  async reversePayment(
    @Arg('input', () => ReversePaymentInput, { description: 'Which payment, and why.' }) input: ReversePaymentInput,
    @Ctx() context: GraphContext,
  ): Promise<PaymentPayload> {
    const { paymentId, reason, idempotencyKey } = input;
    const key = keyOf({ idempotencyKey });
    return payloadOf(context, await context.execute(reversePayment, { paymentId: rowIdOf('Payment', paymentId), reason }, key));
  }

  @Mutation(() => OrderTransferPayload, {
    description: 'Orders what was paid above the debt to be given back, to where the loan’s sum went (возврат переплаты).',
  })
  @Scoped('payments:write')
  async refundSurplus(
    @Arg('input', () => RefundSurplusInput, { description: 'Which contract.' }) input: RefundSurplusInput,
    @Ctx() context: GraphContext,
  ): Promise<OrderTransferPayload> {
    const key = keyOf(input);
    const result = await context.execute(refundSurplus, { contractId: rowIdOf('Contract', input.contractId) }, key);
    const row = result.contractId ? await context.loaders.one(contractById, result.contractId) : null;
    return { contract: row && toContract(row), findings: result.findings ?? [] };
  }
}

@Resolver(() => Contract)
export class ContractPaymentsResolver {
  @FieldResolver(() => paymentConnection.Connection, {
    description: 'Money that came in under the contract, the last booked first (платежи).',
  })
  @Scoped('contracts:read')
  payments(@Root() contract: Contract, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return paymentConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(paymentPages, pageKey(contract.rowId, bound, limit)),
      positionOf: ({ registeredAt, id }) => ({ at: registeredAt, id }),
      toNode: toPayment,
    });
  }
}

@Resolver(() => Payment)
export class PaymentContractResolver {
  @FieldResolver(() => Contract, { nullable: true, description: 'The contract under which it came in (договор).' })
  async contract(@Root() payment: Payment, @Ctx() context: GraphContext): Promise<Contract | null> {
    const row = await context.loaders.one(contractById, payment.contractRowId);
    return row && toContract(row);
  }
}

async function payloadOf(
  context: GraphContext,
  { paymentId, contractId, findings = [] }: CommandResult & { readonly paymentId?: string; readonly contractId?: string },
): Promise<PaymentPayload> {
  const payment = paymentId ? await context.loaders.one(paymentById, paymentId) : null;
  const contract = contractId ? await context.loaders.one(contractById, contractId) : null;
  return { payment: payment && toPayment(payment), contract: contract && toContract(contract), findings };
}
