export { CANONICAL_FORM, canonicalText, digestOf, type FieldValue } from './canonical-text';
export { lockDocument, markSent, markSigned, publishDocument, voidDocument } from './change-document';
export { DocumentEntity } from './document.entity';
export { type DocumentRecord, documentById, documentsByApplication } from './document.record';
export { loadDocument } from './document.resolver';
export { Document, DocumentFormEnum, DocumentStatusEnum, toDocument } from './document.type';
export type { Block, DocumentContent, FieldList, Frames, Heading, PageBreak, Paragraph, Table, TableColumn } from './document-content';
export { type DocumentForm, type DocumentStatus, nextDocumentStatuses } from './document-status';
export { documentsModule } from './documents.module';
export {
  type DocumentTemplate,
  documentTemplates,
  type SignatureBlock,
  type SignatureBlocks,
  signatureBlocks,
  type UploadPurpose,
  uploadPurposes,
} from './extension-points';
export { type FileRecord, fileById } from './files/file.record';
export { FileDownload } from './files/file.type';
export { createFileLinks, type FileLinks, fileLinksPort, type SignedLink } from './files/file-links';
export { createFileRoutes, type FileRoutes, type FileRoutesOptions } from './files/file-routes';
export { localObjectStorage, localStorageAdapter, type ObjectStorage, objectStoragePort, s3StorageAdapter } from './files/object-storage';
export { type DocumentToForm, formDocument } from './form-document';
export type { PlacedFrame, PlacedFrames } from './print/frames';
export type { PageGeometry, PlacedBlock } from './print/page-geometry';
export { measureDocument, type Printable, printDocument } from './print/print-document';
export { printedBytes } from './printed-copy';
export { verifiedCanonical } from './verified-canonical';
