import { definePlugin } from '../kit';
import { AccountRequestEntity, IdentityCheckEntity } from './account/account.entity';
import { CreateRuMfoAccountLife1700000002142 } from './account/create-account-life.migration';
import { changeCapability } from './account-request';
import { addonCapability } from './addons';
import { LoanApplicationEntity } from './application/loan-application.entity';
import { phoneCode } from './application/signing-method';
import { AssessmentEntity } from './assessment/assessment.entity';
import { bureauAdapter, bureauSimulator, creditBureauPort } from './bureau';
import { workingDaysRu } from './calendar';
import { CardCheckEntity, CardEntity } from './cards/card.entity';
import { CreateRuMfoCards1700000002141 } from './cards/create-cards.migration';
import { ruMfoClauses } from './clauses.generated';
import { accountGuard, allGuards, compromiseCapability } from './compromise';
import { confidentialityCapability } from './confidentiality';
import { CreateRuMfo1700000002000 } from './create-ru-mfo.migration';
import { DataRequestEntity } from './data-requests/data-request.entity';
import { DebtResolver } from './debt/debt.resolver';
import { DemandEntity } from './demands/demand.entity';
import { individualTerms } from './documents/individual-terms';
import { eventTypes } from './events';
import { PLUGIN } from './ids';
import { ImageEntity } from './images/image.entity';
import { lawCapability } from './law';
import { lenders } from './lenders';
import { deadlines } from './lifecycle/deadlines';
import { ruMfoDecisionPolicy } from './lifecycle/decision-policy';
import { lifecycle } from './lifecycle/lifecycle';
import { ruMfoPayout } from './lifecycle/payout';
import { ruMfoTerms } from './lifecycle/terms-calculator';
import {
  CreateRuMfoPackets1700000002160,
  codeSignedTerms,
  PacketDocumentEntity,
  PacketEntity,
  packetCode,
  packetOperation,
  packetTemplates,
} from './packet';
import { RuMfoApplicationPacketsResolver, RuMfoPacketDocumentResolver, RuMfoPacketResolver } from './packet/packet.resolver';
import { precedenceCapability } from './precedence';
import { ProfileEntity } from './profile/profile.entity';
import { publicationCapability } from './publications';
import { receptionCapability } from './reception';
import { AnswerEntity } from './registration/answer.entity';
import { registrationCapability, registrationResolvers } from './registration/capability';
import { CreateRuMfoRegistrationSteps1700000002140 } from './registration/create-registration-steps.migration';
import { AcceptanceEntity, DataConfirmationEntity, DeclarationEntity } from './registration/evidence.entity';
import { RegistrationEntity } from './registration/registration.entity';
import { retentionCapability } from './retention';
import { reviewCapability } from './review';
import { ruMfoErrors } from './ru-mfo.errors';
import { RuMfoApplicationPartsResolver, RuMfoApplicationResolver, RuMfoClientResolver, RuMfoContractResolver } from './ru-mfo.resolver';
import { rules } from './rule-set';
import { ruMfoAccrual, ruMfoRepayment } from './servicing';
import { statutes } from './statutes';
import { validators } from './validators';

