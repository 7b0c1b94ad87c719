import { defineExtensionPoint, type Sentence } from '../../schema/base';
import type { DocumentForm } from '../documents';

/** A way to sign that a plugin's rules know, e.g. by a confirmation code. */
export interface SigningMethod {
  /** Upper case with underscores, e.g. `CONFIRMATION_CODE`; unique within its plugin. */
  readonly id: string;
  /** As it is printed on the signature page. */
  readonly title: Sentence;
  /** Forms of documents that it may sign. */
  readonly forms: readonly DocumentForm[];
}

export const signingMethods = defineExtensionPoint<SigningMethod>('signatures.methods');
