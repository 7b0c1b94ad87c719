export { ContractEntity } from './contract.entity';
export { type ContractRecord, contractByApplication, contractById, contractsByClient } from './contract.record';
export { Contract, ContractTermsType, toContract, toTerms } from './contract.type';
export type { ContractStatus, DebtComponent } from './contract-status';
export { type ContractTerms, type Instalment, type TermsCalculator, termsCalculator } from './contract-terms';
export { acceptContract, cancelContract, concludeContract, lockContract, lockContractOfApplication } from './contracts';
export { contractsModule } from './contracts.module';
