import { defineExtensionPoint, type Sentence } from '../../schema/base';
import type { CommandContext } from '../commands';
import type { DocumentForm, DocumentRecord } from '../documents';
import type { EvidenceCheck, Files, SignatureStatement } from './evidence-package';

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

/** What verifies a plugin's own files in an evidence package. */
export const evidenceChecks = defineExtensionPoint<EvidenceCheck>('signatures.evidence-checks');

/** What a plugin puts into the evidence packages of its documents beside what every package holds. */
export interface EvidenceParts {
  /** Files by path; the same document gives the same files. */
  collect(context: CommandContext, document: DocumentRecord, signatures: readonly SignatureStatement[]): Promise<Files>;
}

export const evidenceParts = defineExtensionPoint<EvidenceParts>('signatures.evidence-parts');
