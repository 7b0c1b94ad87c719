/** What a deleted account leaves behind, and by which law or clause it must. */
export const retentionReasons = {
  CONTACTS: 'for the restoration that the client may ask for; 152-FZ art. 6 part 1 point 5',
  EVIDENCE: 'proof of consents and of the signature agreement: 152-FZ art. 9 part 3, 63-FZ art. 9',
  IDENTITY: 'five years after the dealings ended: 115-FZ art. 7 part 4',
  IMAGES: 'copies by which the client was identified, five years: 115-FZ art. 7 part 4',
  APPLICATIONS: 'decisions and assessments for their term in the lender’s rules',
  CONTRACTS: 'debt, ledger and signed documents: 402-FZ art. 29, 353-FZ',
} as const;

export type Retained = keyof typeof retentionReasons;

/** Without dealings nothing obliges to keep who somebody is; contacts stay, because an account can be asked back. */
export function retainedAfter({
  applications,
  contracts,
}: {
  readonly applications: number;
  readonly contracts: number;
}): readonly Retained[] {
  return [
    'CONTACTS',
    'EVIDENCE',
    ...(applications > 0 ? (['IDENTITY', 'IMAGES', 'APPLICATIONS'] as const) : []),
    ...(contracts > 0 ? (['CONTRACTS'] as const) : []),
  ];
}
