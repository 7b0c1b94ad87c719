/** What every input says of its `idempotencyKey`. */
export const KEY_DESCRIPTION = 'A repeat with the same key answers what was stored and does nothing again.';

/** Options of a command for an input's key. */
export const keyOf = ({ idempotencyKey }: { readonly idempotencyKey?: string | null }) => ({ idempotencyKey: idempotencyKey ?? undefined });
