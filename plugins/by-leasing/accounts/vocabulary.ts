import type { ClientKind } from '../../../modules/clients';

/** `TERMINATED`: the agreement with the client ended. `DELETED`: the cabinet is gone for good; contracts and evidence stay. */
export const accountStatuses = ['ACTIVE', 'TERMINATED', 'DELETED'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** How a client is authenticated by MSI, and so how it signs: by code word and code, or by a certificate. */
export const paths = ['PERSONAL_DATA', 'CERTIFICATE'] as const;
export type Path = (typeof paths)[number];

export const identificationSources = ['MSI', 'OFFICE'] as const;
export type IdentificationSource = (typeof identificationSources)[number];

/** Paths open to each kind of client; a sole proprietor chooses. */
export const pathsOf: Readonly<Record<ClientKind, readonly Path[]>> = {
  INDIVIDUAL: ['PERSONAL_DATA'],
  LEGAL_ENTITY: ['CERTIFICATE'],
  SOLE_PROPRIETOR: ['PERSONAL_DATA', 'CERTIFICATE'],
};
