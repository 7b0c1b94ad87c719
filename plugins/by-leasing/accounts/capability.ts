import { AgreementEndEntity } from '../departure/agreement-end.entity';
import { DeletionRequestEntity } from '../departure/deletion-request.entity';
import { DepartureResolver } from '../departure/departure.resolver';
import { CodeWordEntity } from '../factors/code-word.entity';
import { FactorResultEntity } from '../factors/factor-result.entity';
import { ClientHoldEntity, SystemHoldEntity } from '../holds/hold.entity';
import { HoldResolver } from '../holds/hold.resolver';
import { CreateByLeasingCabinet1700000003080 } from '../operations/create-cabinet.migration';
import { OperationRefusalEntity } from '../operations/operation-refusal.entity';
import { CabinetChangeEntity } from '../services/cabinet-change.entity';
import { ServiceResolver } from '../services/service.resolver';
import { ServiceChangeEntity } from '../services/service-change.entity';
import { AcceptanceEntity } from '../terms/acceptance.entity';
import { MarketingConsentEntity } from '../terms/marketing-consent.entity';
import { TermsResolver } from '../terms/terms.resolver';
import { TermsVersionEntity } from '../terms/terms-version.entity';
import { AccountEntity } from './account.entity';
import { AccountPartsResolver, AccountResolver } from './account.resolver';
import { AuthorisationEntity } from './authorisation.entity';
import { CreateByLeasing1700000003000 } from './create-accounts.migration';
import { DealContactEntity } from './deal-contact.entity';
import { PhoneChangeEntity } from './phone-change.entity';
import { RegistrationEntity } from './registration.entity';

/** Accounts, the agreement, factors, what stands in the way of operations, and how clients leave. */
export const accountCapability = {
  entities: [
    AccountEntity,
    RegistrationEntity,
    DealContactEntity,
    PhoneChangeEntity,
    AuthorisationEntity,
    CodeWordEntity,
    FactorResultEntity,
    TermsVersionEntity,
    AcceptanceEntity,
    MarketingConsentEntity,
    ServiceChangeEntity,
    CabinetChangeEntity,
    ClientHoldEntity,
    SystemHoldEntity,
    OperationRefusalEntity,
    DeletionRequestEntity,
    AgreementEndEntity,
  ],
  resolvers: [AccountResolver, AccountPartsResolver, TermsResolver, HoldResolver, ServiceResolver, DepartureResolver],
  migrations: [CreateByLeasing1700000003000, CreateByLeasingCabinet1700000003080],
} as const;
