export const documentForms = ['ELECTRONIC_FORM', 'DIGITALLY_SIGNED'] as const;

/** How a document is in force: as an electronic-form document, or under digital signatures. */
export type DocumentForm = (typeof documentForms)[number];

export const documentStatuses = ['DRAFT', 'PUBLISHED', 'SIGNED', 'SENT', 'VOID'] as const;

/** `PUBLISHED`: shown to whom it concerns and fixed. `SENT`: handed over. `VOID`: never took effect. */
export type DocumentStatus = (typeof documentStatuses)[number];

/** What may follow what; anything else is refused. A signed document stays: it can no longer be made void. */
export const nextDocumentStatuses: Readonly<Record<DocumentStatus, readonly DocumentStatus[]>> = {
  DRAFT: ['PUBLISHED', 'VOID'],
  PUBLISHED: ['SIGNED', 'SENT', 'VOID'],
  SIGNED: ['SENT'],
  SENT: [],
  VOID: [],
};
