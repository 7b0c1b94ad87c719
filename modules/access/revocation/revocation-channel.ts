/** PostgreSQL channel on which a committed revocation tells every gateway process. */
export const REVOCATION_CHANNEL = 'lexgraph_revocations';
