import type { LexgraphError } from '../../../schema/base';
import type { ConformanceProblem } from './conformance';

export const asProblem = (error: LexgraphError): ConformanceProblem => ({ code: error.definition.code, message: error.message });

/** Runs work that throws an error holding `problems`; answers them, or none. */
export function problemsThrownBy(work: () => unknown): ConformanceProblem[] {
  try {
    work();
    return [];
  } catch (error) {
    const problems = (error as { problems?: unknown }).problems;
    if (!Array.isArray(problems)) throw error;
    return (problems as LexgraphError[]).map(asProblem);
  }
}