/** Microfinance in Russia: consumer loans of microcredit companies. */
export const ruMfo = definePlugin({
  id: PLUGIN,
  jurisdiction: 'ru',
  coreRange: '^0.1.0',
  title: { en: 'Microfinance, Russia', ru: 'Микрофинансирование, Россия', be: 'Мікрафінансаванне, Расія' },
  legalBasis: ['353-FZ on consumer credit (loans)', '151-FZ on microfinance', '63-FZ on electronic signature', '152-FZ on personal data'],
  dataCategories: [
    {
      code: 'ru-mfo:identity',
      title: { en: 'Passport, taxpayer and insurance numbers', ru: 'Паспорт, ИНН и СНИЛС', be: 'Пашпарт, ІНН і СНІЛС' },
      sensitive: true,
      basis: '115-FZ art. 7; 151-FZ art. 9',
    },
    {
      code: 'ru-mfo:payout',
      title: { en: 'Account or card token for the loan', ru: 'Счёт или токен карты для займа', be: 'Рахунак або токен карткі для пазыкі' },
      sensitive: true,
      basis: '353-FZ art. 5 part 9',
    },
    {
      code: 'ru-mfo:declarations',
      title: { en: 'Declarations of the borrower', ru: 'Заявления заёмщика о себе', be: 'Заявы пазычальніка пра сябе' },
      sensitive: false,
      basis: '115-FZ art. 7',
    },
  ],
  entities: [
    RegistrationEntity,
    AnswerEntity,
    DeclarationEntity,
    AcceptanceEntity,
    DataConfirmationEntity,
    CardEntity,
    CardCheckEntity,
    ImageEntity,
    DataRequestEntity,
    IdentityCheckEntity,
    AccountRequestEntity,
    ProfileEntity,
    LoanApplicationEntity,
    AssessmentEntity,
    DemandEntity,
    PacketEntity,
    PacketDocumentEntity,
    ...addonCapability.entities,
    ...changeCapability.entities,
    ...publicationCapability.entities,
    ...compromiseCapability.entities,
    ...lawCapability.entities,
    ...retentionCapability.entities,
    ...precedenceCapability.entities,
    ...confidentialityCapability.entities,
    ...receptionCapability.entities,
    ...reviewCapability.entities,
  ],
  migrations: [
    CreateRuMfo1700000002000,
    CreateRuMfoRegistrationSteps1700000002140,
    CreateRuMfoCards1700000002141,
    CreateRuMfoAccountLife1700000002142,
    CreateRuMfoPackets1700000002160,
    ...addonCapability.migrations,
    ...changeCapability.migrations,
    ...publicationCapability.migrations,
    ...compromiseCapability.migrations,
    ...lawCapability.migrations,
    ...retentionCapability.migrations,
    ...precedenceCapability.migrations,
    ...confidentialityCapability.migrations,
    ...receptionCapability.migrations,
    ...reviewCapability.migrations,
  ],
  resolvers: [
    ...registrationResolvers,
    RuMfoClientResolver,
    RuMfoApplicationResolver,
    RuMfoApplicationPartsResolver,
    RuMfoContractResolver,
    RuMfoApplicationPacketsResolver,
    RuMfoPacketResolver,
    RuMfoPacketDocumentResolver,
    ...addonCapability.resolvers,
    ...changeCapability.resolvers,
    ...publicationCapability.resolvers,
    ...compromiseCapability.resolvers,
    DebtResolver,
    ...lawCapability.resolvers,
    ...retentionCapability.resolvers,
    ...precedenceCapability.resolvers,
    ...confidentialityCapability.resolvers,
    ...receptionCapability.resolvers,
    ...reviewCapability.resolvers,
  ],
  errors: [ruMfoErrors],
  eventTypes: [...eventTypes, ...receptionCapability.eventTypes],
  lenders: lenders.map(({ id, code, name, legalName, country, zone, currency, hosts, details }) => ({
    id,
    code,
    name,
    legalName,
    country,
    zone,
    currency,
    hosts,
    details,
  })),
  calendars: [workingDaysRu],
  parameters: rules,
  editions: lenders.map(({ editions }) => editions),
  statutes,
  validators,
  clauses: ruMfoClauses,
  deadlines: [...deadlines, ...lawCapability.deadlines, ...receptionCapability.deadlines],
  lifecycle,
  payout: ruMfoPayout,
  accrual: ruMfoAccrual,
  repayment: ruMfoRepayment,
  nodes: changeCapability.nodes,
  transferPurposes: [...addonCapability.transferPurposes, ...changeCapability.transferPurposes],
  uploads: registrationCapability.uploads,
  decisionPolicy: ruMfoDecisionPolicy,
  documents: [
    ...addonCapability.documents,
    ...changeCapability.documents,
    ...lawCapability.documents,
    individualTerms,
    codeSignedTerms,
    ...packetTemplates,
  ],
  terms: ruMfoTerms,
  signInGuard: allGuards([accountGuard, registrationCapability.signInGuard]),
  codeOperations: [...changeCapability.codeOperations, ...lawCapability.codeOperations, packetOperation],
  jobs: [...registrationCapability.jobs, ...retentionCapability.jobs],
  signing: [...changeCapability.signing, ...lawCapability.signing, phoneCode, packetCode],
  ports: [creditBureauPort],
  adapters: [bureauAdapter],
  simulators: [bureauSimulator],
});
