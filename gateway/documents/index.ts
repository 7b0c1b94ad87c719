export { DocumentList, hashOf } from './document-list';
export { documentErrors } from './documents.errors';
export { type DocumentRequest, PersistedDocuments } from './persisted-documents';
