export { type AccrualSummary, AccrualWorker, type AccrualWorkerOptions } from './accrual/accrual-worker';
export { type AccrueBatch, accrueBatch } from './accrual/accrue-batch.command';
export {
  type AccrualDay,
  type AccrualPolicy,
  type AccrualRule,
  type Allocation,
  accrualPolicy,
  type Charge,
  type RepaymentPolicy,
  type RepaymentRule,
  repaymentPolicy,
  type ServicedContract,
  type ServicingScope,
} from './accrual/extension-points';
export { shareOfDay, withinRoom } from './accrual/share-of-day';
export { ContractEntity } from './contract.entity';
export {
  type ContractRecord,
  contractByApplication,
  contractById,
} from './contract.record';
export { Contract, ContractTermsType, toContract, toTerms } from './contract.type';
export { ledgerEvents } from './contract-events';
export type { ContractStatus, DebtComponent, LedgerComponent } from './contract-status';
export { type ContractTerms, type Instalment, type TermsCalculator, termsCalculator, type WantedTerms } from './contract-terms';
export { acceptContract, cancelContract, concludeContract } from './contracts';
export { contractsModule } from './contracts.module';
export { type ContractHistory, contractHistoryOf } from './history-of-client';
export { balanceOn } from './ledger/balance-on';
export { type ContractCourse, readCourse } from './ledger/course';
export { inOrder, type RepaymentBucket, repaymentBuckets } from './ledger/in-order';
export { accrueToday, type NewEntry, type NewLine, type NewTerms, post, replaceSchedule } from './ledger/ledger';
export type { DirectCause, LedgerCause } from './ledger/ledger-cause';
export { type ChargedParts, type DebtParts, debtOf, emptyState, type LedgerState } from './ledger/ledger-state';
export type { LedgerChange } from './ledger/recalculate';
export { type DirectEntry, type LedgerWorld, type PaymentEntry, type Run, runDays } from './ledger/run-days';
export { type Settled, settle } from './ledger/settle';
export { lockContract, lockContractOfApplication, lockContractWithApplication } from './lock-contract';
export { type OpenContract, openContractsOf } from './open-contracts-of-client';
