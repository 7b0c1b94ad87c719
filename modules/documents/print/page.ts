/** A4 in points (1/72 inch) and the space that is left free around the text. */
export const page = { width: 595.28, height: 841.89, margin: 42, footer: 30 } as const;

/** Type sizes in points. Frames are larger than any of these. */
export const sizes = { title: 12, heading: 10.5, text: 9, table: 8, footer: 6.5, smallestFrame: 13 } as const;

export const textWidth = page.width - 2 * page.margin;

/** The lowest point that text may reach: below it stands the footer. */
export const bottom = page.height - page.margin - page.footer;
