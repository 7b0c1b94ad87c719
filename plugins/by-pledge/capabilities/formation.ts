import type { GraphContext } from '../../../modules/commands';
import { AddendumEntity } from '../addenda/addendum.entity';
import { ByPledgeAddendumMutations } from '../addenda/addendum.resolver';
import { addendumTemplate } from '../addenda/addendum.template';
import { CreateByPledgeCourse1700000004002 } from '../addenda/create-course.migration';
import { ByPledgeAgreementMutations } from '../agreement/agreement.resolver';
import { CreateByPledgeFormation1700000004001 } from '../agreement/create-formation.migration';
import { agreementOperation, signingMethodsOfPledge } from '../agreement/sign.commands';
import { inventoryAnnex, pledgeAgreement, scheduleAnnex } from '../agreement/templates';
import { ByPledgeAuthorityMutations } from '../authority/authority.resolver';
import { CertificateEndEntity } from '../authority/certificate-end.entity';
import { RulesVersionEntity } from '../authority/rules-version.entity';
import { SigningAuthorityEntity } from '../authority/signing-authority.entity';
import { ByPledgeClaimMutations } from '../claim/claim.resolver';
import { CreditReportEntity } from '../credit-register/credit-report.entity';
import { creditRegisterAdapter, creditRegisterJob, creditRegisterPort, creditRegisterSimulator } from '../credit-register/port';
import { DeclarationEntity } from '../declarations/declaration.entity';
import { ByPledgeDeclarationMutations } from '../declarations/declaration.resolver';
import { ByPledgePledgeDeclarationResolver } from '../declarations/declaration-parts.resolver';
import { courseErrors } from '../errors/course';
import { formationErrors } from '../errors/formation';
import { pledgeErrors } from '../errors/pledge';
import { ByPledgeIdentityMutations } from '../identity/identity.resolver';
import { IdentityCheckEntity } from '../identity/identity-check.entity';
import { ExchangeRateEntity } from '../insurance/exchange-rate.entity';
import { ByPledgeInsuranceMutations } from '../insurance/insurance.resolver';
import { PolicyEntity } from '../insurance/policy.entity';
import { PremiumProofEntity } from '../insurance/premium-proof.entity';
import { nationalBankRatesPort, ratesAdapter, ratesSimulator } from '../insurance/rates';
import { byPledgeAccrual, byPledgeRepayment } from '../interest';
import { InventoryEntity } from '../inventory/inventory.entity';
import { ByPledgeInventoryMutations } from '../inventory/inventory.resolver';
import { ByPledgeInventoryResolver, ByPledgePledgeInventoryResolver } from '../inventory/inventory-parts.resolver';
import { PhotoEntity } from '../inventory/photo.entity';
import { PledgedItemEntity } from '../inventory/pledged-item.entity';
import { vehiclePhoto } from '../inventory/upload-purpose';
import { VehicleCheckEntity } from '../inventory/vehicle-check.entity';
import { deadlines } from '../lifecycle/deadlines';
import { lifecycle } from '../lifecycle/lifecycle';
import { ByPledgeLoanMutations } from '../lifecycle/loan.resolver';
import { byPledgePayout } from '../lifecycle/payout';
import { SecuredLoanEntity } from '../lifecycle/secured-loan.entity';
import { TariffEntity } from '../lifecycle/tariff.entity';
import { byPledgeTerms } from '../lifecycle/terms';
import { ByPledgePartyMutations } from '../parties/party.resolver';
import { PartyChangeEntity } from '../parties/party-change.entity';
import { ConsentEntity, CreateByPledge1700000004000, PartyEntity, PledgeEntity, pledgeById, pledgeEventTypes } from '../pledge';
import { ByPledgeConsentMutations } from '../pledge/consent.resolver';
import { ByPledgeEndMutations } from '../pledge/end.resolver';
import { endJob } from '../pledge/end-pledge';
import { ByPledgePartsResolver, ByPledgePartyResolver } from '../pledge/parts.resolver';
import { ByPledgePledgeResolver } from '../pledge/pledge.resolver';
import { toPledge } from '../pledge/pledge.type';
import { ByPledgeQuestionnaireMutations } from '../questionnaire/questionnaire.resolver';
import { DisclosureEntity } from '../register/disclosure.entity';
import { manualRegister, pledgeRegisterPort, registerSimulator } from '../register/port';
import { registerJob } from '../register/register.commands';
import { ByPledgeRegisterMutations } from '../register/register.resolver';
import { RegisterEntryEntity } from '../register/register-entry.entity';
import { RegisterTaskEntity } from '../register/register-task.entity';
import { analyticsAdapter, analyticsSimulator, vehicleAnalyticsPort } from '../valuation/port';
import { ValuationEntity } from '../valuation/valuation.entity';
import { ByPledgeValuationMutations } from '../valuation/valuation.resolver';

