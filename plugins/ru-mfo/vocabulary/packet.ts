import type { ParameterDeclarations } from '../../../modules/rules';

/** Packets of documents that one code signs, and the way in which terms are accepted. */
export const packetParameters = {
  /** Kinds of the documents signed by one code before the application is sent. */
  'packet.application.documents': { unit: 'CODES', stricter: 'UNION' },
  /** Kinds of the documents signed by one code together with the individual terms, these included. */
  'packet.terms.documents': { unit: 'CODES', stricter: 'UNION' },
  /** `BUTTON`: the client accepts the lender's offer; `CODE`: the client signs the packet by a fresh code. */
  'acceptance.method': { unit: 'CODE', stricter: 'NONE' },
  /** Ways by which the code that signs may come. */
  'signing.code.channels': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** What about the signer must stand in the signed terms. */
  'signature.elements': { unit: 'CODES', stricter: 'UNION' },
} as const satisfies ParameterDeclarations;

export const packetFacts = {
  /** APPLICATION, TERMS or ADDENDUM. */
  packetKind: 'CODE',
  /** Kinds of the documents that the code is about to sign. */
  signedKinds: 'CODES',
  /** Kinds of the documents signed with the application. */
  applicationPacketKinds: 'CODES',
  /** By which way the code came. */
  codeChannel: 'CODE',
  /** What about the signer stands in the terms, the code included. */
  signatureElements: 'CODES',
} as const;
