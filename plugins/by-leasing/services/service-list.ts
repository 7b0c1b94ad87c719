import type { ClientKind } from '../../../modules/clients';

const everybody: readonly ClientKind[] = ['INDIVIDUAL', 'SOLE_PROPRIETOR', 'LEGAL_ENTITY'];

/**
 * What the cabinet and the system of remote service can do, for whom. What is not here for a kind of client is denied to it.
 * `sdo`: an operation of the system of remote service: identification, and an authentication of its own.
 */
export const services = {
  CONTRACTS: { kinds: everybody, sdo: false },
  CHANGE_DATA: { kinds: everybody, sdo: false },
  CLAIM: { kinds: everybody, sdo: false },
  QUESTIONNAIRE: { kinds: everybody, sdo: true },
  DEAL_DOCUMENTS: { kinds: everybody, sdo: true },
  FSZN_CONSENT: { kinds: ['INDIVIDUAL', 'SOLE_PROPRIETOR'], sdo: true },
  GUARANTOR: { kinds: everybody, sdo: true },
  SELLER: { kinds: everybody, sdo: true },
  CONCLUDE: { kinds: everybody, sdo: true },
  PERFORM: { kinds: everybody, sdo: true },
  BUYOUT: { kinds: everybody, sdo: true },
  PETITION: { kinds: everybody, sdo: true },
  REQUEST_CERTIFICATE: { kinds: everybody, sdo: true },
} as const satisfies Record<string, { readonly kinds: readonly ClientKind[]; readonly sdo: boolean }>;

export type Service = keyof typeof services;
export const serviceCodes = Object.keys(services) as readonly Service[];

export const isService = (code: string): code is Service => code in services;
export const openTo = (service: Service, kind: ClientKind): boolean => (services[service].kinds as readonly ClientKind[]).includes(kind);
