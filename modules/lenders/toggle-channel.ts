/** PostgreSQL channel on which a committed toggle tells every gateway process. */
export const TOGGLE_CHANNEL = 'lexgraph_toggles';
