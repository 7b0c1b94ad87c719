import { Temporal } from 'temporal-polyfill';
import { applicationById } from '../../modules/applications';
import type { CommandContext } from '../../modules/commands';
import {
  type AccrualRule,
  AccrualWorker,
  acceptContract,
  accrualPolicy,
  type ContractRecord,
  type ContractTerms,
  concludeContract,
  contractById,
  contractsModule,
  lockContractWithApplication,
  type RepaymentRule,
  repaymentPolicy,
} from '../../modules/contracts';
import { Loaders, uuidv7 } from '../../modules/database';
import { deadlineKinds, fireDeadline } from '../../modules/deadlines';
import { paymentsModule, payoutDestination } from '../../modules/payments';
import { Decimal } from '../../schema/base';
import { acmeAccrual, acmeRepayment, acmeTerms } from './acme-servicing';
import { LenderBench } from './lender-bench';
import type { TestDatabase } from './test-database';

/** The plugin that applications of the benches belong to. */
const PLUGIN = 'acme-plugin';

export interface BalanceRow {
  readonly principal: string;
  readonly interest: string;
  readonly penalty: string;
  readonly cost: string;
  readonly surplus: string;
  readonly overdueSince: string | null;
  readonly accruedThrough: string;
}

/** A lender whose contracts accrue and are repaid by the rules of an invented plugin, over the real pipeline and PostgreSQL. */
export class ServicingBench {
  /** Rules that a test may replace. */
  accrue: AccrualRule = acmeAccrual;
  repay: RepaymentRule = acmeRepayment;

  private constructor(
    readonly lender: LenderBench,
    readonly database: TestDatabase,
  ) {}

  static async open(database: TestDatabase, at = '2026-03-02T09:00:00Z'): Promise<ServicingBench> {
    const bench = new ServicingBench(await LenderBench.open(database, { at }), database);
    const { lender } = bench;
    lender.contribute(accrualPolicy, { ruleFor: () => (day) => bench.accrue(day) }, PLUGIN);
    lender.contribute(
      repaymentPolicy,
      {
        ruleFor: () => ({
          allocate: (...about) => bench.repay.allocate(...about),
          reschedule: (...about) => bench.repay.reschedule?.(...about) ?? null,
          closesAtZero: (...about) => bench.repay.closesAtZero?.(...about) ?? true,
        }),
      },
      PLUGIN,
    );
    lender.contribute(payoutDestination, { of: async () => ({ method: 'ACCOUNT', reference: 'acme-account-1' }) }, PLUGIN);
    for (const module of [contractsModule, paymentsModule]) {
      for (const { point, value } of module.contributions ?? []) lender.contribute(point, value as never, module.id);
    }
    return bench;
  }

  get clock() {
    return this.lender.clock;
  }

  /** Moves the clock to the morning of a day. */
  async toDay(day: string): Promise<void> {
    this.clock.moveTo(`${day}T09:00:00Z`);
  }

  /** A contract whose money was provided on a day; today unless said. */
  async contract(parts: Partial<Parameters<typeof acmeTerms>[0]> = {}, terms?: ContractTerms): Promise<string> {
    const bench = this.lender.commands;
    const clientId = await bench.newClient(this.lender.lender);
    const applicationId = await bench.newApplication(this.lender.lender, clientId, PLUGIN);
    const { value, codes } = await this.lender.run(async (context) => {
      const application = (await new Loaders(context.transaction).one(applicationById, applicationId))!;
      const startOn = parts.startOn ?? context.today.toString();
      const wanted = terms ?? acmeTerms({ principal: '3000.00', ...parts, startOn });
      const contract = await acceptContract(context, application, wanted);
      await concludeContract(context, contract, {
        at: context.now,
        on: Temporal.PlainDate.from(startOn),
        editionId: null,
        terms: wanted,
        transferId: uuidv7(),
      });
      return contract.id;
    });
    if (codes.length > 0) throw new Error(`No contract: ${codes}`);
    return value;
  }

