import { AddByLeasingHolderConfirmed1700000003090 } from './add-holder-confirmed.migration';
import { CreateByLeasingLeasedContracts1700000003065 } from './create-leased-contracts.migration';
import { accountsAdapter } from './http-accounts';
import { LeasedContractEntity } from './leased-contract.entity';
import { lenderAccountsTexts } from './lender-accounts.errors';
import { LeasedContractResolver, LenderAccountsResolver } from './lender-accounts.resolver';
import { lenderAccountsPort } from './port';
import { accountsSimulator } from './simulator';
import { statementTemplate } from './statement-template';

/** Contracts, debts and reconciliation statements out of the lender's accounts. */
export const lenderAccounts = {
  entities: [LeasedContractEntity],
  migrations: [CreateByLeasingLeasedContracts1700000003065, AddByLeasingHolderConfirmed1700000003090],
  eventTypes: [
    {
      type: 'ByLeasingContractsImported',
      version: 1,
      description: 'The lender’s accounts told of a client’s contracts (договоры лизинга).',
      example: { clientId: '0199f0a0-0000-7000-8000-000000000002', contracts: 1 },
    },
  ],
  documents: [statementTemplate],
  resolvers: [LenderAccountsResolver, LeasedContractResolver],
  ports: [lenderAccountsPort],
  adapters: [accountsAdapter],
  simulators: [accountsSimulator],
  texts: lenderAccountsTexts,
} as const;
