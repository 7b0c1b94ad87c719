import type { FormattedResult } from './executor';

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  TOKEN_INVALID: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_REVOKED: 401,
  FORBIDDEN: 403,
  LENDER_NOT_ALLOWED: 403,
  PERSISTED_DOCUMENT_REQUIRED: 403,
  INTROSPECTION_OFF: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  SUBSCRIPTION_NEEDS_STREAM: 405,
  REQUEST_TOO_LARGE: 413,
  CONTENT_TYPE_UNSUPPORTED: 415,
  INTERNAL_ERROR: 500,
  SHUTTING_DOWN: 503,
  IDENTITY_UNAVAILABLE: 503,
};

/** HTTP status of a result: 200 once it ran, else by the first error's code; 400 for all that the caller can mend. */
export function statusOf(result: FormattedResult): number {
  if (result.data !== undefined) return 200;
  return STATUS[String(result.errors?.[0]?.extensions?.code)] ?? 400;
}
