import { definePort } from '../../../schema/base';
import type { MsiPerson } from './person';

export const msiMethods = ['PERSONAL_DATA', 'CERTIFICATE'] as const;

/** How a person proves who it is at МСИ: by personal data, or by a certificate of the state system of public keys (ГосСУОК). */
export type MsiMethod = (typeof msiMethods)[number];

/** What binds an answer to the question; kept encrypted and used once. */
export interface MsiSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly codeVerifier: string;
}

export interface MsiAnswer {
  /** МСИ's own number of this exchange. */
  readonly requestId: string;
  readonly method: MsiMethod;
  readonly person: MsiPerson;
  /** Lets the lender have texts signed at МСИ for this person; only after a certificate. Secret. */
  readonly signingGrant: string | null;
}

/** A text that the person's key signed at МСИ. */
export interface MsiSignature {
  /** belt-hash of the text, as МСИ counted it. */
  readonly hash: Uint8Array;
  /** Detached CMS, bign over belt-hash. */
  readonly signature: Uint8Array;
}

/**
 * `PERSON_UNKNOWN`: МСИ has no data. `DECLINED`: the person gave up there. `STATE_MISMATCH`, `NONCE_MISMATCH`: an answer to another question.
 * `UNTRUSTED`: signature, issuer or connection do not hold. `METHOD_MISMATCH`: another way than was asked for. `CODE_REFUSED`: the code is
 * used, wrong or too old. `DATA_INCOMPLETE`: the set that the law asks for is not whole. `GRANT_REFUSED`: signing is not allowed (any more).
 * `UNREACHABLE`: no answer.
 */
export type MsiFault =
  | 'PERSON_UNKNOWN'
  | 'DECLINED'
  | 'STATE_MISMATCH'
  | 'NONCE_MISMATCH'
  | 'UNTRUSTED'
  | 'METHOD_MISMATCH'
  | 'CODE_REFUSED'
  | 'DATA_INCOMPLETE'
  | 'GRANT_REFUSED'
  | 'UNREACHABLE';

/** Carries nothing of what was sent: answers of МСИ are personal. */
export class MsiError extends Error {
  override readonly name = 'MsiError';

  constructor(
    readonly fault: MsiFault,
    /** МСИ's number of the exchange, where it told one. */
    readonly requestId: string | null = null,
  ) {
    super(fault);
  }
}

/** The interbank identification system (межбанковская система идентификации). Calls go out of transactions. */
export interface Msi {
  /** Where the browser is sent, and what its answer will be checked by. @throws MsiError UNREACHABLE */
  beginAuth(method: MsiMethod, redirectUri: string, state: string): Promise<MsiSecrets & { readonly url: string }>;
  /** Takes the address to which МСИ sent the browser back. @throws MsiError */
  callback(answer: URL, method: MsiMethod, secrets: MsiSecrets): Promise<MsiAnswer>;
  /** Has the person's key sign a text. The text leaves encrypted to МСИ's key; `id` makes a repeat the same signing. @throws MsiError */
  sign(request: { readonly id: string; readonly grant: string; readonly text: Uint8Array }): Promise<MsiSignature>;
}

export const msiPort = definePort<Msi>('by-leasing.msi');