  /** Runs work on a locked contract as a command of its own. */
  async onContract<T>(contractId: string, work: (context: CommandContext, contract: ContractRecord) => Promise<T>) {
    return this.lender.run(async (context) => work(context, (await lockContractWithApplication(context, contractId)).contract));
  }

  /** The background accrual, one round. */
  accrual(options: { readonly batch?: number; readonly onFailure?: (error: unknown) => void } = {}): AccrualWorker {
    return new AccrualWorker({
      database: this.database.worker,
      clock: this.clock,
      execute: (command, input) => this.lender.execute(command, input),
      onFailure:
        options.onFailure ??
        ((error) => {
          throw error;
        }),
      ...(options.batch ? { batch: options.batch } : {}),
    });
  }

  /** Fires the deadlines that are due, as the worker does; answers how each instalment's ended, by date. */
  async fireDue(contractId: string): Promise<Readonly<Record<string, string>>> {
    const kind = this.lender.extensions.all(deadlineKinds).find(({ value }) => value.kind === 'payment-due')!.value;
    const due = await this.sql<{ id: string }>(
      `select d.id from core.deadline d join core.contract c on c.application_id = d.application_id
       where c.id = $1 and d.state = 'PENDING' and d.due_at <= $2 order by d.due_at`,
      [contractId, new Date(this.clock.now().epochMilliseconds)],
    );
    for (const { id } of due) await this.lender.execute(fireDeadline(kind), { deadlineId: id });
    return this.deadlines(contractId);
  }

  /** States of the deadlines of a contract's instalments, by date; the later version's where both have one. */
  async deadlines(contractId: string): Promise<Readonly<Record<string, string>>> {
    const rows = await this.sql<{ day: string; state: string }>(
      `select (d.due_at at time zone 'Europe/Paris')::date::text as day, d.state from core.deadline d
       join core.contract c on c.application_id = d.application_id where c.id = $1 order by d.due_at, d.started_at, d.state <> 'CANCELLED'`,
      [contractId],
    );
    return Object.fromEntries(rows.map(({ day, state }) => [day, state]));
  }

  async balance(contractId: string): Promise<BalanceRow> {
    const [row] = await this.sql<BalanceRow>(
      `select principal, interest, penalty, cost, surplus, overdue_since::text as "overdueSince", accrued_through::text as "accruedThrough"
       from core.ledger where contract_id = $1`,
      [contractId],
    );
    return row!;
  }

  /** Debt as decimal texts: principal, interest, penalty. */
  async debt(contractId: string): Promise<readonly string[]> {
    const { principal, interest, penalty } = await this.balance(contractId);
    return [principal, interest, penalty];
  }

  async status(contractId: string): Promise<string> {
    return (await this.record(contractId)).status;
  }

  async record(contractId: string): Promise<ContractRecord> {
    const scope = this.database.app.scoped({ lenderId: this.lender.lender.id });
    return (await new Loaders(scope).one(contractById, contractId))!;
  }

  postings(contractId: string) {
    return this.sql<{
      on: string;
      component: string;
      amount: string;
      cause: string;
      reference: string;
      correction: number;
      correctedBy: string | null;
    }>(
      `select on_day::text as "on", component, amount, cause, reference, correction, corrected_by as "correctedBy"
       from core.posting where contract_id = $1 order by no`,
      [contractId],
    );
  }

  /** Sum of the lines of a ledger, by component. */
  async totals(contractId: string): Promise<Readonly<Record<string, string>>> {
    const totals: Record<string, Decimal> = {};
    for (const { component, amount } of await this.postings(contractId)) {
      totals[component] = (totals[component] ?? new Decimal(0)).plus(amount);
    }
    return Object.fromEntries(Object.entries(totals).map(([component, amount]) => [component, amount.toFixed(2)]));
  }

  /** A look behind row-level security. */
  sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.lender.commands.asAdmin(async (client) => (await client.query(text, values as unknown[])).rows as Row[]);
  }
}
