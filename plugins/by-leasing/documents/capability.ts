import { leasingEvidence } from '../evidence/leasing.parts';
import { CreditReportEntity } from '../leasing/credit-report.entity';
import { leasingDecisionPolicy } from '../leasing/decision-policy';
import { leasingLifecycle } from '../leasing/lifecycle';
import { leasingAccrual, leasingTerms } from '../leasing/terms';
import { ParticipantEntity } from '../participants/participant.entity';
import { LeasingAuthorityEntity } from '../signing/authority.entity';
import { leasingSigningMethods } from '../signing/methods';
import { documentOperation } from '../signing/sign-operation';
import { LeasingSignatureEntity } from '../signing/signature.entity';
import { trustAdapter, trustPort, trustSimulator } from '../trust/port';
import { TrustFileEntity } from '../trust/trust-file.entity';
import { documentsProven, questionnaireSent } from '../validators/documents';
import { copyBlocks } from './certify-copy.command';
import { ByLeasingContractDocumentsResolver, ByLeasingContractResolver } from './contract-documents.resolver';
import { CreateByLeasingDocuments1700000003040 } from './create-documents.migration';
import { LeasingDocumentEntity } from './document.entity';
import { ByLeasingDocumentMutations } from './document.mutations';
import {
  ByLeasingApplicationResolver,
  ByLeasingClientDocumentsResolver,
  ByLeasingCoreDocumentResolver,
  ByLeasingDealResolver,
  ByLeasingDocumentResolver,
  documentNodes,
} from './document.resolver';
import { documentEventTypes } from './document-events';
import { documentErrors } from './documents.errors';
import { ExchangeEntity } from './exchange.entity';
import { IntegrityFindingEntity } from './integrity-finding.entity';
import { integrityJob } from './integrity-job';
import { leasingTemplates } from './templates';

/** Documents of both flows, their signatures and evidence, who takes part in a deal, and the contract that comes of it. */
export const documentCapability = {
  entities: [
    LeasingDocumentEntity,
    LeasingSignatureEntity,
    LeasingAuthorityEntity,
    TrustFileEntity,
    ParticipantEntity,
    ExchangeEntity,
    IntegrityFindingEntity,
    CreditReportEntity,
  ],
  migrations: [CreateByLeasingDocuments1700000003040],
  errors: [documentErrors],
  eventTypes: documentEventTypes,
  documents: leasingTemplates,
  lifecycle: leasingLifecycle,
  decisionPolicy: leasingDecisionPolicy,
  terms: leasingTerms,
  accrual: leasingAccrual,
  validators: [questionnaireSent, documentsProven],
  signing: leasingSigningMethods,
  codeOperations: [documentOperation],
  evidenceParts: [leasingEvidence],
  signatureBlocks: [copyBlocks],
  jobs: [integrityJob()],
  resolvers: [
    ByLeasingDocumentMutations,
    ByLeasingDocumentResolver,
    ByLeasingApplicationResolver,
    ByLeasingDealResolver,
    ByLeasingClientDocumentsResolver,
    ByLeasingCoreDocumentResolver,
    ByLeasingContractResolver,
    ByLeasingContractDocumentsResolver,
  ],
  nodes: documentNodes,
  ports: [trustPort],
  adapters: [trustAdapter],
  simulators: [trustSimulator],
} as const;
