const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** Types that are taken at all, each with the bytes that every such file begins with and its usual extension. */
const TYPES: ReadonlyMap<string, { readonly begins: Buffer; readonly extension: string }> = new Map([
  ['application/pdf', { begins: Buffer.from('%PDF-'), extension: 'pdf' }],
  ['image/jpeg', { begins: bytes('ffd8ff'), extension: 'jpg' }],
  ['image/png', { begins: bytes('89504e470d0a1a0a'), extension: 'png' }],
  // A detached signature: DER, which begins with a SEQUENCE.
  ['application/pkcs7-signature', { begins: bytes('30'), extension: 'p7s' }],
]);

export const knownContentTypes: readonly string[] = [...TYPES.keys()];

export const extensionOf = (contentType: string): string => TYPES.get(contentType)?.extension ?? 'bin';

/** How many bytes of a file are enough to tell. */
export const SNIFFED = Math.max(...[...TYPES.values()].map(({ begins }) => begins.length));

/** Whether a file that begins like this can be of the type that it is said to be. */
export function looksLike(contentType: string, start: Buffer): boolean {
  const type = TYPES.get(contentType);
  return type !== undefined && start.subarray(0, type.begins.length).equals(type.begins);
}
