export const packetKinds = ['APPLICATION', 'TERMS', 'ADDENDUM'] as const;
/** What a packet is signed for: the application itself, the terms of the loan, a later change of the contract. */
export type PacketKind = (typeof packetKinds)[number];

export const packetStatuses = ['OPEN', 'SIGNED', 'VOID'] as const;
/** `VOID`: another one stands in its place, or its time is over. */
export type PacketStatus = (typeof packetStatuses)[number];
