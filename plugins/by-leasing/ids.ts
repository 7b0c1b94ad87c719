/** The plugin's id, also its name in products, deadline kinds and templates. */
export const PLUGIN = 'by-leasing';
