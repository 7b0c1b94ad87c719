/** The source was read. */
export const read = { confidence: 'READ' } as const;

/** Only a report about the source was read. Binds, and is shown as such. */
export const secondary = { confidence: 'SECONDARY' } as const;

/** Nobody has opened a source: a limit is kept, shown and off until somebody confirms it; a calculation that needs it uses it. */
export const recalled = { confidence: 'RECALLED' } as const;
