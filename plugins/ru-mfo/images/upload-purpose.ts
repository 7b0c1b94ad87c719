import type { UploadPurpose } from '../../../modules/documents';

export const IDENTITY_IMAGE = 'RU_MFO_IDENTITY_IMAGE';

/** Photographs of documents and of people with them; never of a card. */
export const identityImage: UploadPurpose = {
  id: IDENTITY_IMAGE,
  description: 'A photograph of an identity document, or of its holder with it (электронный образ документа).',
  contentTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  maxSize: 10 * 1024 * 1024,
};
