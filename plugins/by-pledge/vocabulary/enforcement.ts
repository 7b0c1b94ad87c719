/** What an agreement fixes about notices, the pledgor's duties and foreclosure. */
export const enforcementParameters = {
  /** Ways in which a notice of each kind counts. */
  'notice.ways.claim': { unit: 'CODES', stricter: 'INTERSECTION' },
  'notice.ways.saleNotice': { unit: 'CODES', stricter: 'INTERSECTION' },
  'notice.ways.other': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Calendar days after sending on which an ordinary letter, and a scan by e-mail, are deemed received. */
  'notice.ordinaryMail.after': { unit: 'DAYS', stricter: 'NONE', use: 'CALCULATION' },
  'notice.email.after': { unit: 'DAYS', stricter: 'NONE', use: 'CALCULATION' },
  /** The lender's mailbox and office for notices. */
  'notice.lenderEmail': { unit: 'TEXT', stricter: 'NONE' },
  'notice.office': { unit: 'TEXT', stricter: 'NONE' },
  /** Events after which the item may be restored instead of replaced. */
  'restore.allowedFor': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** What a pledgor may choose after an alienation that was consented to. */
  'alienation.options': { unit: 'CODES', stricter: 'INTERSECTION' },
  /** Evidence of a service, each of which must be given. */
  'service.evidence': { unit: 'CODES', stricter: 'UNION' },
  /** Documents by which a starting price other than the pledge value may be set. */
  'startPrice.overrides': { unit: 'CODES', stricter: 'INTERSECTION' },
  'court.forum': { unit: 'CODE', stricter: 'NONE' },
  'sale.ways': { unit: 'CODES', stricter: 'INTERSECTION' },
  'sale.listingSite': { unit: 'CODE', stricter: 'NONE' },
} as const;
