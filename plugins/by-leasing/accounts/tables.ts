import { AgreementEndEntity } from '../departure/agreement-end.entity';
import { DeletionRequestEntity } from '../departure/deletion-request.entity';
import { CodeWordEntity } from '../factors/code-word.entity';
import { FactorResultEntity } from '../factors/factor-result.entity';
import { ClientHoldEntity, SystemHoldEntity } from '../holds/hold.entity';
import { CreateByLeasingCabinet1700000003080 } from '../operations/create-cabinet.migration';
import { OperationRefusalEntity } from '../operations/operation-refusal.entity';
import { CabinetChangeEntity } from '../services/cabinet-change.entity';
import { ServiceChangeEntity } from '../services/service-change.entity';
import { AcceptanceEntity } from '../terms/acceptance.entity';
import { MarketingConsentEntity } from '../terms/marketing-consent.entity';
import { TermsVersionEntity } from '../terms/terms-version.entity';
import { AccountEntity } from './account.entity';
import { AuthorisationEntity } from './authorisation.entity';
import { CreateByLeasing1700000003000 } from './create-accounts.migration';
import { DealContactEntity } from './deal-contact.entity';
import { PhoneChangeEntity } from './phone-change.entity';
import { RegistrationEntity } from './registration.entity';

/** Tables of accounts, the agreement, factors and what stands in the way of operations. */
export const accountTables = {
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
  migrations: [CreateByLeasing1700000003000, CreateByLeasingCabinet1700000003080],
} as const;
