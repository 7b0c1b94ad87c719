import { defineExtensionPoint, type Locale, type Sentence } from '../../schema/base';
import type { GraphContext } from '../commands';
import type { FieldValue } from './canonical-text';
import type { DocumentRecord } from './document.record';
import type { Block } from './document-content';

/**
 * A kind of document as data and pure functions: equal values give equal text and equal pages. No clock, no I/O;
 * dates and sums come as values. A change of wording is a new version; old documents keep what they were printed from.
 */
export interface DocumentTemplate<Values> {
  /** Unique; carries the plugin's id, e.g. `xx-plugin/individual-terms`. */
  readonly id: string;
  readonly version: number;
  /** What the document is, e.g. `INDIVIDUAL_TERMS`; the same in all versions. */
  readonly kind: string;
  readonly title: Sentence;
  /** Language that the document is written in. */
  readonly locale: Locale;
  /** All values that bind, as text, in their order: this is what is hashed and signed. */
  fields(values: Values): readonly FieldValue[];
  /** What is printed; it must show every value of `fields`. */
  layout(values: Values): readonly Block[];
}

/** `never`: a template is read here only by its data; who forms a document has the typed one at hand. */
export const documentTemplates = defineExtensionPoint<DocumentTemplate<never>>('documents.templates');

/** What the signature page says about one signature; already in the document's language. */
export interface SignatureBlock {
  readonly heading: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/** Who keeps signatures tells what to print on a document's signature page, in the order of signing. */
export interface SignatureBlocks {
  load(
    context: Pick<GraphContext, 'loaders' | 'ports' | 'lender' | 'extensions'>,
    document: Pick<DocumentRecord, 'id' | 'locale' | 'pluginId'>,
  ): Promise<readonly SignatureBlock[]>;
}

export const signatureBlocks = defineExtensionPoint<SignatureBlocks>('documents.signature-blocks');

/** What may be uploaded for one purpose. */
export interface UploadPurpose {
  /** Upper case with underscores, e.g. `INCOME_STATEMENT`. */
  readonly id: string;
  readonly description: string;
  /** Among the types that the gateway can recognise by content. */
  readonly contentTypes: readonly string[];
  /** Bytes. */
  readonly maxSize: number;
}

export const uploadPurposes = defineExtensionPoint<UploadPurpose>('documents.upload-purposes');
