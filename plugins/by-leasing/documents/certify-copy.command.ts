import { defineCommand, Refusal } from '../../../modules/commands';
import { type SignatureBlocks } from '../../../modules/documents';
import { enforce, findingOf } from '../../../modules/rules';
import type { Sentence } from '../../../schema/base';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf } from '../judge';
import { DOCUMENT_PATH, lockLeasingDocument, saveDocument, tellStep } from './change';
import type { DocumentResult } from './create.command';
import { type LeasingDocumentRecord, leasingDocumentByCore } from './document.record';
import type { DocumentStepInput } from './fill.commands';

/** Whether a document is an электронный документ: signed with ЭЦП, so that on paper there are only copies of it. */
export const isDigital = (document: Pick<LeasingDocumentRecord, 'flow' | 'path'>): boolean =>
  document.flow === 'LENDER_ORIGINATED' || document.path === 'CERTIFICATE';

/** What stands of a printed copy: a print of the system is uncertified until an authorised officer recorded the certification (agreement, 1). */
export type CopyStatus = 'UNCERTIFIED' | 'CERTIFIED';
export const copyStatusOf = (document: LeasingDocumentRecord): CopyStatus | null =>
  isDigital(document) ? (document.copyCertifiedAt ? 'CERTIFIED' : 'UNCERTIFIED') : null;

/** An officer records that the paper copy of a digitally signed document was certified. */
export const certifyCopy = defineCommand<DocumentStepInput, DocumentResult>({
  name: 'byLeasingCertifyCopy',
  plugin: PLUGIN,
  emits: ['ByLeasingDocumentStep'],
  async run({ documentId }, context) {
    const document = await lockLeasingDocument(context, documentId);
    if (!isDigital(document) || !document.signedAt)
      throw new Refusal([
        findingOf('BY_LEASING_COPY_NOT_CERTIFIABLE', cite('by-leasing/1/eds-document-copy'), {}, { path: [...DOCUMENT_PATH] }),
      ]);
    if (document.copyCertifiedAt) return { documentId };
    const saved = await saveDocument(context, { ...document, copyCertifiedAt: momentOf(context), copyCertifiedBy: context.caller.subject });
    tellStep(context, saved, 'COPY_CERTIFIED', enforce(cite('by-leasing/1/eds-document-copy')));
    return { documentId };
  },
});

const words = {
  heading: { en: 'Copy of an electronic document', ru: 'Копия электронного документа', be: 'Копія электроннага дакумента' },
  status: { en: 'Copy', ru: 'Копия', be: 'Копія' },
  uncertified: { en: 'uncertified copy', ru: 'незаверенная копия', be: 'незавераная копія' },
  certified: { en: 'Certified', ru: 'Заверена', be: 'Заверана' },
} as const satisfies Record<string, Sentence>;

/** What the pages of a digitally signed document say of the copy that they are. */
export const copyBlocks: SignatureBlocks = {
  async load(context, { id, locale, pluginId }) {
    const document = pluginId === PLUGIN ? await context.loaders.one(leasingDocumentByCore, id) : null;
    if (!document || !isDigital(document)) return [];
    enforce(cite('by-leasing/1/eds-document-copy'));
    const block = (value: string) => ({ heading: words.heading[locale], lines: [{ label: words.status[locale], value }] });
    const { copyCertifiedAt: at, copyCertifiedBy: by } = document;
    // A second block for the certification: printed copies are told apart by how many blocks they bear.
    return at ? [block(words.certified[locale]), block(`${by}, ${at.toISOString()}`)] : [block(words.uncertified[locale])];
  },
};
