import { LexgraphError } from '../../schema/base';

/** The code of a cursor that the log does not take, and the place to go on at where it told one; throws any other error. */
export function cursorErrorOf(error: unknown): { readonly code: string; readonly resumeAfter: string | null } {
  if (!(error instanceof LexgraphError) || !error.definition.code.startsWith('CURSOR_')) throw error;
  const { resumeAfter } = error.facts;
  return { code: error.definition.code, resumeAfter: typeof resumeAfter === 'string' ? resumeAfter : null };
}
