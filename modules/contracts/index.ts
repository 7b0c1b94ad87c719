export { ContractEntity } from './contract.entity';
export {
  type ContractRecord,
  contractByApplication,
  contractById,
} from './contract.record';
export { Contract, ContractTermsType, toContract, toTerms } from './contract.type';
export type { ContractStatus, DebtComponent } from './contract-status';
export { type ContractTerms, type Instalment, type TermsCalculator, termsCalculator, type WantedTerms } from './contract-terms';
export {
  acceptContract,
  cancelContract,
  concludeContract,
  lockContractOfApplication,
  lockContractWithApplication,
} from './contracts';
export { contractsModule } from './contracts.module';
export { type OpenContract, openContractsOf } from './open-contracts-of-client';
