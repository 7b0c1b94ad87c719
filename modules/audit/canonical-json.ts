import canonicalize from 'canonicalize';

/** JCS form (RFC 8785) as UTF-8: one value has one spelling, so it has one hash and one seal. */
export const canonicalJson = (value: unknown): Uint8Array => Buffer.from(canonicalize(value)!, 'utf8');
