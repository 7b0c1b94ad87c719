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
  /** Kinds of documents of the packet that the client has signed, and ways of the code. */
  signedKinds: 'CODES',
  codeChannel: 'CODE',
  signatureElements: 'CODES',
} as const;
