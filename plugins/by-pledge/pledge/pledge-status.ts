/**
 * DRAFT: inventory and declarations are gathered. FORMED: the agreement waits for signatures. ACTIVE: signed by both parties.
 * FORECLOSURE: a case of foreclosure is open. REALISED: the item was sold, the money is being settled. ENDED: nothing is secured any more.
 * CANCELLED: no loan came about.
 */
export const pledgeStatuses = ['DRAFT', 'FORMED', 'ACTIVE', 'FORECLOSURE', 'REALISED', 'ENDED', 'CANCELLED'] as const;

export type PledgeStatus = (typeof pledgeStatuses)[number];

/** What may follow what. A formed agreement goes back to DRAFT when something in it changes before it is signed by both. */
export const nextPledgeStatuses: Readonly<Record<PledgeStatus, readonly PledgeStatus[]>> = Object.freeze({
  DRAFT: ['FORMED', 'CANCELLED'],
  FORMED: ['DRAFT', 'ACTIVE', 'CANCELLED'],
  ACTIVE: ['FORECLOSURE', 'ENDED', 'CANCELLED'],
  FORECLOSURE: ['ACTIVE', 'REALISED', 'ENDED'],
  REALISED: ['ENDED'],
  ENDED: [],
  CANCELLED: [],
});

/** States in which the right of pledge exists. */
export const inForce: readonly PledgeStatus[] = ['ACTIVE', 'FORECLOSURE', 'REALISED'];

export const partyRoles = ['PLEDGOR', 'CO_PLEDGOR'] as const;

/** CO_PLEDGOR: an heir, jointly liable with the others. */
export type PartyRole = (typeof partyRoles)[number];