/** Everything from an application to the end of a pledge that went as it should. */
export const formationCapability = {
  entities: [
    PledgeEntity,
    PartyEntity,
    ConsentEntity,
    InventoryEntity,
    PhotoEntity,
    PledgedItemEntity,
    VehicleCheckEntity,
    ValuationEntity,
    DeclarationEntity,
    IdentityCheckEntity,
    SigningAuthorityEntity,
    CertificateEndEntity,
    RulesVersionEntity,
    SecuredLoanEntity,
    TariffEntity,
    AddendumEntity,
    RegisterEntryEntity,
    RegisterTaskEntity,
    DisclosureEntity,
    CreditReportEntity,
    PolicyEntity,
    PremiumProofEntity,
    ExchangeRateEntity,
    PartyChangeEntity,
  ],
  migrations: [CreateByPledge1700000004000, CreateByPledgeFormation1700000004001, CreateByPledgeCourse1700000004002],
  errors: [pledgeErrors, formationErrors, courseErrors],
  eventTypes: pledgeEventTypes,
  documents: [pledgeAgreement, inventoryAnnex, scheduleAnnex, addendumTemplate],
  deadlines,
  lifecycle,
  payout: byPledgePayout,
  terms: byPledgeTerms,
  accrual: byPledgeAccrual,
  repayment: byPledgeRepayment,
  uploads: [vehiclePhoto],
  signing: signingMethodsOfPledge,
  codeOperations: [agreementOperation],
  resolvers: [
    ByPledgeQuestionnaireMutations,
    ByPledgeInventoryMutations,
    ByPledgeDeclarationMutations,
    ByPledgeIdentityMutations,
    ByPledgeValuationMutations,
    ByPledgeAgreementMutations,
    ByPledgeInsuranceMutations,
    ByPledgeConsentMutations,
    ByPledgeAddendumMutations,
    ByPledgeRegisterMutations,
    ByPledgePartyMutations,
    ByPledgeClaimMutations,
    ByPledgeEndMutations,
    ByPledgeAuthorityMutations,
    ByPledgeLoanMutations,
    ByPledgePledgeResolver,
    ByPledgePartsResolver,
    ByPledgePartyResolver,
    ByPledgePledgeInventoryResolver,
    ByPledgeInventoryResolver,
    ByPledgePledgeDeclarationResolver,
  ],
  nodes: [
    {
      type: 'ByPledgePledge',
      load: async (context: GraphContext, id: string) => {
        const row = await context.loaders.one(pledgeById, id);
        return row && toPledge(row);
      },
    },
  ],
  jobs: [endJob, registerJob, creditRegisterJob],
  ports: [vehicleAnalyticsPort, nationalBankRatesPort, pledgeRegisterPort, creditRegisterPort],
  adapters: [analyticsAdapter, ratesAdapter, manualRegister, creditRegisterAdapter],
  simulators: [analyticsSimulator, ratesSimulator, registerSimulator, creditRegisterSimulator],
} as const;
