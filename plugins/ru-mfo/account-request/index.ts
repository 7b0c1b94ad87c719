import type { GraphContext } from '../../../modules/commands';
import { RuMfoProlongationPayments1700000002121 } from '../prolongation/count-payments.migration';
import { ProlongationEntity } from '../prolongation/prolongation.entity';
import { prolongationById } from '../prolongation/prolongation.record';
import { RuMfoContractProlongationsResolver, RuMfoProlongationResolver, toProlongation } from '../prolongation/prolongation.resolver';
import { amendedTerms, supplementaryAgreement } from '../prolongation/prolongation-documents';
import { TopUpEntity } from '../top-up/top-up.entity';
import { topUpRecords } from '../top-up/top-up.record';
import { RuMfoContractTopUpsResolver, RuMfoTopUpResolver, toTopUp } from '../top-up/top-up.resolver';
import { topUpOperation } from '../top-up/top-up-operation';
import { topUpPurpose } from '../top-up/top-up-purpose';
import { CreditLineEntity } from '../tranches/credit-line.entity';
import { TrancheEntity } from '../tranches/tranche.entity';
import { trancheRecords } from '../tranches/tranche.record';
import { RuMfoContractTranchesResolver, RuMfoTrancheResolver, toTranche } from '../tranches/tranche.resolver';
import { trancheOperation } from '../tranches/tranche-operation';
import { tranchePurpose } from '../tranches/tranche-purpose';
import { CreateRuMfoChanges1700000002120 } from './create-changes.migration';
import { requestCode } from './request-code';
import { topUpApplication, trancheApplication } from './request-documents';

/** What the plugin's definition takes from prolongation, tranches and additional sums. */
export const changeCapability = {
  entities: [ProlongationEntity, CreditLineEntity, TrancheEntity, TopUpEntity],
  migrations: [CreateRuMfoChanges1700000002120, RuMfoProlongationPayments1700000002121],
  resolvers: [
    RuMfoContractProlongationsResolver,
    RuMfoProlongationResolver,
    RuMfoContractTranchesResolver,
    RuMfoTrancheResolver,
    RuMfoContractTopUpsResolver,
    RuMfoTopUpResolver,
  ],
  documents: [supplementaryAgreement, amendedTerms, trancheApplication, topUpApplication],
  codeOperations: [trancheOperation, topUpOperation],
  transferPurposes: [tranchePurpose, topUpPurpose],
  signing: [requestCode],
  nodes: [
    {
      type: 'RuMfoProlongation',
      load: async (context: GraphContext, id: string) => {
        const row = await context.loaders.one(prolongationById, id);
        return row && toProlongation(row);
      },
    },
    {
      type: 'RuMfoTranche',
      load: async (context: GraphContext, id: string) => {
        const row = await context.loaders.one(trancheRecords.byId, id);
        return row && toTranche(row);
      },
    },
    {
      type: 'RuMfoTopUp',
      load: async (context: GraphContext, id: string) => {
        const row = await context.loaders.one(topUpRecords.byId, id);
        return row && toTopUp(row);
      },
    },
  ],
};
