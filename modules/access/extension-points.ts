import { defineExtensionPoint } from '../../schema/base';
import type { ClientDetails } from '../clients';
import type { CommandContext } from '../commands';
import type { Finding } from '../rules';
import type { CodePurpose } from './ceremony.entity';
import type { CodePolicy } from './code-policy';

/** Changes the policy of codes for a lender that uses the plugin; null or a missing value leaves what stands. */
export interface CodePolicyOverride {
  policyFor(context: CommandContext, purpose: CodePurpose): Partial<CodePolicy> | null;
}

/** Of several overrides the stricter value of each kind binds. */
export const codePolicies = defineExtensionPoint<CodePolicyOverride>('access.code-policy');

/** Something that a client confirms with a code: a document to sign, a payment to order. */
export interface CodeOperation {
  /** GraphQL type of the thing: `operationId` of `requestCode` is one of its ids. */
  readonly type: string;
  readonly purpose: Extract<CodePurpose, 'SIGN_DOCUMENT' | 'OPERATION'>;
  /**
   * Whose operation it is and the digest that names it exactly, such as the document's hash: the code is good for nothing else.
   * Null when there is none for this caller; throws `Refusal` when no code may be asked for now.
   */
  resolve(context: CommandContext, id: string): Promise<{ readonly clientId: string; readonly digest: Buffer } | null>;
}

export const codeOperations = defineExtensionPoint<CodeOperation>('access.code-operation');

/** Which contact somebody signs in by. */
export type LoginContact = 'PHONE' | 'EMAIL';

/** A lender's own reasons not to let a client in, asked at sign-in, at refresh and before a code is sent. */
export interface SignInGuard {
  /** `by`: the contact that is the login; null where a session goes on. */
  check(context: CommandContext, client: ClientDetails, by: LoginContact | null): Promise<readonly Finding[]>;
}

export const signInGuards = defineExtensionPoint<SignInGuard>('access.sign-in-guard');

/** A lender's own reasons not to let a client put another contact in the place of the one on file by itself. */
export interface ContactGuard {
  /** `contact`: the new phone in E.164, or e-mail address. */
  check(context: CommandContext, client: ClientDetails, kind: LoginContact, contact: string): Promise<readonly Finding[]>;
}

export const contactGuards = defineExtensionPoint<ContactGuard>('access.contact-guard');
