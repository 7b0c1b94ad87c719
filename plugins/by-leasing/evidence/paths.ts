/** Folders of this plugin's files in an evidence package. */
export const EVIDENCE_FOLDERS = {
  signatures: 'digital-signatures/',
  revocations: 'revocations/',
  anchors: 'authorities/',
  operations: 'operations/',
  identifications: 'identifications/',
} as const;

export const evidencePath = {
  /** Detached CMS of the recorded signature with this id. */
  signature: (id: string) => `${EVIDENCE_FOLDERS.signatures}${id}.p7s`,
  revocationList: (sha256: string) => `${EVIDENCE_FOLDERS.revocations}${sha256}.crl`,
  authority: (sha256: string) => `${EVIDENCE_FOLDERS.anchors}${sha256}.cer`,
  /** Proof of an operation as XML. */
  operation: (id: string) => `${EVIDENCE_FOLDERS.operations}${id}.xml`,
  /** What an identification found, as XML. */
  identification: (id: string) => `${EVIDENCE_FOLDERS.identifications}${id}.xml`,
} as const;
