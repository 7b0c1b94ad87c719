import type { ContractTerms } from '../../../modules/contracts';
import { listLoader, loader, statement } from '../../../modules/database';
import type { AddonAddressee, AddonStatus } from './addon.entity';
import type { AddonKind, AddonOccasion } from './addon-service';

export interface AddonRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly clientId: string;
  readonly occasion: AddonOccasion;
  readonly occasionId: string;
  readonly code: string;
  readonly kind: AddonKind;
  readonly status: AddonStatus;
  /** Roubles, decimal string; known once it is offered. */
  readonly price: string | null;
  readonly wishedAt: Date | null;
  readonly offeredAt: Date | null;
  readonly chosenAt: Date | null;
  readonly joinedAt: Date | null;
  readonly chargedAt: Date | null;
  readonly memoDocumentId: string | null;
  readonly requestDocumentId: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawalAddressee: AddonAddressee | null;
  readonly withdrawalReference: string | null;
  readonly withdrawalDocumentId: string | null;
  readonly refundedToDebt: string | null;
  readonly refundedToClient: string | null;
}

const columns = `id, application_id as "applicationId", client_id as "clientId", occasion, occasion_id as "occasionId", code, kind, status,
  price, wished_at as "wishedAt", offered_at as "offeredAt", chosen_at as "chosenAt", joined_at as "joinedAt", charged_at as "chargedAt",
  memo_document_id as "memoDocumentId", request_document_id as "requestDocumentId", withdrawn_on::text as "withdrawnOn",
  withdrawal_addressee as "withdrawalAddressee", withdrawal_reference as "withdrawalReference",
  withdrawal_document_id as "withdrawalDocumentId", refunded_to_debt as "refundedToDebt", refunded_to_client as "refundedToClient"`;

/** Of applications, their prolongations included, in the order in which they came up. */
export const readAddons = statement<AddonRecord>(
  'ru_mfo_addons',
  `select ${columns} from ru_mfo.addon where application_id = any($1) order by id`,
);
export const addonsByApplication = listLoader(readAddons, (row) => row.applicationId);

export const readAddonsOfOccasion = statement<AddonRecord>(
  'ru_mfo_addons_of_occasion',
  `select ${columns} from ru_mfo.addon where occasion_id = $1 order by id`,
);

export const applicationOfAddon = statement<{ applicationId: string }>(
  'ru_mfo_addon_application',
  'select application_id as "applicationId" from ru_mfo.addon where id = $1',
);

export const lockAddon = statement<AddonRecord>('ru_mfo_addon_lock', `select ${columns} from ru_mfo.addon where id = $1 for update`);

export const setAddonOffered = statement<never>(
  'ru_mfo_addon_offered',
  `update ru_mfo.addon set status = 'OFFERED', price = $2, offered_at = $3, memo_document_id = $4, request_document_id = $5 where id = $1`,
);
export const setAddonRequest = statement<never>('ru_mfo_addon_request', 'update ru_mfo.addon set request_document_id = $2 where id = $1');
export const setAddonChosen = statement<never>(
  'ru_mfo_addon_chosen',
  "update ru_mfo.addon set status = 'CHOSEN', chosen_at = $2 where id = $1",
);
export const setAddonUnchosen = statement<never>(
  'ru_mfo_addon_unchosen',
  "update ru_mfo.addon set status = 'OFFERED', chosen_at = null where id = $1",
);
export const setAddonJoined = statement<never>(
  'ru_mfo_addon_joined',
  "update ru_mfo.addon set status = 'JOINED', joined_at = $2 where id = $1",
);
export const setAddonDeclined = statement<never>('ru_mfo_addon_declined', "update ru_mfo.addon set status = 'DECLINED' where id = $1");
export const setAddonCharged = statement<never>(
  'ru_mfo_addon_charged',
  'update ru_mfo.addon set charged_at = $2, charge_cause = $3 where id = $1',
);
export const setAddonWithdrawn = statement<never>(
  'ru_mfo_addon_withdrawn',
  `update ru_mfo.addon set status = 'WITHDRAWN', withdrawn_on = $2, withdrawal_addressee = $3, withdrawal_reference = $4,
     withdrawal_document_id = $5, refunded_to_debt = $6, refunded_to_client = $7 where id = $1`,
);

export interface InsuredTermsRecord {
  readonly applicationId: string;
  readonly documentId: string;
  readonly terms: ContractTerms;
}

export const readInsuredTerms = statement<InsuredTermsRecord>(
  'ru_mfo_insured_terms',
  'select application_id as "applicationId", document_id as "documentId", terms from ru_mfo.insured_terms where application_id = any($1)',
);
export const insuredTermsByApplication = loader(readInsuredTerms, (row) => row.applicationId);
